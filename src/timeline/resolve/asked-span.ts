import type { CalendarDate } from '../../corpus/article.ts';
import { type AskedPeriod, readPeriod } from '../dates/parse-period.ts';
import { compareDays } from './day-numbers.ts';

/** The span somebody asked for, or why what they typed is none, in a sentence for them. */
export type AskedSpan =
  | ({ readonly ok: true } & AskedPeriod)
  | {
      readonly ok: false;
      readonly field: 'from' | 'to';
      /** What is wrong, for words other than these. */
      readonly problem: 'unreadable' | 'noEnd' | 'noBeginning' | 'backwards';
      readonly message: string;
    };

const EXAMPLES = 'write for example 2011, June 2021, 5 March 2021, 44 BC or last year';

/**
 * Reads the two ends of a span in free form, each as {@link readPeriod} takes it: from the first day of `from` to the
 * last day of `to`. An interval in `from` ("2011-2013", "before 2015") stands for both when there is no `to`.
 *
 * @param today the day that "last year" is told from
 */
export function readSpan(from: string | undefined, to: string | undefined, today: CalendarDate): AskedSpan {
  const start = blank(from) ? undefined : readPeriod(from ?? '', today);
  const end = blank(to) ? undefined : readPeriod(to ?? '', today);
  if (!blank(from) && start === undefined) return unreadable('from', from ?? '');
  if (!blank(to) && end === undefined) return unreadable('to', to ?? '');
  const alone = blank(to) && (start?.interval === true || start?.period.from === undefined);
  const first = start?.period.from;
  const last = alone ? start?.period.to : end?.period.to;
  if (!blank(to) && last === undefined) {
    return { ok: false, field: 'to', problem: 'noEnd', message: `"${to}" has no end; ${EXAMPLES}.` };
  }
  if (!blank(from) && !blank(to) && first === undefined) {
    return {
      ok: false,
      field: 'from',
      problem: 'noBeginning',
      message: `"${from}" has no beginning; ${EXAMPLES}.`,
    };
  }
  if (first !== undefined && last !== undefined && compareDays(last, first) < 0) {
    return {
      ok: false,
      field: 'to',
      problem: 'backwards',
      message: `"${to ?? from}" ends before "${from}" begins.`,
    };
  }
  return { ok: true, ...(first !== undefined && { from: first }), ...(last !== undefined && { to: last }) };
}

function blank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

function unreadable(field: 'from' | 'to', text: string): AskedSpan {
  return {
    ok: false,
    field,
    problem: 'unreadable',
    message: `I can't read "${text.trim()}" as a date; ${EXAMPLES}.`,
  };
}
