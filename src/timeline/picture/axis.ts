import type { DayNumber } from '../resolve/day-numbers.ts';
import type { PeriodCount } from '../tell/timeline-types.ts';
import type { TimelineWords } from '../tell/timeline-words.ts';
import { lengthName, type TimeScale } from './scale.ts';
import { type Palette, SIZES } from './style.ts';
import { xml } from './text.ts';

/** The axis with its ticks, and a zigzag with the time left out where it is cut. */
export function axis({ stretches, y }: TimeScale, colours: Palette, words: TimelineWords): string[] {
  const x = SIZES.axis;
  return stretches.flatMap(({ first, top, bottom, ticks }, at) => {
    const before = stretches[at - 1];
    const line = `<path d="M${x} ${top.toFixed(1)}V${bottom.toFixed(1)}" stroke="${colours.line}" stroke-width="4" stroke-linecap="round"/>`;
    const marks = ticks.map(({ day, label }) => tick(y(day), label, colours));
    return before
      ? [cut(before.bottom, top, lengthName(first - before.last, words), colours), line, ...marks]
      : [line, ...marks];
  });
}

function tick(y: number, label: string, colours: Palette): string {
  return (
    `<path d="M${SIZES.axis - 8} ${y.toFixed(1)}H${SIZES.axis}" stroke="${colours.line}" stroke-width="3"/>` +
    `<text x="${SIZES.ticks}" y="${(y + 8).toFixed(1)}" font-size="${SIZES.tickText}" text-anchor="end" fill="${colours.quiet}">${xml(label)}</text>`
  );
}

function cut(from: number, to: number, length: string, colours: Palette): string {
  const middle = (from + to) / 2;
  return (
    `<path d="M${SIZES.axis} ${(from + 4).toFixed(1)}V${(middle - 14).toFixed(1)}l-11 7l22 7l-22 7l11 7V${(to - 4).toFixed(1)}" fill="none" stroke="${colours.quiet}" stroke-width="3" stroke-linejoin="round"/>` +
    `<text x="${SIZES.axis - 22}" y="${(middle + 7).toFixed(1)}" font-size="${SIZES.tickText - 3}" font-style="italic" text-anchor="end" fill="${colours.quiet}">${xml(length)}</text>`
  );
}

/** How many dated sentences each part of the axis has; a long period counts evenly over its length. */
export function strip(
  counts: readonly PeriodCount[],
  { stretches, y }: TimeScale,
  colours: Palette,
): string[] {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last) return [];
  const { top } = first;
  const bins = new Float64Array(Math.max(1, Math.floor((last.bottom - top) / SIZES.bin)));
  const binOf = (day: DayNumber): number => Math.min(bins.length - 1, Math.round((y(day) - top) / SIZES.bin));
  for (const { from, to, sentences } of counts) {
    if (to < first.first || from > last.last) continue;
    const [begin, end] = [binOf(Math.max(from, first.first)), binOf(Math.min(to, last.last))];
    for (let bin = begin; bin <= end; bin++) bins[bin] = (bins[bin] ?? 0) + sentences / (end - begin + 1);
  }
  const most = Math.max(...bins);
  const isCut = (at: number): boolean =>
    !stretches.some((one) => at >= one.top - SIZES.bin && at <= one.bottom + SIZES.bin);
  return [...bins].flatMap((count, bin) => {
    // The words beside a cut stand where the bars would.
    if (count === 0 || isCut(top + bin * SIZES.bin)) return [];
    const width = Math.max(3, Math.sqrt(count / most) * SIZES.strip);
    const x = SIZES.axis - 12 - width;
    return `<rect x="${x.toFixed(1)}" y="${(top + (bin - 0.5) * SIZES.bin).toFixed(1)}" width="${width.toFixed(1)}" height="${SIZES.bin}" fill="${colours.strip}"/>`;
  });
}
