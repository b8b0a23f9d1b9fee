import { type DayNumber, parseDay } from '../calendar.ts';
import { formatWhen } from '../format.ts';
import type { Timeline, TimelineEntry } from '../timeline-types.ts';
import { axis, strip } from './axis.ts';
import type { FontMetrics } from './font.ts';
import { describe, header, legend, nothing, quoteOf } from './frame.ts';
import { lanes, spread } from './layout.ts';
import { mark } from './marks.ts';
import { timeScale } from './scale.ts';
import { COLOURS, SIZES } from './style.ts';
import { drawable, wrap, xml } from './text.ts';

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
}

/** An entry with its place on the axis, in pixels from the top. */
interface Placed {
  readonly entry: TimelineEntry;
  readonly top: number;
  readonly bottom: number;
  readonly lane: number;
}

/** Entries beyond the labelled ones are left out when the axis would have to be more than this many times as long. */
const WIDEST = 3;
const MARGIN = 0.15;

/**
 * Draws a timeline from top to bottom: a time axis with a bar for the number of dated sentences of each stretch on its
 * left, points and bars for the entries on its right, and the words of the most salient ones without overlaps.
 */
export function drawTimeline(timeline: Timeline, options: PictureOptions): Picture {
  const { entries } = timeline;
  const labelled = mostSalient(entries);
  const height =
    SIZES.header + Math.max(SIZES.leastAxis, labelled.size * (SIZES.label + SIZES.gap)) + SIZES.footer;
  const [top, bottom] = [SIZES.header, height - SIZES.footer];
  const body =
    entries.length === 0
      ? nothing(height, options.title, options.metrics)
      : drawBody(timeline, labelled, top, bottom, options);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZES.width}" height="${height}" viewBox="0 0 ${SIZES.width} ${height}" font-family="${xml(options.fontFamily)}">`,
    `<title>${xml(options.title)}</title>`,
    `<rect width="${SIZES.width}" height="${height}" fill="${COLOURS.ground}"/>`,
    ...header(timeline, options.title, options.metrics),
    ...body,
    ...legend(entries, height),
    '</svg>',
  ].join('\n');
  return { svg, alt: describe(timeline, options.title), width: SIZES.width, height };
}

function mostSalient(entries: readonly TimelineEntry[]): ReadonlySet<TimelineEntry> {
  return new Set(entries.toSorted((a, b) => b.salience - a.salience).slice(0, SIZES.mostLabels));
}

function drawBody(
  timeline: Timeline,
  labelled: ReadonlySet<TimelineEntry>,
  top: number,
  bottom: number,
  options: PictureOptions,
): string[] {
  const window = windowOf(timeline.entries, labelled);
  const shown = timeline.entries.filter(
    ({ event }) => parseDay(event.to) >= window[0] && parseDay(event.from) <= window[1],
  );
  const inside = (day: DayNumber): DayNumber => Math.min(window[1], Math.max(window[0], day));
  const scale = timeScale(
    shown.flatMap(({ event }) => [inside(parseDay(event.from)), inside(parseDay(event.to))]),
  );
  const y = (day: DayNumber): number => top + scale.at(day) * (bottom - top);
  const placed = place(shown, y, top, bottom);
  const earlier = timeline.entries.filter(({ event }) => parseDay(event.to) < window[0]).length;
  const later = timeline.entries.length - shown.length - earlier;
  return [
    ...beyond(earlier, `${earlier} earlier`, top - 14),
    ...beyond(later, `${later} later`, bottom + 34),
    ...axis(scale, y, top, bottom),
    ...strip(timeline.counts, scale, y, top, bottom),
    ...labels(
      placed.filter(({ entry }) => labelled.has(entry)),
      top,
      bottom,
      options,
    ),
    ...placed.map(({ entry, top: from, bottom: to, lane }) => mark(entry.event, laneX(lane), from, to)),
  ];
}

/** The days to show: all of them, unless what is labelled lies in a much shorter span. */
function windowOf(
  entries: readonly TimelineEntry[],
  labelled: ReadonlySet<TimelineEntry>,
): readonly [DayNumber, DayNumber] {
  const spanOf = (chosen: readonly TimelineEntry[]): [DayNumber, DayNumber] => [
    Math.min(...chosen.map(({ event }) => parseDay(event.from))),
    Math.max(...chosen.map(({ event }) => parseDay(event.to))),
  ];
  const [first, last] = spanOf(entries);
  const [start, end] = spanOf([...labelled]);
  if (last - first <= WIDEST * (end - start + 1)) return [first, last];
  const margin = Math.ceil((end - start + 1) * MARGIN);
  return [Math.max(first, start - margin), Math.min(last, end + margin)];
}

/** How many entries lie beyond an end of the axis. */
function beyond(entries: number, text: string, y: number): string[] {
  if (entries === 0) return [];
  return [
    `<text x="${SIZES.axis}" y="${y}" font-size="${SIZES.tickText}" text-anchor="middle" fill="${COLOURS.quiet}">${text}</text>`,
  ];
}

/** Single days are points on the axis; what has a length on it lies beside it, the same period once. */
function place(
  entries: readonly TimelineEntry[],
  y: (day: DayNumber) => number,
  top: number,
  bottom: number,
): Placed[] {
  const spans = entries.map((entry) => {
    const { from, to, open } = entry.event;
    const last = from === to ? y(parseDay(from)) : y(parseDay(to) + 1);
    return {
      entry,
      key: `${from} ${to} ${open}`,
      top: open === 'start' ? top : y(parseDay(from)),
      bottom: open === 'end' ? bottom : last,
    };
  });
  const bars = new Map(
    spans.filter((span) => span.bottom - span.top > SIZES.point).map((span) => [span.key, span]),
  );
  const ordered = [...bars.values()].sort((a, b) => a.top - b.top || b.bottom - a.bottom);
  const lane = lanes(
    ordered.map((bar) => [bar.top, bar.bottom] as const),
    SIZES.lanes,
  );
  const laneOf = new Map(ordered.map((bar, at) => [bar.key, (lane[at] ?? 0) + 1]));
  return spans
    .map(({ key, ...span }) => ({ ...span, lane: laneOf.get(key) ?? 0 }))
    .sort((a, b) => a.top - b.top);
}

function laneX(lane: number): number {
  return SIZES.axis + lane * SIZES.laneWidth;
}

function labels(placed: readonly Placed[], top: number, bottom: number, options: PictureOptions): string[] {
  const wishes = placed.map(({ top: from, bottom: to }) => ({
    y: to - from > SIZES.point ? Math.min(to, from + SIZES.label / 2) : (from + to) / 2,
    height: SIZES.label + SIZES.gap,
  }));
  const middles = spread(wishes, top - SIZES.gap, bottom + SIZES.gap);
  return placed.flatMap(({ entry, lane }, at) => {
    const [wish, middle] = [wishes[at]?.y ?? 0, middles[at] ?? 0];
    const x = SIZES.text;
    const leader = `<path d="M${laneX(lane)} ${wish.toFixed(1)}L${x - 34} ${middle.toFixed(1)}H${x - 10}" fill="none" stroke="${COLOURS.line}" stroke-width="2"/>`;
    const more = entry.sources.length > 1 ? ` · ${entry.sources.length} articles` : '';
    const quote = drawable(quoteOf(entry), options.metrics);
    const lines =
      quote === undefined
        ? []
        : wrap(quote, SIZES.width - SIZES.margin - x, SIZES.quoteText, 2, options.metrics);
    const first = middle - SIZES.label / 2 + SIZES.dateText;
    return [
      leader,
      `<text x="${x}" y="${first.toFixed(1)}" font-size="${SIZES.dateText}" font-weight="bold" fill="${COLOURS.text}">${xml(formatWhen(entry.event) + more)}</text>`,
      ...lines.map(
        (line, row) =>
          `<text x="${x}" y="${(first + (row + 1) * SIZES.lineHeight).toFixed(1)}" font-size="${SIZES.quoteText}" fill="${COLOURS.soft}">${xml(line)}</text>`,
      ),
    ];
  });
}
