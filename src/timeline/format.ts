import { formatNearestDay, parseDay } from './calendar.ts';
import { periodAround } from './period.ts';
import type { DatedEvent } from './types.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const SEASONS: Readonly<Record<string, string>> = {
  '03': 'spring',
  '06': 'summer',
  '09': 'autumn',
  '12': 'winter',
};

/** What of an event says when it was. */
export type Dated = Pick<DatedEvent, 'from' | 'to' | 'precision' | 'approx' | 'part' | 'open'>;

/**
 * A date as finely as it is known, and no finer: "2011", "June 2021", "5 March 2021", "early 2009", "c. 2015",
 * "2011 →" (since), "→ 2013" (until), "2011 – 2013", "1990s", "19th century".
 */
export function formatWhen(event: Dated): string {
  const name = isInterval(event) ? formatInterval(event) : formatPeriod(event);
  const dated = event.part ? `${event.part} ${name}` : name;
  const near = event.approx ? `c. ${dated}` : dated;
  if (event.open === 'end') return `${near} →`;
  return event.open === 'start' ? `→ ${near}` : near;
}

/** Whether it goes from one period to another one, instead of lying within one. */
export function isInterval(event: Dated): boolean {
  return event.part === undefined && event.from !== event.to && periodEnd(event) < event.to;
}

function formatInterval(event: Dated): string {
  const first = formatPeriod(event);
  const last = formatPeriod({
    ...event,
    from: formatNearestDay(periodAround(event.precision, parseDay(event.to)).from),
  });
  return `${first} – ${last}`;
}

function formatPeriod({ from, precision }: Dated): string {
  const [year = '', month = '', day = ''] = from.split('-');
  const number = Number(year);
  switch (precision) {
    case 'day':
      return `${Number(day)} ${MONTHS[Number(month) - 1]} ${number}`;
    case 'weekend':
    case 'week':
      return `${precision} of ${Number(day)} ${MONTHS[Number(month) - 1]} ${number}`;
    case 'month':
      return `${MONTHS[Number(month) - 1]} ${number}`;
    case 'quarter':
      return `Q${Math.ceil(Number(month) / 3)} ${number}`;
    case 'season':
      return `${SEASONS[month] ?? 'season'} ${number}${month === '12' ? `/${String(number + 1).slice(2)}` : ''}`;
    case 'half':
      return `${Number(month) <= 6 ? 'first' : 'second'} half of ${number}`;
    case 'year':
      return String(number);
    case 'decade':
      return `${Math.floor(number / 10)}0s`;
    case 'century':
      return `${ordinal(Math.floor(number / 100) + 1)} century`;
  }
}

/** Last day of the period that holds the event's first day. */
function periodEnd({ from, precision }: Dated): string {
  return formatNearestDay(periodAround(precision, parseDay(from)).to);
}

function ordinal(number: number): string {
  const tail =
    number % 100 >= 11 && number % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${tail}`;
}
