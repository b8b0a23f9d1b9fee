import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkCorpus } from '../../src/terminal/commands/check-command.ts';
import { readFiles } from '../../src/terminal/commands/read-command.ts';
import { BODY, folderOf } from '../corpus/folder.ts';

function terminal() {
  const written = { out: '', err: '' };
  const io = {
    out: (text: string) => {
      written.out += text;
    },
    err: (text: string) => {
      written.err += text;
    },
    colour: false,
  };
  return { io, written };
}

const good = `---\ntitle: Pier\npublished: 2021-08-02\n---\nPier\n\n${BODY}\n\nFollow Us`;

test('check prints a line for each problem and a summary, and fails when one is an error', async () => {
  const { io, written } = terminal();
  const folder = folderOf({
    'good.txt': good,
    'bad.md': `---\ntitel: Pier\npublished: 2021-02-30\n---\n${BODY} And more.`,
  });
  expect(await checkCorpus(folder, io)).toBe(1);
  expect(written.out.split('\n')).toEqual([
    expect.stringMatching(/^bad\.md:1: warning: The article has no date: /),
    'bad.md:2: warning: Unknown front matter key "titel". — Did you mean "title"?',
    expect.stringMatching(/^bad\.md:3: error: published: "2021-02-30" is not a day of the calendar\. — /),
    expect.stringMatching(/^good\.txt:1: warning: The article is nearly the same as bad\.md:1 /),
    expect.stringMatching(/^News: 2 of 2 files looked at are dated pages/),
    '2 articles, 1 error, 3 warnings; 1 without a date.',
    '',
  ]);
});

test('check passes a sound corpus', async () => {
  const { io, written } = terminal();
  expect(await checkCorpus(folderOf({ 'good.txt': good }), io)).toBe(0);
  expect(written.out).toMatch(/^News: 1 of 1 file .*\n1 article, 0 errors, 0 warnings\.\n$/);
});

test('read shows the facts, the text and what was dropped', async () => {
  const { io, written } = terminal();
  expect(await readFiles([join(folderOf({ 'good.txt': good }), 'good.txt')], { json: false }, io)).toBe(0);
  expect(written.out).toBe(
    `id: good\ntitle: Pier\npublished: 2021-08-02\nnot stated: publisher, authors, url, tags\n\n${BODY}\n\n` +
      'Dropped:\n  line 5, title: Pier\n  line 13, follow us: Follow Us\n\n',
  );
  expect(written.err).toBe('');
});

test('read gives JSON, one object an article', async () => {
  const { io, written } = terminal();
  const folder = folderOf({
    'a.jsonl': `${JSON.stringify({ text: BODY })}\nnope\n${JSON.stringify({ text: BODY })}`,
  });
  expect(await readFiles([join(folder, 'a.jsonl')], { json: true }, io)).toBe(1);
  const objects: unknown[] = written.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(objects).toMatchObject([
    { article: { id: 'a#1', text: BODY }, dropped: [] },
    {
      article: { id: 'a#3' },
      problems: expect.arrayContaining([expect.objectContaining({ line: 2, severity: 'error' })]),
    },
  ]);
});

test('read names a file that is not there', async () => {
  const { io, written } = terminal();
  expect(await readFiles(['/no/such/file.txt'], { json: false }, io)).toBe(1);
  expect(written.err).toMatch(/^\/no\/such\/file\.txt: error: .* it does not exist\./);
});

test('control characters of a file do not reach the terminal', async () => {
  const { io, written } = terminal();
  const folder = folderOf({
    'a.txt': `---\ntitle: "Pier\\e[31m"\npublished: 2021-08-02\n---\n${BODY} \u001b[2J`,
  });
  await readFiles([join(folder, 'a.txt')], { json: false }, io);
  expect(written.out).not.toContain('\u001b');
});
