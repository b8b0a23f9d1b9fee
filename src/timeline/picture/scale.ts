import { type DayNumber, dayNumber, dayParts, weekdayOf } from '../resolve/day-numbers.ts';
import { ENGLISH_TIMELINE, type TimelineWords } from '../tell/timeline-words.ts';

/** A mark on the time axis. */
interface Tick {
  readonly day: DayNumber;
  readonly label: string;
}

/** A stretch of the axis with one scale: from `top` to `bottom`, in pixels. */
interface Stretch {
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly top: number;
  readonly bottom: number;
  readonly ticks: readonly Tick[];
}

/** Where days lie on an axis that leaves out long stretches in which nothing happens. */
export interface TimeScale {
  /** In order; between two of them the axis is cut. */
  readonly stretches: readonly Stretch[];
  /** Pixels from the top; clamped to the axis. */
  y(day: DayNumber): number;
}

/** Numbers that can be tuned. */
const SCALE_DEFAULTS = {
  /** Days nearer together than so many pixels are too close to tell apart: then the axis is cut at its longest gap. */
  near: 7,
  /** A gap is worth a cut when it takes so many pixels, or more. */
  gap: 84,
  mostCuts: 16,
  /** Height of a cut, and least height of a stretch, in pixels. */
  cut: 62,
  least: 24,
  /** Pixels that a tick's label takes with its surroundings. */
  tick: 54,
} as const;

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
/** How finely a day on the axis is known: of a year of which no more is told only its first day is on it. */
export type Fineness = Step['unit'];
const FINENESS: readonly Fineness[] = ['day', 'month', 'year'];

/** Days of one stretch, ascending, as often as something lies on them. */
type Group = readonly DayNumber[];

/**
 * The axis for a set of days. Each stretch is as high as it has days, so that a week with much to tell has room beside a
 * century with little.
 *
 * @param days the days that must be on it, in any order, one for each thing to show; at least one
 * @param top of the axis, in pixels
 * @param finenessOf how finely one of the days is known; the ticks beside it are no finer
 */
export function timeScale(
  days: readonly DayNumber[],
  top: number,
  bottom: number,
  finenessOf: (day: DayNumber) => Fineness = () => 'day',
  words: TimelineWords = ENGLISH_TIMELINE,
): TimeScale {
  const groups = cutUp(
    days.toSorted((a, b) => a - b),
    bottom - top,
  );
  const room = bottom - top - (groups.length - 1) * SCALE_DEFAULTS.cut - groups.length * SCALE_DEFAULTS.least;
  let from = top;
  const stretches = groups.map((group): Stretch => {
    const height = SCALE_DEFAULTS.least + (Math.max(0, room) * group.length) / Math.max(1, days.length);
    const [low, high] = [group[0] ?? 0, group.at(-1) ?? 0];
    const margin = groups.length === 1 ? Math.max(1, Math.round((high - low) * 0.02)) : 0;
    const [first, last] = [low - margin, high + margin];
    const most = Math.max(1, Math.floor(height / SCALE_DEFAULTS.tick));
    const fineness = FINENESS.find((unit) => group.some((day) => finenessOf(day) === unit)) ?? 'day';
    const ticks = ticksBetween([first, last], most, fineness, words);
    const stretch = { first, last, top: from, bottom: from + height, ticks };
    from += height + SCALE_DEFAULTS.cut;
    return stretch;
  });
  return { stretches, y: (day) => placeOf(day, stretches) };
}

function placeOf(day: DayNumber, stretches: readonly Stretch[]): number {
  let before: Stretch | undefined;
  for (const stretch of stretches) {
    const { first, last, top, bottom } = stretch;
    if (day < first) {
      if (!before) return top;
      return before.bottom + ((top - before.bottom) * (day - before.last)) / (first - before.last);
    }
    if (day <= last)
      return last === first ? (top + bottom) / 2 : top + ((bottom - top) * (day - first)) / (last - first);
    before = stretch;
  }
  return before?.bottom ?? 0;
}

/** Cuts the days at their longest gaps as long as some lie too close together to be told apart. */
function cutUp(days: Group, height: number): Group[] {
  const groups: Group[] = [days];
  const { mostCuts, cut, least } = SCALE_DEFAULTS;
  while (groups.length <= mostCuts && groups.length * cut + (groups.length + 1) * least <= height) {
    let [worst, longest, where] = [-1, SCALE_DEFAULTS.gap as number, 0];
    for (const [at, group] of groups.entries()) {
      const room = (height * group.length) / days.length;
      if (!isCrowded(group, room)) continue;
      const gap = longestGap(group);
      if (gap.share * room >= longest) [worst, longest, where] = [at, gap.share * room, gap.at];
    }
    const group = groups[worst];
    if (!group) return groups;
    groups.splice(worst, 1, group.slice(0, where + 1), group.slice(where + 1));
  }
  return groups;
}

function isCrowded(group: Group, height: number): boolean {
  const span = (group.at(-1) ?? 0) - (group[0] ?? 0);
  return group.some((day, at) => {
    const next = group[at + 1];
    return next !== undefined && next > day && ((next - day) / span) * height < SCALE_DEFAULTS.near;
  });
}

function longestGap(group: Group): { readonly at: number; readonly share: number } {
  const span = (group.at(-1) ?? 0) - (group[0] ?? 0);
  let [at, most] = [0, 0];
  for (const [index, day] of group.entries()) {
    const gap = (group[index + 1] ?? day) - day;
    if (gap > most) [at, most] = [index, gap];
  }
  return { at, share: span === 0 ? 0 : most / span };
}

/** How long a cut leaves out, in the coarsest unit that says it: "58 years". */
export function lengthName(days: number, words: TimelineWords = ENGLISH_TIMELINE): string {
  if (days >= 730) return words.length(Math.round(days / 365.25), 'years');
  return days >= 61 ? words.length(Math.round(days / 30.44), 'months') : words.length(days, 'days');
}

function ticksBetween(
  [first, last]: readonly [DayNumber, DayNumber],
  most: number,
  fineness: Fineness,
  words: TimelineWords,
): Tick[] {
  const steps = STEPS.filter(({ unit }) => FINENESS.indexOf(unit) >= FINENESS.indexOf(fineness));
  const step = steps.find((candidate) => (last - first) / candidate.days <= most) ?? STEPS.at(-1);
  if (!step) return [];
  const ticks: Tick[] = [];
  let year: number | undefined;
  for (let day = firstTick(first, step); day <= last; day = nextTick(day, step)) {
    if (day < first) continue;
    const parts = dayParts(day);
    ticks.push({ day, label: labelOf(day, step, parts.year !== year, words) });
    year = parts.year;
  }
  if (ticks.length > 0) return ticks;
  // A stretch between two round dates still says when it is.
  const unit = last - first > 300 ? 'year' : fineness;
  return [{ day: first, label: labelOf(first, { unit }, true, words) }];
}

function firstTick(first: DayNumber, step: Step): DayNumber {
  const { year, month } = dayParts(first);
  if (step.unit === 'day') return step.count >= 7 ? first + ((7 - weekdayOf(first)) % 7) : first;
  if (step.unit === 'month') return dayNumber(year, Math.floor((month - 1) / step.count) * step.count + 1, 1);
  return roundYear(year, step.count, 0);
}

function nextTick(day: DayNumber, step: Step): DayNumber {
  const { year, month } = dayParts(day);
  if (step.unit === 'day') return day + step.count;
  return step.unit === 'month' ? dayNumber(year, month + step.count, 1) : roundYear(year, step.count, 1);
}

/** The last round year up to a year, or some steps on: 800 BC is round, and its year is -799; between 1 BC and AD 1 is none. */
function roundYear(year: number, step: number, further: number): DayNumber {
  const counted = year > 0 ? (year === 1 ? 0 : year) : year - 1;
  const round = (Math.floor(counted / step) + further) * step;
  return dayNumber(round > 0 ? round : round + 1, 1, 1);
}

function labelOf(
  at: DayNumber,
  { unit }: Pick<Step, 'unit'>,
  newYear: boolean,
  words: TimelineWords,
): string {
  const { year, month, day } = dayParts(at);
  if (unit === 'year') return words.year(year);
  return words.tick({ year, month, ...(unit === 'day' && { day }), withYear: newYear });
}
