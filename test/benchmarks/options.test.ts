import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readOptions } from '../../benchmarks/options.ts';

const cache = mkdtempSync(join(tmpdir(), 'footnote-bench-test-'));
const read = (line: string, env: NodeJS.ProcessEnv = {}) =>
  readOptions([...line.split(' '), '--cache', cache], env);

afterAll(() => rmSync(cache, { recursive: true }));

describe('readOptions', () => {
  test('reads what to measure, where the data is and the defaults', () => {
    const options = read('quality speed --data eval');
    expect(options).toMatchObject({
      benchmarks: ['quality', 'speed'],
      data: resolve('eval'),
      cache,
      only: [],
      years: [],
      stopWords: ['dropped', 'kept'],
      seconds: 180,
      least: 60,
      sizes: [10_000, 100_000, 1_000_000],
    });
  });

  test('takes the data folder from the environment, and the option before it', () => {
    expect(read('quality', { FOOTNOTE_EVAL: 'there' }).data).toBe(resolve('there'));
    expect(read('quality --data here', { FOOTNOTE_EVAL: 'there' }).data).toBe(resolve('here'));
  });

  test('gives weights to single years or to all', () => {
    const [a, b] = [join(cache, 'a.json'), join(cache, 'b.json')];
    for (const file of [a, b]) writeFileSync(file, '{}');
    const { models } = read(`quality --data eval --model 2022=${a} --model ${b}`);
    expect([...models]).toEqual([
      ['2022', a],
      ['', b],
    ]);
  });

  test.each([
    { line: 'speeed --data eval', says: 'There is no benchmark "speeed"' },
    { line: '--data eval', says: 'Say what to measure' },
    { line: 'quality', says: 'Say where the data is' },
    { line: 'quality --data eval --seconds soon', says: '--seconds takes whole numbers above 0, not soon' },
    { line: 'speed --data eval --sizes 1000,0', says: '--sizes takes whole numbers above 0, not 0' },
    { line: 'quality --data eval --stop-words some', says: '--stop-words takes dropped or kept, not some' },
    { line: 'quality --data eval --model 2022=none.json', says: 'none.json; npm run train' },
    { line: 'quality --data eval --only lunr', says: 'There is no peer "lunr"; the peers are footnote' },
  ])('refuses "$line"', ({ line, says }) => {
    expect(() => read(line)).toThrow(says);
  });
});
