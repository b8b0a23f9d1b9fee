import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plainText, readCommunityQuestions } from '../bench/community-questions.ts';
import { folderOf } from '../corpus/folder.ts';

test.each([
  ['emphasis', 'The **limit** is `5 MB`', 'the limit is 5 mb'],
  ['wiki links', '[[en/Pier|The pier]] and [[Ferry]]', 'the pier and ferry'],
  ['links', 'See [the fares](https://ferry.example/fares).', 'see the fares.'],
  ['curly marks and blanks', '“It’s”\u00a0late', '"it\'s" late'],
])('%s are ignored', (_, text, expected) => {
  expect(plainText(text)).toBe(expected);
});

test('a quote is right when it holds an answer, out of the files that count', async () => {
  const data = folderOf({});
  mkdirSync(join(data, 'communities'), { recursive: true });
  const questions = [
    { q: 'how large', answerable: true, answers: ['5 MB', '/up to \\d+ files/'], file: 'Plans' },
    { q: 'who', answerable: false, answers: [] },
  ];
  writeFileSync(join(data, 'communities', 'questions.json'), JSON.stringify({ harbour: { questions } }));
  const [how, who] = (await readCommunityQuestions(data)).get('harbour') ?? [];
  expect(how?.isRight('The limit is **5 MB**.', 'Sync/Plans')).toBe(true);
  expect(how?.isRight('Up to 30 files.', 'Sync/Plans')).toBe(true);
  expect(how?.isRight('The limit is 5 MB.', 'Sync/Fares')).toBe(false);
  expect(how?.isRight('The limit is 6 MB.', 'Sync/Plans')).toBe(false);
  expect(who).toMatchObject({ answerable: false });
  expect(who?.isRight('Ada', 'x')).toBe(false);
});
