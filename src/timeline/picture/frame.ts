import { formatWhen } from '../tell/format-dates.ts';
import type { Timeline, TimelineEntry } from '../tell/timeline-types.ts';
import type { FontMetrics } from './font.ts';
import { type Palette, SIZES } from './style.ts';
import { drawable, wrap, xml } from './text.ts';

const ALT_LIMIT = 1024;

/**
 * Title, how much is shown, and that the axis is cut, if it is.
 * @param cuts how often
 */
export function header(
  timeline: Timeline,
  cuts: number,
  title: string,
  metrics: FontMetrics,
  colours: Palette,
): string[] {
  const words = drawable(title, metrics) ?? 'Timeline';
  const [line = ''] = wrap(words, SIZES.width - 2 * SIZES.margin, SIZES.titleText, 1, metrics);
  return [
    `<text x="${SIZES.margin}" y="76" font-size="${SIZES.titleText}" font-weight="bold" fill="${colours.text}">${xml(line)}</text>`,
    `<text x="${SIZES.margin}" y="120" font-size="${SIZES.smallText}" fill="${colours.quiet}">${xml(summary(timeline))}</text>`,
    ...(cuts > 0
      ? [
          `<text x="${SIZES.margin}" y="${120 + SIZES.headerLine}" font-size="${SIZES.smallText}" fill="${colours.quiet}">${xml(cutsText(cuts))}</text>`,
        ]
      : []),
  ];
}

function cutsText(cuts: number): string {
  return `Not to scale: ${count(cuts, 'quiet stretch is', 'quiet stretches are')} left out; each part has its own scale.`;
}

/** Instead of an axis when there is no entry. */
export function nothing(height: number, title: string, metrics: FontMetrics, colours: Palette): string[] {
  const text = `Nothing dated about ${drawable(title, metrics) ?? 'this'}`;
  return [
    `<text x="${SIZES.width / 2}" y="${height / 2}" font-size="${SIZES.quoteText}" text-anchor="middle" fill="${colours.soft}">${xml(text)}</text>`,
  ];
}

/** What the colours mean, as far as they occur. */
export function legend(entries: readonly TimelineEntry[], height: number, colours: Palette): string[] {
  const kinds = [
    { text: 'dated in the text', show: true, colour: colours.stated },
    { text: 'planned', show: entries.some(({ event }) => event.planned), colour: colours.planned },
    {
      text: 'reported on that day',
      show: entries.some(({ event }) => event.basis === 'reported'),
      colour: colours.reported,
    },
    {
      text: 'sources disagree',
      show: entries.some(({ conflicts }) => conflicts.length > 0),
      colour: colours.conflict,
    },
  ].filter((kind) => kind.show);
  let x = SIZES.margin;
  return kinds.map(({ text, colour }) => {
    const at = x;
    x += 56 + text.length * 12.5;
    return `<circle cx="${at + 9}" cy="${height - 42}" r="9" fill="${colour}"/><text x="${at + 28}" y="${height - 34}" font-size="${SIZES.smallText}" fill="${colours.quiet}">${text}</text>`;
  });
}

function summary({ entries, dated }: Timeline): string {
  const sources = new Set(entries.flatMap((entry) => entry.sources.map((source) => source.article))).size;
  return `${count(entries.length, 'entry', 'entries')} from ${count(dated, 'dated sentence', 'dated sentences')} · ${count(sources, 'source', 'sources')}`;
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** The quoted sentence. */
export function quoteOf(entry: TimelineEntry): string {
  const { article, sentence } = entry.event;
  return article.text.slice(sentence.start, sentence.end);
}

/** Alternative text: what the picture is, then its entries as far as they fit. */
export function describe(timeline: Timeline, title: string): string {
  let alt = `Timeline of ${title}: ${summary(timeline)}.`;
  for (const entry of timeline.entries) {
    const next = ` ${formatWhen(entry.event)}: ${quoteOf(entry).replace(/\s+/g, ' ')}`;
    if (alt.length + next.length > ALT_LIMIT) break;
    alt += next;
  }
  return alt.length > ALT_LIMIT
    ? alt
        .slice(0, ALT_LIMIT - 1)
        .replace(/[\ud800-\udbff]$/, '')
        .concat('…')
    : alt;
}
