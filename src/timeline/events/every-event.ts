import type { CalendarDate } from '../../corpus/article.ts';
import type { DatedEvent } from '../dated-event.ts';
import { parseDay } from '../resolve/day-numbers.ts';
import { NO_PERIOD } from './date-index/date-columns.ts';
import { articleOf, type DateIndex, eventAt } from './date-index/date-index.ts';

export interface EveryEventOptions {
  /** Numbers of the sentences to look at, ascending; absent: all. */
  readonly sentences?: Uint32Array | undefined;
  readonly from?: CalendarDate | undefined;
  readonly to?: CalendarDate | undefined;
  /** Also sentences without a date, on the day they were published. */
  readonly reported: boolean;
}

/** Every date of every sentence, nothing chosen and nothing folded, in the order of the corpus. */
export function* everyEvent(
  index: DateIndex,
  { sentences, from, to, reported }: EveryEventOptions,
): Generator<DatedEvent> {
  const first = from === undefined ? Number.NEGATIVE_INFINITY : parseDay(from);
  const last = to === undefined ? Number.POSITIVE_INFINITY : parseDay(to);
  const within = (period: number): boolean =>
    (index.periodTo[period] ?? first) >= first && (index.periodFrom[period] ?? last) <= last;
  const total = sentences?.length ?? index.sentenceStart.length;
  for (let at = 0; at < total; at++) {
    const sentence = sentences?.[at] ?? at;
    const [start, end] = [index.rowStart[sentence] ?? 0, index.rowStart[sentence + 1] ?? 0];
    for (let row = start; row < end; row++) {
      if (within(index.period[row] ?? NO_PERIOD)) yield eventAt(index, sentence, row);
    }
    if (!reported || end > start || index.boilerplate[sentence] === 1) continue;
    const published = index.publishedPeriod[articleOf(index, sentence)] ?? NO_PERIOD;
    if (published !== NO_PERIOD && within(published)) yield eventAt(index, sentence, undefined);
  }
}
