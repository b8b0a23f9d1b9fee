import { PassThrough } from 'node:stream';
import { WriteStream } from 'node:tty';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { createProgressBar } from '../../../src/terminal/printing/progress-bar.ts';

/** A terminal that keeps what is written to it. */
function terminal(): { stream: WriteStream; shown: () => string } {
  const written = new PassThrough();
  const stream: WriteStream = Object.assign(Object.create(WriteStream.prototype), {
    isTTY: true,
    columns: 120,
    write: (text: string) => written.write(text),
    cursorTo: () => true,
    clearLine: () => true,
    moveCursor: () => true,
  });
  return { stream, shown: () => stripVTControlCharacters(String(written.read() ?? '')) };
}

test('says what is done, how fast, and how long it takes, once it takes long', () => {
  let now = 0;
  const { stream, shown } = terminal();
  const bar = createProgressBar(stream, () => now);
  bar.update({ step: 'reading', done: 1_000_000, total: 100_000_000 });
  expect(shown()).toBe('');
  now = 4000;
  bar.update({ step: 'reading', done: 50_000_000, total: 100_000_000 });
  expect(shown()).toMatch(/Reading the articles.* 50 % · 12\.5 MB\/s · .* left/);
  bar.update({ step: 'indexing', done: 0, total: 1000 });
  now = 6000;
  bar.update({ step: 'indexing', done: 500, total: 1000 });
  bar.stop();
  expect(shown()).toMatch(/Indexing.* 50 % · 250 articles\/s/);
});
