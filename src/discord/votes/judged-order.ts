import type { Answer, Passage } from '../../answer/answer.ts';
import type { Verdict } from '../../state/verdict.ts';

export const JUDGED_ORDER_DEFAULTS = {
  /** How many places a passage is moved; up to twice that where others are moved the other way. */
  places: 2,
} as const;

/**
 * Moves the passages of an answer that people agree on up or down among those that are shown; nothing else is changed. What
 * is told apart by labels, such as years, stays together.
 * @param verdictOn what people agree on about a passage
 * @returns the answer; a passage that was moved says so (`judged`)
 */
export function judgedAnswer(answer: Answer, verdictOn: (passage: Passage) => Verdict | undefined): Answer {
  if (answer.kind === 'no-answer') return answer;
  const labelled = answer.passages.filter(({ label }) => label !== undefined);
  const others = answer.passages.filter(({ label }) => label === undefined);
  const moved = [...judgedOrder(labelled, verdictOn), ...judgedOrder(others, verdictOn)];
  const passages = moved.map((passage, to): Passage => {
    const judged = verdictOn(passage);
    const from = answer.passages.indexOf(passage);
    const went = judged?.direction === 'up' ? to < from : to > from;
    return judged !== undefined && went ? { ...passage, judged } : passage;
  });
  const [first, ...rest] = passages;
  return first === undefined ? answer : { ...answer, passages: [first, ...rest] };
}

/** Moves items by as many places as `JUDGED_ORDER_DEFAULTS` say. */
export function judgedOrder<T>(
  items: readonly T[],
  verdictOn: (item: T) => Verdict | undefined,
): readonly T[] {
  // Half a place more decides between two that would stand in the same one.
  const step = JUDGED_ORDER_DEFAULTS.places + 0.5;
  const shift = { up: -step, down: step };
  return items
    .map((item, i) => {
      const verdict = verdictOn(item);
      return { item, at: i + (verdict === undefined ? 0 : shift[verdict.direction]) };
    })
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
