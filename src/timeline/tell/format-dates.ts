import type { CalendarDate } from '../../corpus/article.ts';
import type { DatedEvent } from '../dated-event.ts';
import { compareDays, dayParts, formatNearestDay, parseDay } from '../resolve/day-numbers.ts';
import { periodAround } from '../resolve/period.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const SEASONS: Readonly<Record<number, string>> = { 3: 'spring', 6: 'summer', 9: 'autumn', 12: 'winter' };

/** What of an event says when it was. */
export type Dated = Pick<DatedEvent, 'from' | 'to' | 'precision' | 'approx' | 'part' | 'open'>;

/**
 * A date as finely as it is known, and no finer: "2011", "June 2021", "5 March 2021", "early 2009", "c. 2015",
 * "2011 →" (since), "→ 2013" (until), "2011 – 2013", "1990s", "19th century".
 */
export function formatWhen(event: Dated): string {
  const name = isInterval(event) ? formatInterval(event) : formatPeriod(event);
  const dated = event.part ? `${event.part}${event.part.endsWith('half') ? ' of the' : ''} ${name}` : name;
  const near = event.approx ? `c. ${dated}` : dated;
  if (event.open === 'end') return `${near} →`;
  return event.open === 'start' ? `→ ${near}` : near;
}

/** Whether it goes from one period to another one, instead of lying within one. */
export function isInterval(event: Dated): boolean {
  return event.part === undefined && event.from !== event.to && compareDays(periodEnd(event), event.to) < 0;
}

function formatInterval(event: Dated): string {
  return `${formatPeriod(event)} – ${formatPeriod(lastPeriod(event))}`;
}

/** The period in which an interval ends. */
export function lastPeriod(event: Dated): Dated {
  return { ...event, from: formatNearestDay(periodAround(event.precision, parseDay(event.to)).from) };
}

/** A year as people write it: "2011", "79", and "44 BC" for the year -43. */
export function yearName(year: number): string {
  return year > 0 ? String(year) : `${1 - year} BC`;
}

function formatPeriod({ from, precision }: Dated): string {
  const { year, month, day } = dayParts(parseDay(from));
  const name = yearName(year);
  switch (precision) {
    case 'day':
      return `${day} ${MONTHS[month - 1]} ${name}`;
    case 'weekend':
    case 'week':
      return `${precision} of ${day} ${MONTHS[month - 1]} ${name}`;
    case 'month':
      return `${MONTHS[month - 1]} ${name}`;
    case 'quarter':
      return `Q${Math.ceil(month / 3)} ${name}`;
    case 'season':
      return `${SEASONS[month] ?? 'season'} ${name}${month === 12 && year > 0 ? `/${String(year + 1).slice(-2)}` : ''}`;
    case 'half':
      return `${month <= 6 ? 'first' : 'second'} half of ${name}`;
    case 'year':
      return name;
    case 'decade':
      return year > 0 ? `${Math.floor(year / 10)}0s` : `${Math.floor((1 - year) / 10)}0s BC`;
    case 'century':
      return year > 0
        ? `${ordinal(Math.floor(year / 100) + 1)} century`
        : `${ordinal(Math.ceil((1 - year) / 100))} century BC`;
    case 'millennium':
      return year > 0
        ? `${ordinal(Math.floor(year / 1000) + 1)} millennium`
        : `${ordinal(Math.ceil((1 - year) / 1000))} millennium BC`;
  }
}

/** Last day of the period that holds the event's first day. */
function periodEnd({ from, precision }: Dated): CalendarDate {
  return formatNearestDay(periodAround(precision, parseDay(from)).to);
}

function ordinal(number: number): string {
  const tail =
    number % 100 >= 11 && number % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${tail}`;
}
