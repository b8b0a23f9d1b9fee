import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { HeavyReader } from '../../../src/corpus/formats/heavy-reader.ts';
import { findFiles } from '../../../src/corpus/load.ts';
import { type Assembled, assemble } from '../../../src/corpus/reading/assemble-article.ts';
import { readCorpusFile } from '../../../src/corpus/reading/read-file.ts';

const heavy = new HeavyReader();
afterAll(() => heavy.close());

const GOLDEN = fileURLToPath(new URL('golden/', import.meta.url));

/**
 * Each file of the golden folder, and beside it what must be read in it: its facts, its text, what is left out and why.
 * A new file is found by itself; `vitest -u` writes what is read now, to be looked through.
 */
const sources = readdirSync(GOLDEN).filter((name) => !name.endsWith('.golden'));

function written({ article, dropped }: Assembled): string {
  const { title, publisher, authors, published, url, text } = article;
  const facts = { title, publisher, authors: authors.join('; ') || undefined, published, url };
  const stated = Object.entries(facts).filter(([, value]) => value !== undefined);
  return [
    ...stated.map(([name, value]) => `${name}: ${value}`),
    '',
    text,
    '',
    ...dropped.map((line) => `- ${line.reason}: ${line.text}`),
    '',
  ].join('\n');
}

test('the folder holds six cases a format at least', () => {
  for (const extension of ['.html', '.docx', '.txt'])
    expect(sources.filter((name) => name.endsWith(extension)).length, extension).toBeGreaterThanOrEqual(6);
  expect(sources.filter((name) => /\.(?:rss|atom)$/.test(name)).length).toBeGreaterThanOrEqual(6);
});

test.each(sources)('%s', async (source) => {
  const { files } = await findFiles(`${GOLDEN}${source}`);
  const read: string[] = [];
  for (const file of files)
    for await (const event of readCorpusFile(file, heavy))
      if ('draft' in event) read.push(written(assemble(event.draft, file.path)));
  await expect(read.join('\n')).toMatchFileSnapshot(`${GOLDEN}${source}.golden`);
});
