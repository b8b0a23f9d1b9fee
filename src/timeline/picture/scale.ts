import { type DayNumber, dayNumber, dayParts, weekdayOf } from '../calendar.ts';

/** A mark on the time axis. */
export interface Tick {
  readonly day: DayNumber;
  readonly label: string;
}

/** Where days lie between 0 (first) and 1 (last) on an axis that leaves most of one long empty stretch out. */
export interface TimeScale {
  readonly first: DayNumber;
  readonly last: DayNumber;
  /** Position of a day; clamped to 0…1. */
  at(day: DayNumber): number;
  readonly ticks: readonly Tick[];
  /** The stretch that is drawn shorter than it is, if any. */
  readonly gap?: readonly [from: DayNumber, to: DayNumber];
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** An empty stretch longer than this share of the span is drawn at this share. */
const LONGEST_GAP = 0.5;
const GAP_DRAWN = 0.2;
const MOST_TICKS = 10;

/** Steps between ticks from fine to coarse: days, months or years. */
const STEPS = [
  ...[1, 2, 7].map((days) => ({ unit: 'day' as const, count: days, days })),
  ...[1, 2, 3, 6].map((months) => ({ unit: 'month' as const, count: months, days: 30.4 * months })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map((years) => ({
    unit: 'year' as const,
    count: years,
    days: 365.25 * years,
  })),
];
type Step = (typeof STEPS)[number];

/**
 * The axis for a set of days.
 *
 * @param days the days that must be on it, in any order; at least one
 */
export function timeScale(days: readonly DayNumber[]): TimeScale {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const low = sorted[0] ?? 0;
  const high = sorted.at(-1) ?? low;
  const margin = Math.max(1, Math.round((high - low) * 0.02));
  const first = low - margin;
  const last = high + margin;
  const gap = longestGap(sorted, last - first);
  const shown = gap ? last - first - (gap[1] - gap[0]) : last - first;
  const at = (day: DayNumber): number => {
    const inside = Math.min(last, Math.max(first, day));
    if (!gap) return (inside - first) / (last - first);
    const share = (1 - GAP_DRAWN) / shown;
    if (inside <= gap[0]) return (inside - first) * share;
    if (inside >= gap[1]) return (gap[0] - first) * share + GAP_DRAWN + (inside - gap[1]) * share;
    return (gap[0] - first) * share + (GAP_DRAWN * (inside - gap[0])) / (gap[1] - gap[0]);
  };
  const ticks = gap
    ? [...ticksBetween(first, gap[0], shown), ...ticksBetween(gap[1], last, shown)]
    : ticksBetween(first, last, shown);
  return { first, last, at, ticks, ...(gap && { gap }) };
}

/** The one stretch without days that takes more than half of the span, a little shorter on both sides. */
function longestGap(sorted: readonly DayNumber[], span: number): readonly [DayNumber, DayNumber] | undefined {
  if (sorted.length < 4) return undefined;
  for (const [at, day] of sorted.entries()) {
    const next = sorted[at + 1];
    if (next === undefined || next - day <= span * LONGEST_GAP) continue;
    const rest = (span - (next - day)) * 0.05;
    return [Math.round(day + rest), Math.round(next - rest)];
  }
  return undefined;
}

function ticksBetween(first: DayNumber, last: DayNumber, shown: number): Tick[] {
  const step = STEPS.find((candidate) => shown / candidate.days <= MOST_TICKS) ?? STEPS.at(-1);
  if (!step) return [];
  const ticks: Tick[] = [];
  let year: number | undefined;
  for (let day = firstTick(first, step); day <= last; day = nextTick(day, step)) {
    if (day < first) continue;
    const parts = dayParts(day);
    ticks.push({ day, label: labelOf(day, step, parts.year !== year) });
    year = parts.year;
  }
  return ticks;
}

function firstTick(first: DayNumber, step: Step): DayNumber {
  const { year, month } = dayParts(first);
  if (step.unit === 'day') return step.count >= 7 ? first + ((7 - weekdayOf(first)) % 7) : first;
  if (step.unit === 'month') return dayNumber(year, Math.floor((month - 1) / step.count) * step.count + 1, 1);
  return dayNumber(Math.floor(year / step.count) * step.count, 1, 1);
}

function nextTick(day: DayNumber, step: Step): DayNumber {
  const { year, month } = dayParts(day);
  if (step.unit === 'day') return day + step.count;
  return step.unit === 'month' ? dayNumber(year, month + step.count, 1) : dayNumber(year + step.count, 1, 1);
}

function labelOf(day: DayNumber, step: Step, newYear: boolean): string {
  const { year, month, day: dayOfMonth } = dayParts(day);
  if (step.unit === 'year') return String(year);
  const name = MONTHS[month - 1] ?? '';
  const text = step.unit === 'day' ? `${dayOfMonth} ${name}` : name;
  return newYear ? `${text} ${year}` : text;
}
