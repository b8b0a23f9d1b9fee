import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadWordVectors } from '../../src/text/word-vectors.ts';
import { tools } from '../language.ts';

const vectors = loadWordVectors();
const { language } = tools;

/** Cosine of two words by their terms. */
function nearness(left: string, right: string): number {
  const [a, b] = [left, right].map((word) => vectors.indexOf(language.stem(word)));
  if (a === undefined || b === undefined) throw new Error(`no vector for ${left} or ${right}`);
  return vectors.cosine(a, b);
}

function fileOf(header: unknown, bytes: readonly number[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-vectors-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'vectors.bin');
  writeFileSync(path, Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), Uint8Array.from(bytes)]));
  return path;
}

describe('the vectors that come with this version', () => {
  test.each([
    ['killed', 'died', 'bread'],
    ['troops', 'soldiers', 'music'],
    ['president', 'minister', 'river'],
    ['company', 'firm', 'cat'],
    ['met', 'talks', 'banana'],
  ])('%s is nearer to %s than to %s', (word, near, far) => {
    expect(nearness(word, near)).toBeGreaterThan(nearness(word, far) + 0.1);
  });

  test('a word is the nearest to itself, and order does not matter', () => {
    expect(nearness('war', 'war')).toBeCloseTo(1, 5);
    expect(nearness('war', 'peace')).toBeCloseTo(nearness('peace', 'war'), 9);
  });

  test('many cosines at once are the same as one by one', () => {
    const numbers = ['war', 'peace', 'bread', 'qzxwv'].map((word) => vectors.indexOf(word));
    const out = new Float32Array(numbers.length);
    const war = vectors.indexOf('war') ?? -1;
    vectors.cosinesWith(numbers)(war, out);
    for (const [i, number] of numbers.entries())
      expect(out[i]).toBeCloseTo(number === undefined ? 0 : vectors.cosine(war, number), 5);
  });

  test('numbers follow frequency: a common word comes before a rare one', () => {
    expect(vectors.indexOf('year')).toBeLessThan(vectors.indexOf(language.stem('envoy')) ?? 0);
  });

  test.each(['', 'qzxwv', '東京'])('"%s" has none', (term) => {
    expect(vectors.indexOf(term)).toBeUndefined();
  });
});

describe('the file', () => {
  test('is a line of JSON and a row of signed bytes a term', () => {
    const tiny = loadWordVectors(
      fileOf({ dimensions: 2, terms: ['up', 'down', 'side'] }, [3, 4, -3, -4, 4, -3]),
    );
    expect(tiny.size).toBe(3);
    expect(tiny.cosine(tiny.indexOf('up') ?? -1, tiny.indexOf('down') ?? -1)).toBeCloseTo(-1);
    expect(tiny.cosine(0, 2)).toBeCloseTo(0);
  });

  test('that is cut short is refused', () => {
    expect(() => loadWordVectors(fileOf({ dimensions: 2, terms: ['up', 'down'] }, [1, 2, 3]))).toThrow(
      /cut short/,
    );
  });

  test('a term without a direction is near to nothing', () => {
    const tiny = loadWordVectors(fileOf({ dimensions: 2, terms: ['none', 'up'] }, [0, 0, 1, 1]));
    expect(tiny.cosine(0, 1)).toBe(0);
  });
});
