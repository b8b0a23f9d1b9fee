import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { type HeavyLimits, HeavyReader } from '../../../src/corpus/formats/heavy-reader.ts';
import { pdfOf, zipOf } from '../fixtures.ts';
import { BODY } from '../folder.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const article = bytes(
  `<!doctype html><title>Pier</title><article>${BODY.split('\n\n')
    .map((text) => `<p>${text}</p>`)
    .join('')}</article>`,
);

function reader(limits?: HeavyLimits): HeavyReader {
  const heavy = new HeavyReader(limits);
  onTestFinished(() => heavy.close());
  return heavy;
}

test('files are read in a thread, one after the other', async () => {
  const heavy = reader();
  const results = await Promise.all([
    heavy.read({ format: 'html', bytes: article, path: 'a.html' }),
    heavy.read({ format: 'pdf', bytes: pdfOf([['Some words of a page.']]), path: 'b.pdf' }),
    heavy.read({ format: 'json', bytes: bytes(JSON.stringify({ text: BODY })), path: 'c.json' }),
  ]);
  expect(results.map(({ drafts }) => drafts[0]?.text)).toEqual([BODY, 'Some words of a page.', BODY]);
});

test.each([
  ['a ZIP named .pdf', 'pdf', zipOf({ a: 'b' }), /not a PDF/],
  ['half a PDF', 'pdf', pdfOf([['Words']]).subarray(0, 200), /cannot be read/],
  ['a ZIP named .docx', 'docx', zipOf({ a: 'b' }), /cannot be read/],
  ['a picture named .html', 'html', bytes('\u0089PNG\r\n\u0000'), /not text|No article/],
  ['a hundred thousand nested elements', 'html', bytes('<div>'.repeat(100_000)), /./],
  ['a megabyte of brackets', 'json', bytes('['.repeat(1_000_000)), /not valid JSON|cannot be read/],
] as const)('hostile: %s ends in a clear problem within the limit, and the next file is read', async (_, format, file, message) => {
  const heavy = reader({ milliseconds: 2000, megabytes: 384 });
  const { drafts, problems } = await heavy.read({ format, bytes: file, path: `a.${format}` });
  expect(drafts).toEqual([]);
  expect(problems).toMatchObject([
    { severity: 'error', path: `a.${format}`, message: expect.stringMatching(message) },
  ]);
  expect((await heavy.read({ format: 'html', bytes: article, path: 'b.html' })).drafts).toHaveLength(1);
});

test('a file that takes too long is given up, and the event loop runs meanwhile', async () => {
  const heavy = reader({ milliseconds: 300, megabytes: 384 });
  let ticks = 0;
  const timer = setInterval(() => ticks++, 10);
  const slow = bytes(
    `<article>${'<p class="a b"><a href="x">word word word</a> text, </p><div>'.repeat(60_000)}`,
  );
  const { problems } = await heavy.read({ format: 'html', bytes: slow, path: 'slow.html' });
  clearInterval(timer);
  expect(problems).toMatchObject([
    { message: 'Reading the file takes longer than 0.3 seconds; it is left out.' },
  ]);
  expect(ticks).toBeGreaterThan(5);
});

test('a file that takes too much memory is given up', async () => {
  const heavy = reader({ milliseconds: 20_000, megabytes: 24 });
  const large = bytes(`[${'{"text":"words of a text","tags":["a","b","c"]},'.repeat(200_000)}{}]`);
  const { problems } = await heavy.read({ format: 'json', bytes: large, path: 'large.json' });
  expect(problems).toMatchObject([{ message: 'Reading the file takes too much memory; it is left out.' }]);
});

test.each([
  ['is ended when it has nothing to read, and the next file gets another', 0, false],
  ['is kept for the next file', 60_000, true],
])('a thread %s', async (_, idleMilliseconds, isKept) => {
  const heavy = reader({ milliseconds: 4000, megabytes: 384, idleMilliseconds });
  const before = threads();
  for (const path of ['a.html', 'b.html']) {
    expect((await heavy.read({ format: 'html', bytes: article, path })).drafts).toHaveLength(1);
    await expect.poll(() => threads() > before).toBe(isKept);
  }
  await heavy.close();
  expect(threads()).toBe(before);
});

const Report = z.object({ workers: z.array(z.unknown()) });

/** Of this process, as its diagnostic report counts them. */
function threads(): number {
  return Report.parse(process.report.getReport()).workers.length;
}
