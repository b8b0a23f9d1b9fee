import { formatWhen } from '../format.ts';
import type { Timeline, TimelineEntry } from '../timeline-types.ts';
import type { FontMetrics } from './font.ts';
import { COLOURS, SIZES } from './style.ts';
import { drawable, wrap, xml } from './text.ts';

const ALT_LIMIT = 1024;

/** Title, and how much is shown. */
export function header(timeline: Timeline, title: string, metrics: FontMetrics): string[] {
  const words = drawable(title, metrics) ?? 'Timeline';
  const [line = ''] = wrap(words, SIZES.width - 2 * SIZES.margin, SIZES.titleText, 1, metrics);
  return [
    `<text x="${SIZES.margin}" y="76" font-size="${SIZES.titleText}" font-weight="bold" fill="${COLOURS.text}">${xml(line)}</text>`,
    `<text x="${SIZES.margin}" y="120" font-size="${SIZES.smallText}" fill="${COLOURS.quiet}">${xml(summary(timeline))}</text>`,
  ];
}

/** Instead of an axis when there is no entry. */
export function nothing(height: number, title: string, metrics: FontMetrics): string[] {
  const text = `Nothing dated about ${drawable(title, metrics) ?? 'this'}`;
  return [
    `<text x="${SIZES.width / 2}" y="${height / 2}" font-size="${SIZES.quoteText}" text-anchor="middle" fill="${COLOURS.soft}">${xml(text)}</text>`,
  ];
}

/** What the colours mean, as far as they occur. */
export function legend(entries: readonly TimelineEntry[], height: number): string[] {
  const kinds = [
    { text: 'dated in the text', show: true, colour: COLOURS.stated },
    { text: 'planned', show: entries.some(({ event }) => event.planned), colour: COLOURS.planned },
    {
      text: 'reported on that day',
      show: entries.some(({ event }) => event.basis === 'reported'),
      colour: COLOURS.reported,
    },
  ].filter((kind) => kind.show);
  let x = SIZES.margin;
  return kinds.map(({ text, colour }) => {
    const at = x;
    x += 60 + text.length * 13;
    return `<circle cx="${at + 9}" cy="${height - 42}" r="9" fill="${colour}"/><text x="${at + 28}" y="${height - 34}" font-size="${SIZES.smallText}" fill="${COLOURS.quiet}">${text}</text>`;
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
