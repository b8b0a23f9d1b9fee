import { describe, expect, test } from 'vitest';
import { FEATURE_NAMES } from '../../../src/answer/features/index.ts';
import { readHiddenLayer } from '../../../src/answer/ranking/hidden-layer.ts';
import { createLearntRankers } from '../../../src/answer/ranking/learnt-ranker.ts';
import { loadModel } from '../../../src/answer/ranking/load-model.ts';

const [FIRST = ''] = FEATURE_NAMES;
const vector = (...values: readonly number[]): number[] => FEATURE_NAMES.map((_, i) => values[i] ?? 0);
const LINEAR = { common: { [FIRST]: 2 }, byTrait: {} };

describe('createLearntRankers', () => {
  test('adds to the weighted features what they say together, by the traits of corpus and question', () => {
    const byTrait = { articles: '1', asksPlace: '10' };
    const hidden = readHiddenLayer({ bias: '0', out: '1', own: { [FIRST]: '100' }, best: {}, byTrait });
    const ranker = createLearntRankers({ ...LINEAR, hidden }, [0.5, 0, 0])({ type: 'place' });
    expect(ranker.score(vector(1))).toBe(2);
    expect([...ranker.together([vector(1), vector(0)])]).toEqual([110.5, 10.5]);
  });

  test('adds nothing where nothing was learnt', () => {
    const ranker = createLearntRankers(LINEAR, [])({ type: 'thing' });
    expect([...ranker.together([vector(1), vector(2)])]).toEqual([0, 0]);
  });

  test('reads the model that comes with this version', () => {
    expect(() => createLearntRankers(loadModel().corpus, [1, 1, 1])).not.toThrow();
  });
});
