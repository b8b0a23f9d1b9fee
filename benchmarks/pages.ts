/**
 * How well the HTML reader finds the article of a page, beside plain Readability.
 *
 *   node benchmarks/pages.ts FOLDER [--out PREDICTIONS.json]
 *
 * FOLDER (or $FOOTNOTE_EVAL/pages) holds `<id>.html.gz` and `expected.json`, `{id: {url, body}}`, as in Scrapinghub's
 * article-extraction-benchmark. The measure is that benchmark's: 4-token shingles as multisets, precision and recall
 * averaged over the pages, F1 of the two means.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { z } from 'zod';
import { parsePage } from '../src/corpus/formats/html/dom.ts';
import { readHtml } from '../src/corpus/formats/html/read.ts';
import { assemble } from '../src/corpus/reading/assemble-article.ts';

const SHINGLE = 4;
const Expected = z.record(z.string(), z.object({ url: z.string(), body: z.string() }));

type Extract = (bytes: Uint8Array) => string;

const extractors: Readonly<Record<string, Extract>> = {
  readability: (bytes) =>
    new Readability(parsePage(new TextDecoder().decode(bytes))).parse()?.textContent ?? '',
  footnote: (bytes) => {
    const [draft] = readHtml(bytes, 'page.html').drafts;
    return draft ? assemble(draft, 'page.html').article.text : '';
  },
};

function shingles(text: string): Map<string, number> {
  const tokens = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, tokens.length - SHINGLE + 1); i++) {
    const shingle = tokens.slice(i, i + SHINGLE).join(' ');
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function total(counts: ReadonlyMap<string, number>): number {
  return counts.values().reduce((sum, count) => sum + count, 0);
}

/** Precision (`undefined` when nothing was predicted) and recall of one page. */
function score(expected: string, predicted: string): { precision: number | undefined; recall: number } {
  const [truth, guess] = [shingles(expected), shingles(predicted)];
  const shared = guess.entries().reduce((sum, [key, count]) => sum + Math.min(count, truth.get(key) ?? 0), 0);
  return { precision: guess.size === 0 ? undefined : shared / total(guess), recall: shared / total(truth) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const { positionals, values } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
const { FOOTNOTE_EVAL: base } = process.env;
const folder = positionals[0] ?? (base === undefined ? undefined : join(base, 'pages'));
if (folder === undefined) throw new Error('usage: node benchmarks/pages.ts FOLDER [--out PREDICTIONS.json]');
const expected = Expected.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')));
const pages = Object.keys(expected).map((id) => ({
  id,
  bytes: gunzipSync(readFileSync(join(folder, `${id}.html.gz`))),
}));

for (const [name, extract] of Object.entries(extractors)) {
  const started = performance.now();
  const predictions = Object.fromEntries(pages.map(({ id, bytes }) => [id, extract(bytes)]));
  const perPage = (performance.now() - started) / pages.length;
  const scores = pages.map(({ id }) => score(expected[id]?.body ?? '', predictions[id] ?? ''));
  const precision = mean(scores.flatMap((page) => page.precision ?? []));
  const recall = mean(scores.map((page) => page.recall));
  const f1 = (2 * precision * recall) / (precision + recall);
  const figures = `F1 ${f1.toFixed(3)}  precision ${precision.toFixed(3)}  recall ${recall.toFixed(3)}`;
  console.log(`${name.padEnd(12)} ${figures}  ${perPage.toFixed(0)} ms a page  (${pages.length} pages)`);
  if (name === 'footnote' && values.out !== undefined) writeFileSync(values.out, JSON.stringify(predictions));
}
