import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { Article, Problem } from '../../../src/corpus/article.ts';
import { HeavyReader } from '../../../src/corpus/formats/heavy-reader.ts';
import { type Assembled, assemble } from '../../../src/corpus/reading/assemble-article.ts';
import { inspect } from '../../../src/corpus/reading/check-article.ts';
import { listFiles } from '../../../src/corpus/reading/list-files.ts';
import { readCorpusFile } from '../../../src/corpus/reading/read-file.ts';
import { readRules } from '../../../src/corpus/settings/reading-rules.ts';

/**
 * A folder for each format, made by the programs that write it (Chromium's print, LibreOffice, LaTeX, Pandoc) or shaped
 * as theirs; beside each file what it is read as: what it says of itself, its blocks with the place of the source at
 * which each begins, what was dropped, what is wrong. `vitest -u` writes that anew.
 */
const GOLDEN = fileURLToPath(new URL('golden/', import.meta.url));
const heavy = new HeavyReader();
afterAll(() => heavy.close());

const { files } = await listFiles(GOLDEN);
const sources = files.filter(({ path }) => !path.includes('.golden'));

test.each(sources.map((file) => [file.path, file] as const))('%s', async (path, file) => {
  const rules = await readRules(GOLDEN, [file]);
  const parts: string[] = [];
  for await (const event of readCorpusFile(file, heavy, rules.settingsOf(path))) {
    if ('problem' in event) parts.push(problem(event.problem));
    if (!('draft' in event)) continue;
    const assembled = assemble(event.draft, path, rules);
    parts.push(written(assembled), ...inspect(assembled).map(problem));
  }
  await expect(`${parts.join('\n')}\n`).toMatchFileSnapshot(`${GOLDEN}${path}.golden`);
});

test.each(readdirSync(GOLDEN))('%s has files enough', (format) => {
  const names = readdirSync(`${GOLDEN}${format}`).filter((name) => !name.endsWith('.golden'));
  expect(names.length).toBeGreaterThanOrEqual(6);
});

function written({ article, dropped }: Assembled): string {
  const { title, authors, publisher, published, url, tags } = article;
  const facts = { authors: authors.join(', '), publisher, published, url, tags: tags.join(', ') };
  const said = Object.entries(facts).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  const gone = dropped.map(({ line, text, reason }) => `- line ${line}, ${reason}: ${text}`);
  return [`# ${title}`, ...said, ...blocks(article), ...gone].join('\n');
}

function blocks(article: Article): string[] {
  const { text, places = [] } = article;
  const placeAt = (offset: number) => places.findLast(({ at }) => at <= offset)?.name;
  const all = article.blocks ?? paragraphs(text);
  return all.map(({ kind, start, end }) => {
    const place = placeAt(start);
    return `${place === undefined ? '' : `${place} `}${kind} | ${text.slice(start, end).replaceAll('\n', ' ⏎ ')}`;
  });
}

function paragraphs(text: string) {
  let at = 0;
  return text.split('\n\n').map((words) => {
    const start = at;
    at += words.length + 2;
    return { kind: 'text', start, end: start + words.length };
  });
}

const problem = ({ severity, line, message }: Problem) =>
  `! ${severity}${line ? ` line ${line}` : ''}: ${message}`;
