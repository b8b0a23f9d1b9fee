import { describe, expect, it } from 'vitest';
import { judgeOrder, scoresBy, scoresOf } from '../../training/measure.ts';
import { matrixOf } from './matrices.ts';

/** Judges one question by the scores of its candidates; `+` marks a right one, as in `5+ 3 1+`. */
function judge(written: string) {
  const candidates = written
    .split(' ')
    .map((word) => ({ score: Number.parseFloat(word), right: word.endsWith('+') }));
  const matrix = matrixOf(['score'], [{ rows: candidates.map(({ score, right }) => [[score], right]) }]);
  const [question] = matrix.questions;
  if (question === undefined) throw new Error('no question');
  return judgeOrder(
    matrix,
    question,
    Float64Array.from(candidates, ({ score }) => score),
  );
}

describe('judgeOrder', () => {
  it.each([
    ['5+ 3 1', 0, 1],
    ['1 3 5+', 0, 1],
    ['5 3+ 1', 1, 1 / 2],
    ['5+ 3 1+', 0, (1 + 2 / 3) / 2],
    ['5 3+ 1+', 1, (1 / 2 + 2 / 3) / 2],
    ['5 3 1', Number.POSITIVE_INFINITY, 0],
    // A tie counts as if the wrong one came first.
    ['2+ 2 1', 1, 1 / 2],
  ])('%s: the first right one at place %d, average precision %d', (written, first, averagePrecision) => {
    const outcome = judge(written);
    expect(outcome.first).toBe(first);
    expect(outcome.averagePrecision).toBeCloseTo(averagePrecision);
  });
});

describe('scoresOf', () => {
  it('counts a question without a right candidate as missed', () => {
    const scores = scoresOf([judge('5+ 1'), judge('5 1+'), judge('5 1'), judge('9 8 7 6 5 4+')]);
    expect(scores).toMatchObject({ questions: 4, hit1: 1 / 4, hit5: 2 / 4 });
    expect(scores.mrr10).toBeCloseTo((1 + 1 / 2 + 1 / 6) / 4);
  });

  it('counts reciprocal ranks to the tenth place, and all of them', () => {
    const eleventh = judge('20 19 18 17 16 15 14 13 12 11 10+');
    expect(scoresOf([eleventh]).mrr10).toBe(0);
    expect(scoresOf([eleventh]).mrr).toBeCloseTo(1 / 11);
  });

  it('tells groups apart', () => {
    const groups = scoresBy([judge('5+ 1'), judge('5 1+ 0')], ({ to }) => `${to} candidates`);
    expect(groups.get('2 candidates')?.hit1).toBe(1);
    expect(groups.get('3 candidates')?.hit1).toBe(0);
  });
});
