import { describe, expect, test } from 'vitest';
import { type KindOutcome, kindScores } from '../../../benchmarks/kinds/scores.ts';

const judged = (confidence: number, level?: 'strong' | 'likely' | 'weak') => ({
  confidence,
  silent: 0,
  ...(level === undefined ? {} : { level }),
});

const right = (confidence: number, level?: 'strong' | 'likely' | 'weak'): KindOutcome => ({
  answerable: true,
  first: 0,
  judged: judged(confidence, level),
});

describe('kindScores', () => {
  test('shares of the questions with an answer, and of those without', () => {
    const scores = kindScores([
      right(0.9, 'strong'),
      right(0.2),
      { answerable: true, first: 4, judged: judged(0.8, 'likely') },
      { answerable: true, judged: judged(0.1) },
      { answerable: false, judged: judged(0.7, 'weak') },
      { answerable: false, judged: judged(0.1) },
    ]);
    expect(scores).toMatchObject({
      answerable: 4,
      others: 2,
      first: 0.5,
      five: 0.75,
      rightAnswered: 0.25,
      wrongAnswered: 0.25,
      kept: 0.5,
      othersAnswered: 0.5,
      auroc: 0.75,
    });
  });

  test('precision as if half of all questions had no answer', () => {
    const { precision } = kindScores([
      right(0.9, 'strong'),
      right(0.9, 'strong'),
      { answerable: false, judged: judged(0.9, 'strong') },
    ]);
    expect(precision.strong).toBe(0.5);
    expect(precision.likely).toBeNaN();
  });

  test('what always shows something neither answers nor refuses', () => {
    expect(kindScores([{ answerable: true, first: 0 }])).toMatchObject({ first: 1, rightAnswered: 0 });
  });
});
