import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { benchKinds } from '../../../benchmarks/kinds/bench-kinds.ts';
import { readOptions } from '../../../benchmarks/options.ts';
import { folderOf } from '../../corpus/folder.ts';

const MODEL = fileURLToPath(new URL('../../../src/data/model.json', import.meta.url));

test('asks every question of its own folder, by Footnote and by the others, and leaves out rows without data', async () => {
  const data = folderOf({});
  const folder = join(data, 'communities', 'harbour');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'Ferry.md'),
    '# Ferry\n\nThe ferry to Quill Island leaves at nine.\n\nThe ferry carries forty cars.\n',
  );
  const questions = [
    { q: 'how many cars does the ferry carry?', answerable: true, answers: ['forty cars'], file: 'Ferry' },
    { q: 'who painted the ceiling of the opera?', answerable: false, answers: [] },
  ];
  writeFileSync(join(data, 'communities', 'questions.json'), JSON.stringify({ harbour: { questions } }));
  const only = ['footnote', 'bm25'].flatMap((peer) => ['--only', peer]);
  const cache = folderOf({});
  const options = readOptions(['quality', '--data', data, '--cache', cache, '--model', MODEL, ...only], {});
  const said: string[] = [];
  const table = await benchKinds(options, (message) => said.push(message));
  expect(table.match(/^###.*/gm)).toEqual([
    "### Members' questions over a wiki, a help site, a textbook: 1 questions with an answer, 1 without, 2 units",
  ]);
  expect(table).toMatch(/^\| \*\*Footnote\*\* \| 1\.000 \| 1\.000 \|/m);
  expect(table).toMatch(/^\| plain BM25 \| 1\.000 \| 1\.000 \| +\|/m);
  expect(said).toEqual(['harbour: 2 questions, 2 units']);
});
