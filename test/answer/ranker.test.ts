import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FEATURE_NAMES } from '../../src/answer/features/index.ts';
import { loadModel } from '../../src/answer/model.ts';
import { createRanker } from '../../src/answer/ranker.ts';

const [FIRST = '', SECOND = ''] = FEATURE_NAMES;
const vector = (...values: readonly number[]): number[] => FEATURE_NAMES.map((_, i) => values[i] ?? 0);

describe('createRanker', () => {
  test('adds up the weighted features; those without a weight count nothing', () => {
    const ranker = createRanker({ [FIRST]: 2, [SECOND]: -1 });
    expect(ranker.score(vector(3, 4, 100))).toBe(2);
    expect(createRanker({}).score(vector(3, 4, 100))).toBe(0);
  });

  test('explains a score: the shares, the largest first, add up to it', () => {
    const ranker = createRanker({ [FIRST]: 2, [SECOND]: -10 });
    const shares = ranker.explain(vector(3, 4));
    expect(shares).toEqual([
      { feature: SECOND, value: 4, share: -40 },
      { feature: FIRST, value: 3, share: 6 },
    ]);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBe(ranker.score(vector(3, 4)));
  });

  test('refuses weights of another version, naming the feature', () => {
    expect(() => createRanker({ moonPhase: 1 })).toThrow(/"moonPhase".*npm run train/);
  });
});

test('the names of the features are distinct', () => {
  expect(new Set(FEATURE_NAMES).size).toBe(FEATURE_NAMES.length);
});

describe('loadModel', () => {
  function fileOf(content: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'footnote-model-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    writeFileSync(join(folder, 'model.json'), content);
    return join(folder, 'model.json');
  }

  test('the model that comes with this version fits its features', () => {
    const { corpus, candidates } = loadModel();
    expect(() => [createRanker(corpus), createRanker(candidates)]).not.toThrow();
  });

  test.each([
    ['a file of another form', '{"weights": []}'],
    ['a file that is no JSON', '{'],
  ])('%s is refused', (_, content) => {
    expect(() => loadModel(fileOf(content))).toThrow();
  });

  test('a file of another form says what to do', () => {
    expect(() => loadModel(fileOf('{}'))).toThrow(
      /model\.json is not a model of this version; train it again/,
    );
  });
});
