import { describe, expect, test } from 'vitest';
import { FEATURE_NAMES } from '../../../src/answer/features/index.ts';
import { hiddenScores, readHiddenLayer } from '../../../src/answer/ranking/hidden-layer.ts';

const [FIRST = '', SECOND = ''] = FEATURE_NAMES;
const vector = (...values: readonly number[]): number[] => FEATURE_NAMES.map((_, i) => values[i] ?? 0);
const NOTHING = { own: {}, best: {}, byTrait: {} };

describe('hiddenScores', () => {
  test.each<[string, Parameters<typeof readHiddenLayer>[0], number[][], number[], number[]]>([
    ['a unit that does not fire adds nothing', { ...NOTHING, bias: '-1', out: '5' }, [[9]], [], [0]],
    ['one that fires adds as much as it fires', { ...NOTHING, bias: '2', out: '5' }, [[9]], [], [10]],
    [
      'two features count together only',
      { ...NOTHING, bias: '-1', out: '3', own: { [FIRST]: '1', [SECOND]: '1' } },
      [
        [1, 0],
        [0, 1],
        [1, 1],
      ],
      [],
      [0, 0, 3],
    ],
    [
      'a feature counts only for the candidate that has the most of it',
      { ...NOTHING, bias: '0.25', out: '4', own: { [FIRST]: '1' }, best: { [FIRST]: '-1' } },
      [[0.5], [1], [0.9]],
      [],
      [0, 1, 0.6],
    ],
    [
      'units add up, and traits make them fire',
      { ...NOTHING, bias: '0 0', out: '1 -10', byTrait: { articles: '0.5 0', dated: '0 0.25' } },
      [[0]],
      [1, 0, 1],
      [0.5 - 2.5],
    ],
  ])('%s', (_, weights, vectors, traits, scores) => {
    const found = hiddenScores(
      readHiddenLayer(weights),
      vectors.map((values) => vector(...values)),
      traits,
    );
    for (const [i, score] of scores.entries()) expect(found[i]).toBeCloseTo(score, 12);
  });

  test('a question without candidates has no scores', () => {
    expect(hiddenScores(readHiddenLayer({ ...NOTHING, bias: '1', out: '1' }), [], [1])).toHaveLength(0);
  });
});

describe('readHiddenLayer refuses', () => {
  test.each<[string, Partial<Parameters<typeof readHiddenLayer>[0]>, RegExp]>([
    ['a feature of another version', { own: { moonPhase: '1 2' } }, /"moonPhase".*npm run train/],
    ['a trait of another version', { byTrait: { moonPhase: '1 2' } }, /"moonPhase".*npm run train/],
    ['a row that is too short', { best: { [FIRST]: '1' } }, new RegExp(`"${FIRST}" is not 2 numbers`)],
    ['what is no number', { out: '1 two' }, /"out" is not 2 numbers/],
  ])('%s', (_, weights, message) => {
    expect(() => readHiddenLayer({ ...NOTHING, bias: '0 0', out: '1 1', ...weights })).toThrow(message);
  });
});
