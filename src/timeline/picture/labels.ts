import type { TimelineEntry } from '../tell/timeline-types.ts';
import { type Hand, quoteOf } from './frame.ts';
import { type LabelStyle, SIZES } from './style.ts';
import { drawable, wrap, xml } from './text.ts';

/** Bold letters are about so much wider than the regular ones that are measured. */
const BOLD = 1.14;

/** The words of one entry around the middle `y`: its date, how many articles tell it, what contradicts it, its quote. */
export function label(
  entry: TimelineEntry,
  y: number,
  style: LabelStyle,
  { metrics, colours, words }: Hand,
): string[] {
  const x = SIZES.text;
  const room = SIZES.width - SIZES.margin - x;
  const when = words.when(entry.event);
  const [conflict] = entry.conflicts;
  const against = conflict ? ` ⚠ ${words.or(shorter(words.when(conflict), when))}` : '';
  const many =
    entry.sources.length > 1 && style.quoteLines > 0 ? ` · ${words.articles(entry.sources.length)}` : '';
  const dateWidth =
    metrics.width(when, style.dateText) * BOLD + metrics.width(many + against, style.dateText);
  const first =
    style.quoteLines === 0 ? y + style.dateText * 0.36 : y - (style.height - style.gap) / 2 + style.dateText;
  const date =
    `<text x="${x}" y="${first.toFixed(1)}" font-size="${style.dateText}" fill="${colours.text}">` +
    `<tspan font-weight="bold">${xml(when)}</tspan>` +
    (against === '' ? '' : `<tspan fill="${colours.conflict}">${xml(against)}</tspan>`) +
    `<tspan fill="${colours.quiet}">${xml(many)}</tspan></text>`;
  const quote = drawable(quoteOf(entry), metrics) ?? '';
  const beside = style.quoteLines === 0 ? dateWidth + 14 : 0;
  const lines =
    quote === '' ? [] : wrap(quote, room - beside, style.quoteText, Math.max(1, style.quoteLines), metrics);
  return [
    date,
    ...lines.map((line, row) => {
      const at = style.quoteLines === 0 ? first : first + (row + 1) * SIZES.lineHeight;
      return `<text x="${(x + beside).toFixed(1)}" y="${at.toFixed(1)}" font-size="${style.quoteText}" fill="${colours.soft}">${xml(line)}</text>`;
    }),
  ];
}

/** "11 February" beside "1 February 2022": the year that both have is said once. */
function shorter(when: string, beside: string): string {
  const year = / \d{1,4}(?: BC)?$/.exec(beside)?.[0];
  return year !== undefined && when.endsWith(year) && !/[–→]/.test(when) ? when.slice(0, -year.length) : when;
}
