import type { DayNumber } from '../calendar.ts';
import type { PeriodCount } from '../timeline-types.ts';
import type { TimeScale } from './scale.ts';
import { COLOURS, SIZES } from './style.ts';
import { xml } from './text.ts';

/** The axis with its ticks, and a zigzag where a long empty stretch is drawn shorter. */
export function axis(scale: TimeScale, y: (day: DayNumber) => number, top: number, bottom: number): string[] {
  const ticks = scale.ticks.map(({ day, label }) => {
    const at = y(day).toFixed(1);
    return (
      `<path d="M${SIZES.axis - 8} ${at}H${SIZES.axis}" stroke="${COLOURS.line}" stroke-width="3"/>` +
      `<text x="${SIZES.ticks}" y="${(y(day) + 8).toFixed(1)}" font-size="${SIZES.tickText}" text-anchor="end" fill="${COLOURS.quiet}">${xml(label)}</text>`
    );
  });
  const line = `<path d="M${SIZES.axis} ${top}V${bottom}" stroke="${COLOURS.line}" stroke-width="4" stroke-linecap="round"/>`;
  if (!scale.gap) return [line, ...ticks];
  const middle = (y(scale.gap[0]) + y(scale.gap[1])) / 2;
  const zigzag = `<path d="M${SIZES.axis} ${middle - 20}l-12 8l24 8l-24 8l12 8" fill="none" stroke="${COLOURS.ground}" stroke-width="12"/><path d="M${SIZES.axis} ${middle - 20}l-12 8l24 8l-24 8l12 8" fill="none" stroke="${COLOURS.quiet}" stroke-width="3"/>`;
  return [line, zigzag, ...ticks];
}

/** How many dated sentences each stretch of the axis has; a long period counts evenly over its length. */
export function strip(
  counts: readonly PeriodCount[],
  scale: TimeScale,
  y: (day: DayNumber) => number,
  top: number,
  bottom: number,
): string[] {
  const bins = new Float64Array(Math.max(1, Math.floor((bottom - top) / SIZES.bin)));
  const binOf = (day: DayNumber): number => Math.min(bins.length - 1, Math.round((y(day) - top) / SIZES.bin));
  for (const { from, to, sentences } of counts) {
    if (to < scale.first || from > scale.last) continue;
    const [first, last] = [binOf(Math.max(from, scale.first)), binOf(Math.min(to, scale.last))];
    for (let bin = first; bin <= last; bin++) bins[bin] = (bins[bin] ?? 0) + sentences / (last - first + 1);
  }
  const most = Math.max(...bins);
  return [...bins].flatMap((count, bin) => {
    if (count === 0) return [];
    const width = Math.max(3, Math.sqrt(count / most) * SIZES.strip);
    const x = SIZES.axis - 12 - width;
    return `<rect x="${x.toFixed(1)}" y="${top + (bin - 0.5) * SIZES.bin}" width="${width.toFixed(1)}" height="${SIZES.bin}" fill="${COLOURS.strip}"/>`;
  });
}
