import { describe, expect, test } from 'vitest';
import { poolAnswers } from '../../../src/answer/features/answer-pool.ts';
import { read, textOf } from '../reading.ts';

const QUESTION = 'who designed the bridge';

/** The possible answers of some articles of one sentence each, the best-supported first. */
function places(...articles: readonly string[]): string[] {
  const { topic, candidates } = read(QUESTION, articles);
  const pool = poolAnswers(
    candidates,
    candidates.map(() => 1 / candidates.length),
    topic,
  );
  const found = candidates.flatMap((candidate) =>
    candidate.answers.map(
      (answer) => [pool.get(answer)?.place ?? 99, textOf(candidate, answer.mention)] as const,
    ),
  );
  return [...new Map(found.sort((a, b) => a[0] - b[0])).values()];
}

describe('what many articles say', () => {
  test('two articles outvote one', () => {
    expect(
      places(
        'Ada Quill designed the bridge.',
        'Ben Stone designed the bridge.',
        'Engineer Ben Stone once designed a bridge.',
      )[0],
    ).toMatch(/Stone/);
  });

  test('one article that repeats itself does not outvote two', () => {
    expect(
      places(
        'Ada Quill designed the bridge.\n\nAda Quill designed a bridge.\n\nAda Quill designed bridges.',
        'Ben Stone designed the bridge.',
        'Ben Stone designed a bridge.',
      )[0],
    ).toMatch(/Stone/);
  });

  test('an answer of another kind counts little, however often it is there', () => {
    expect(
      places(
        'In 1842 the bridge was designed by Ada Quill.',
        'In 1842 a bridge was designed.',
        'The bridge was designed in 1842.',
      )[0],
    ).toBe('Ada Quill');
  });
});

test('of each answer the best one’s share is 1, and what its own article says is left out elsewhere', () => {
  const { topic, candidates } = read(QUESTION, ['Ada Quill designed the bridge.', 'Stone saw the bridge.']);
  const pool = poolAnswers(candidates, [0.5, 0.5], topic);
  const pooled = [...pool.values()];
  expect(pooled.length).toBeGreaterThan(1);
  expect(Math.max(...pooled.map(({ share }) => share))).toBeCloseTo(1);
  for (const { elsewhere } of pooled) expect(elsewhere).toBeCloseTo(0);
});

test('without candidates there is nothing', () => {
  const { topic } = read(QUESTION, ['Ada Quill designed the bridge.']);
  expect(poolAnswers([], [], topic).size).toBe(0);
});
