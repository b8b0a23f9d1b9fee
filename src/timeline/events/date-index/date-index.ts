import type { DatedEvent, UnresolvedDate } from '../../dated-event.ts';
import { formatDay } from '../../resolve/day-numbers.ts';
import { type DateColumns, NO_PERIOD } from './date-columns.ts';
import { unpackTraits } from './date-traits.ts';
import type { PeriodLists } from './period-lists.ts';
import type { Mentions } from './salience.ts';

/** The dates of a corpus, ready to be asked. */
export interface DateIndex extends DateColumns, PeriodLists {
  /** What the whole corpus names. */
  readonly overall: Mentions;
  readonly unresolved: readonly UnresolvedDate[];
}

/** The article that a sentence belongs to: binary search over the articles' first sentences. */
export function articleOf(index: DateIndex, sentence: number): number {
  let low = 0;
  let high = index.articles.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((index.firstSentence[middle] ?? 0) <= sentence) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A row (or, without one, the publication date) of a sentence as an event. @throws RangeError for no such sentence */
export function eventAt(index: DateIndex, sentence: number, row: number | undefined): DatedEvent {
  const number = articleOf(index, sentence);
  const article = index.articles[number];
  const start = index.sentenceStart[sentence];
  const end = index.sentenceEnd[sentence];
  if (!article || start === undefined || end === undefined) throw new RangeError(`No sentence ${sentence}`);
  const period = (row === undefined ? index.publishedPeriod[number] : index.period[row]) ?? NO_PERIOD;
  const from = index.periodFrom[period];
  const to = index.periodTo[period];
  if (from === undefined || to === undefined) throw new RangeError(`Sentence ${sentence} has no date`);
  const place = {
    article,
    sentence: { start, end, paragraph: index.paragraph[sentence] ?? 0 },
    from: formatDay(from),
    to: formatDay(to),
  };
  if (row === undefined) return { ...place, precision: 'day', basis: 'reported', planned: false };
  const expression = [index.expressionStart[row] ?? start, index.expressionEnd[row] ?? start] as const;
  return { ...place, expression, ...unpackTraits(index.traits[row] ?? 0) };
}
