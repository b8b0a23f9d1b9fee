import type { Timeline, TimelineEntry } from '../tell/timeline-types.ts';
import type { TimelineWords } from '../tell/timeline-words.ts';
import type { FontMetrics } from './font.ts';
import { type Palette, SIZES } from './style.ts';
import { drawable, wrap, xml } from './text.ts';

const ALT_LIMIT = 1024;

/** What everything that is written is written with. */
export interface Hand {
  readonly metrics: FontMetrics;
  readonly colours: Palette;
  readonly words: TimelineWords;
}

/**
 * Title, how much is shown, and that the axis is cut, if it is.
 * @param cuts how often
 */
export function header(
  timeline: Timeline,
  cuts: number,
  title: string,
  { metrics, colours, words }: Hand,
): string[] {
  const name = drawable(title, metrics) ?? words.untitled;
  const [line = ''] = wrap(name, SIZES.width - 2 * SIZES.margin, SIZES.titleText, 1, metrics);
  return [
    `<text x="${SIZES.margin}" y="76" font-size="${SIZES.titleText}" font-weight="bold" fill="${colours.text}">${xml(line)}</text>`,
    `<text x="${SIZES.margin}" y="120" font-size="${SIZES.smallText}" fill="${colours.quiet}">${xml(summary(timeline, words))}</text>`,
    ...(cuts > 0
      ? [
          `<text x="${SIZES.margin}" y="${120 + SIZES.headerLine}" font-size="${SIZES.smallText}" fill="${colours.quiet}">${xml(words.cuts(cuts))}</text>`,
        ]
      : []),
  ];
}

/** Instead of an axis when there is no entry. */
export function nothing(height: number, text: string, colours: Palette): string[] {
  return [
    `<text x="${SIZES.width / 2}" y="${height / 2}" font-size="${SIZES.quoteText}" text-anchor="middle" fill="${colours.soft}">${xml(text)}</text>`,
  ];
}

/** What the colours mean, as far as they occur. */
export function legend(
  entries: readonly TimelineEntry[],
  height: number,
  { metrics, colours, words }: Hand,
): string[] {
  const kinds = [
    { text: words.stated, show: true, colour: colours.stated },
    { text: words.planned, show: entries.some(({ event }) => event.planned), colour: colours.planned },
    {
      text: words.reported,
      show: entries.some(({ event }) => event.basis === 'reported'),
      colour: colours.reported,
    },
    {
      text: words.disagree,
      show: entries.some(({ conflicts }) => conflicts.length > 0),
      colour: colours.conflict,
    },
  ].filter((kind) => kind.show);
  let x = SIZES.margin;
  return kinds.map(({ text, colour }) => {
    const at = x;
    x += 60 + metrics.width(text, SIZES.smallText);
    return `<circle cx="${at + 9}" cy="${height - 42}" r="9" fill="${colour}"/><text x="${at + 28}" y="${height - 34}" font-size="${SIZES.smallText}" fill="${colours.quiet}">${xml(text)}</text>`;
  });
}

function summary({ entries, dated }: Timeline, words: TimelineWords): string {
  const sources = new Set(entries.flatMap((entry) => entry.sources.map((source) => source.article))).size;
  return words.summary({ entries: entries.length, dated, sources });
}

/** The quoted sentence. */
export function quoteOf(entry: TimelineEntry): string {
  const { article, sentence } = entry.event;
  return article.text.slice(sentence.start, sentence.end);
}

/** Alternative text: what the picture is, then its entries as far as they fit. */
export function describe(timeline: Timeline, title: string, words: TimelineWords): string {
  let alt = words.about(title, summary(timeline, words));
  for (const entry of timeline.entries) {
    const next = ` ${words.when(entry.event)}: ${quoteOf(entry).replace(/\s+/g, ' ')}`;
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
