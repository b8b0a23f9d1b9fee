import type { DateIndex } from '../events/date-index/date-index.ts';

/** Where a period lies in its timeline, 0 to 1. */
export type PlaceOf = (day: number) => number;

/**
 * Places of days between the first and the last period: half by the calendar, half by how much is told, so that a week
 * of which much is told has room of its own, and a century of which little is told as well.
 *
 * @param within periods of the index
 */
export function placeDays(index: DateIndex, within: readonly number[], score: Float64Array): PlaceOf {
  const middle = (period: number): number =>
    ((index.periodFrom[period] ?? 0) + (index.periodTo[period] ?? 0)) / 2;
  const sorted = within.toSorted((a, b) => middle(a) - middle(b));
  const days = Float64Array.from(sorted, middle);
  const sums = new Float64Array(sorted.length);
  let sum = 0;
  for (const [at, period] of sorted.entries()) {
    sum += score[period] ?? 0;
    sums[at] = sum;
  }
  const first = days[0] ?? 0;
  const length = Math.max(1, (days.at(-1) ?? 0) - first);
  return (day) => {
    let [low, high] = [0, days.length];
    while (low < high) {
      const half = (low + high) >>> 1;
      if ((days[half] ?? 0) <= day) low = half + 1;
      else high = half;
    }
    const told = low === 0 || sum === 0 ? 0 : (sums[low - 1] ?? 0) / sum;
    return (told + Math.min(1, Math.max(0, (day - first) / length))) / 2;
  };
}

/**
 * How much something counts beside what has been chosen in its neighbourhood: 1 far from everything, `least` right beside
 * something.
 *
 * @param distance to the nearest that has been chosen, as a share of the timeline; infinite when nothing has
 * @param reach how far a neighbourhood goes, as a share of the timeline
 */
export function roomAt(distance: number, reach: number, least: number): number {
  return 1 - (1 - least) * Math.exp(-distance / reach);
}
