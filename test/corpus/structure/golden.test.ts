import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Article, Block } from '../../../src/corpus/article.ts';
import { loadCorpus } from '../../../src/corpus/load.ts';
import { unitSpans } from '../../../src/corpus/structure/units.ts';
import { sentenceEnds as ends } from '../../language.ts';

const GOLDEN = fileURLToPath(new URL('golden/', import.meta.url));

/** Each file of the golden folder, and beside it what the corpus must make of it; `vitest -u` writes that anew. */
const sources = readdirSync(GOLDEN).filter((name) => !name.endsWith('.golden'));

/** An article to be read: its blocks with what they stand under, the units of each below it. */
function written(article: Article): string {
  const units = Map.groupBy(unitSpans(article, ends), ({ block }) => block);
  const slice = (start: number, end: number) => article.text.slice(start, end).replaceAll('\n', ' ⏎ ');
  const lines = (article.blocks ?? []).flatMap((block, b) => [
    `${name(block)} | ${slice(block.start, block.end)}`,
    ...block.context.map(({ role, span }) => `    ${role}: ${slice(...span)}`),
    ...(units.get(b) ?? []).map(({ start, end }) => `  > ${slice(start, end)}`),
  ]);
  return [`# ${article.title}`, ...lines, ''].join('\n');
}

function name({ kind, level, list, label, cells }: Block): string {
  const parts = [
    kind,
    level && `level ${level}`,
    list && `list ${list.id}${list.step === undefined ? '' : ` step ${list.step}`} depth ${list.depth}`,
    label && 'labelled',
    cells && `${cells.length} cells`,
  ];
  return parts.filter(Boolean).join(', ');
}

test.each(sources)('%s', async (source) => {
  const { articles } = await loadCorpus(`${GOLDEN}${source}`);
  expect(articles).toHaveLength(1);
  for (const article of articles)
    await expect(written(article)).toMatchFileSnapshot(`${GOLDEN}${source}.golden`);
});
