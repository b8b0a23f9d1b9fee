import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { HeavyReader } from '../../../src/corpus/formats/heavy-reader.ts';
import { heavyFormat } from '../../../src/corpus/formats/parse.ts';
import { knownExtension, listFiles } from '../../../src/corpus/reading/list-files.ts';

const GOLDEN = fileURLToPath(new URL('golden/', import.meta.url));
const { files } = await listFiles(GOLDEN);
const heavy = new HeavyReader();
afterAll(() => heavy.close());

/** Numbers below a limit, the same on every run. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state % Math.max(1, limit);
  };
}

const MUTATIONS: Readonly<
  Record<string, (bytes: Uint8Array, next: (limit: number) => number) => Uint8Array>
> = {
  'other bytes': (bytes, next) => {
    const copy = Uint8Array.from(bytes);
    for (let i = 0; i < 20; i++) copy[next(copy.length)] = next(256);
    return copy;
  },
  'an end too soon': (bytes, next) => bytes.slice(0, 1 + next(bytes.length)),
  'a piece twice': (bytes, next) => {
    const from = next(bytes.length);
    const piece = bytes.slice(from, from + next(2000));
    return Buffer.concat([bytes.slice(0, from), piece, piece, bytes.slice(from)]);
  },
};

const cases = files.flatMap((file) => {
  const format = heavyFormat(knownExtension(file.path));
  return format === undefined || file.path.includes('.golden')
    ? []
    : Object.entries(MUTATIONS).map(([name, mutate]) => ({ file, format, name, mutate }));
});

test.each(cases)('$file.path with $name is read, or refused with a reason', async ({
  file,
  format,
  mutate,
}) => {
  const bytes = mutate(readFileSync(file.absolute), numbers(file.size));
  const started = performance.now();
  const { drafts, problems } = await heavy.read({ format, bytes, path: file.path });
  const seconds = (performance.now() - started) / 1000;
  if (drafts.length === 0) expect(problems).not.toEqual([]);
  for (const { message } of problems)
    expect(message).not.toMatch(/longer than|too much memory|its reader stopped/);
  // Two seconds a megabyte, and some for the start of the reader on a busy machine.
  expect(seconds).toBeLessThan(5 + (2 * bytes.length) / 1e6);
});
