import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FEATURE_NAMES } from '../../../src/answer/features/index.ts';
import type { AnswerType } from '../../../src/answer/question/answer-types.ts';
import { traitsOf } from '../../../src/answer/ranking/corpus-traits.ts';
import { createRanker, createRankers } from '../../../src/answer/ranking/linear-ranker.ts';
import { loadModel } from '../../../src/answer/ranking/load-model.ts';

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

describe('createRankers', () => {
  const rankers = createRankers(
    {
      common: { [FIRST]: 1, [SECOND]: 2 },
      byTrait: { articles: { [FIRST]: 10 }, dated: { [SECOND]: 4 }, asksPlace: { [FIRST]: 100 } },
    },
    [0.5, 0, 0],
  );

  test.each<[string, AnswerType, number]>([
    ['a question without a trait has what the corpus adds', 'definition', 6 + 2],
    ['a trait that weighs nothing', 'person', 6 + 2],
    ['a trait of the question, on top of those of the corpus', 'place', 106 + 2],
  ])('%s', (_, type, score) => {
    expect(rankers({ type }).score(vector(1, 1))).toBe(score);
  });

  test('refuses weights of another version', () => {
    expect(() => createRankers({ common: {}, byTrait: { asksThing: { moonPhase: 1 } } }, [])).toThrow(
      /"moonPhase"/,
    );
  });
});

describe('traitsOf', () => {
  test.each<[string, number, number, number, number[]]>([
    ['an empty corpus', 0, 0, 0, [0, 0, 0]],
    ['one dated article of one sentence', 1, 1, 1, [0, 0, 1]],
    ['a hundred articles of a hundred sentences, half of them dated', 100, 10_000, 50, [0.5, 0.8, 0.5]],
    ['more than was learnt from counts as the most', 1e6, 1e9, 0, [1, 1, 0]],
  ])('%s', (_, articles, sentences, dated, traits) => {
    expect(traitsOf(articles, sentences, dated)).toEqual(traits);
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
    expect(() => [createRankers(corpus, [1, 1, 1]), createRanker(candidates)]).not.toThrow();
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
