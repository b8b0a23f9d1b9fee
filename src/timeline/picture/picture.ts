import { type DayNumber, parseDay } from '../resolve/day-numbers.ts';
import type { Precision } from '../resolve/period.ts';
import type { Timeline, TimelineEntry } from '../tell/timeline-types.ts';
import { ENGLISH_TIMELINE, type TimelineWords } from '../tell/timeline-words.ts';
import { axis, strip } from './axis.ts';
import type { FontMetrics } from './font.ts';
import { describe, header, legend, nothing } from './frame.ts';
import { label } from './labels.ts';
import { lanes, spread } from './layout.ts';
import { bar, colourOf, mark } from './marks.ts';
import { type Fineness, type TimeScale, timeScale } from './scale.ts';
import { labelStyle, PALETTES, type Palette, SIZES, type Theme } from './style.ts';
import { drawable, xml } from './text.ts';

/** A drawing and the same in words. */
export interface Picture {
  readonly svg: string;
  /** For those who cannot see it; at most 1024 UTF-16 units. */
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}

export interface PictureOptions {
  /** What the timeline is about. */
  readonly title: string;
  /** The name of the font in the SVG; `metrics` must be that font's. */
  readonly fontFamily: string;
  readonly metrics: FontMetrics;
  readonly theme: Theme;
  /** Absent: English. */
  readonly words?: TimelineWords;
}

/** What is known to a year at best. */
const COARSE: ReadonlySet<Precision> = new Set(['year', 'decade', 'century', 'millennium']);
/** Days from which an entry lasts: a year, a month are as good as a point. */
const LASTING = 367;

/** An entry with its place on the axis, in pixels from the top; `lane` from 1 for what is drawn as a bar, 0 for a point. */
interface Placed {
  readonly entry: TimelineEntry;
  readonly top: number;
  readonly bottom: number;
  readonly lane: number;
}

/**
 * Draws a timeline from top to bottom: a time axis, cut where long nothing happens, with a bar for the number of dated
 * sentences of each part on its left; on its right every entry with a mark of its own, its date and its words, and a bar
 * in a lane for what lasts.
 */
export function drawTimeline(timeline: Timeline, options: PictureOptions): Picture {
  const { entries } = timeline;
  const { title, metrics, words = ENGLISH_TIMELINE } = options;
  const colours = PALETTES[options.theme];
  const style = labelStyle(entries.length);
  const axisHeight = Math.max(SIZES.leastAxis, entries.length * style.height);
  const top = SIZES.header + SIZES.headerLine;
  const scale =
    entries.length === 0
      ? undefined
      : timeScale(entries.flatMap(daysOf), top, top + axisHeight, finenessOf(entries), words);
  const height = top + axisHeight + SIZES.footer;
  const body = scale
    ? drawBody(timeline, scale, [top, top + axisHeight], options)
    : nothing(height, words.nothing(drawable(title, metrics)), colours);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZES.width}" height="${height}" viewBox="0 0 ${SIZES.width} ${height}" font-family="${xml(options.fontFamily)}">`,
    `<title>${xml(title)}</title>`,
    `<rect width="${SIZES.width}" height="${height}" fill="${colours.ground}"/>`,
    ...header(timeline, (scale?.stretches.length ?? 1) - 1, title, { metrics, colours, words }),
    ...body,
    ...legend(entries, height, { metrics, colours, words }),
    '</svg>',
  ].join('\n');
  return { svg, alt: describe(timeline, title, words), width: SIZES.width, height };
}

/** The days that an entry puts on the axis: what lasts for more than a year has a begin and an end. */
function daysOf({ event }: TimelineEntry): DayNumber[] {
  const [from, to] = [parseDay(event.from), parseDay(event.to)];
  if (event.open === 'start') return [to];
  return event.open === 'end' || to - from < LASTING ? [from] : [from, to];
}

/** How finely the entries know the days that they put on the axis. */
function finenessOf(entries: readonly TimelineEntry[]): (day: DayNumber) => Fineness {
  const known = new Map<DayNumber, Fineness>();
  for (const entry of entries) {
    const { precision } = entry.event;
    const fineness = COARSE.has(precision) ? 'year' : precision === 'month' ? 'month' : 'day';
    for (const day of daysOf(entry)) {
      const before = known.get(day);
      if (before === undefined || before === 'year' || fineness === 'day') known.set(day, fineness);
    }
  }
  return (day) => known.get(day) ?? 'day';
}

function drawBody(
  timeline: Timeline,
  scale: TimeScale,
  [top, bottom]: readonly [number, number],
  { theme, metrics, words = ENGLISH_TIMELINE }: PictureOptions,
): string[] {
  const colours = PALETTES[theme];
  const style = labelStyle(timeline.entries.length);
  const { placed, width } = place(timeline.entries, scale);
  const wishes = placed.map(({ top: from, bottom: to, lane }) => ({
    y: lane > 0 ? Math.min(to, from + style.height / 2) : (from + to) / 2,
    height: style.height,
  }));
  const middles = spread(wishes, top, bottom);
  const laneX = (lane: number): number => SIZES.axis + lane * width;
  return [
    ...strip(timeline.counts, scale, colours),
    ...axis(scale, colours, words),
    ...placed.map(({ lane }, at) => leader(laneX(lane), wishes[at]?.y ?? 0, middles[at] ?? 0, colours)),
    ...placed.map(({ entry: { event }, lane, top: from, bottom: to }) =>
      lane > 0
        ? bar(event, laneX(lane), width * 0.6, from, to, colours)
        : dot((from + to) / 2, colourOf(event, colours)),
    ),
    ...placed.flatMap(({ entry }, at) => [
      mark(entry.event, middles[at] ?? 0, entry.conflicts.length > 0, colours),
      ...label(entry, middles[at] ?? 0, style, { metrics, colours, words }),
    ]),
  ];
}

/** Single days are points on the axis; what has a length on it lies beside it in a lane where nothing overlaps it. */
function place(
  entries: readonly TimelineEntry[],
  { y, stretches }: TimeScale,
): { readonly placed: readonly Placed[]; readonly width: number } {
  const spans = entries
    .map((entry) => {
      const { from, to, open } = entry.event;
      const first = parseDay(from);
      const within = stretches.find((stretch) => stretch.first <= first && first <= stretch.last);
      // A year alone in its part of the axis does not reach into the cut behind it.
      const short = parseDay(to) - first < LASTING && within !== undefined;
      const last = short ? Math.min(parseDay(to), within.last) : parseDay(to);
      const [begin, end] = [y(first), y(last)];
      if (open === 'end') return { entry, top: begin, bottom: begin + SIZES.openBar };
      return open === 'start'
        ? { entry, top: end - SIZES.openBar, bottom: end }
        : { entry, top: begin, bottom: end };
    })
    .sort((a, b) => a.top - b.top || b.bottom - a.bottom);
  const bars = spans.filter((span) => span.bottom - span.top > SIZES.point);
  const free = lanes(
    bars.map((span) => [span.top, span.bottom + 6] as const),
    SIZES.lanes,
  );
  const laneOf = new Map(bars.map((span, at) => [span, (free[at] ?? 0) + 1]));
  const width = Math.min(SIZES.laneWidth, SIZES.laneRoom / Math.max(1, ...laneOf.values()));
  return { placed: spans.map((span) => ({ ...span, lane: laneOf.get(span) ?? 0 })), width };
}

function dot(y: number, colour: string): string {
  return `<circle cx="${SIZES.axis}" cy="${y.toFixed(1)}" r="5" fill="${colour}"/>`;
}

/** From the place on the axis to the mark beside the words. */
function leader(x: number, from: number, to: number, colours: Palette): string {
  const end = SIZES.marks - 12;
  return `<path d="M${x.toFixed(1)} ${from.toFixed(1)}L${end - 14} ${to.toFixed(1)}H${end}" fill="none" stroke="${colours.line}" stroke-width="2"/>`;
}
