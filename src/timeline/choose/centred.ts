import type { DateIndex } from '../events/date-index/date-index.ts';
import { TIMELINE_DEFAULTS, type TimelineOptions } from '../tell/timeline-types.ts';

/** How much an article, by its number, is about the topic: 1 when all of it is. */
export type Centred = (article: number) => number;

/**
 * Articles that are entitled with the topic, or of which many sentences are about it, tell its story; one that names it
 * once tells another.
 *
 * @param isAsked whether a sentence is about the topic
 */
export function centredOn(
  index: DateIndex,
  { sentences, entitled }: Pick<TimelineOptions, 'sentences' | 'entitled'>,
  isAsked: (sentence: number) => boolean,
): Centred {
  if (sentences === undefined) return () => 1;
  const known = new Map<number, number>();
  return (number) => {
    const before = known.get(number);
    if (before !== undefined) return before;
    const article = index.articles[number];
    const share = article !== undefined && entitled?.(article) === true ? 1 : shareOf(index, number, isAsked);
    known.set(number, share);
    return share;
  };
}

function shareOf(index: DateIndex, number: number, isAsked: (sentence: number) => boolean): number {
  const { inPassing, perSentence } = TIMELINE_DEFAULTS;
  let share: number = inPassing;
  const end = index.firstSentence[number + 1] ?? 0;
  for (let at = index.firstSentence[number] ?? 0; at < end && share < 1; at++)
    if (isAsked(at)) share += perSentence;
  return Math.min(1, share);
}
