import type { CalendarDate } from '../../../src/corpus/article.ts';
import type { DateExpression } from '../../../src/timeline/dated-event.ts';
import { findDates } from '../../../src/timeline/dates/find-dates.ts';

/** The day a text was published (absent: unknown), the text, and its dates as {@link read} writes them. */
export type Case = readonly [published: CalendarDate | undefined, text: string, dates: string];

/**
 * Every date of a text, joined by "; ": its value; `a..b` for an interval, `a..` since, `..b` until; `?` in front of
 * what only looks like a date of one order, `~` in front of what is only compared with.
 */
export function read(text: string, published: CalendarDate | undefined): string {
  const found = findDates(text, published).filter(
    ({ type, from }) => type === 'DATE' || (type === 'TIME' && from),
  );
  const written: string[] = [];
  for (const [at, date] of found.entries()) {
    if (date.bound === 'to' && found[at - 1]?.bound === 'from') continue;
    const last = found[at + 1];
    const mark = `${date.ambiguous ? '?' : ''}${date.compared ? '~' : ''}`;
    if (date.bound === 'from' && last?.bound === 'to')
      written.push(`${mark}${writtenAs(date)}..${writtenAs(last)}`);
    else if (date.open === 'end') written.push(`${mark}${writtenAs(date)}..`);
    else if (date.open === 'start') written.push(`${mark}..${writtenAs(date)}`);
    else written.push(`${mark}${writtenAs(date)}`);
  }
  return written.join('; ');
}

function writtenAs({ type, value, from }: DateExpression): string {
  return type === 'TIME' && from !== undefined ? from : value;
}
