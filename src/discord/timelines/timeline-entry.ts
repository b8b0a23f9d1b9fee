import type { DatedEvent } from '../../timeline/dated-event.ts';
import type { Precision } from '../../timeline/resolve/period.ts';
import type { TimelineEntry } from '../../timeline/tell/timeline-types.ts';
import { quoteMarkdown } from '../quoting/quote-view.ts';
import { knownOrigin, type SourceSize, titleMarkdown } from '../quoting/source-line.ts';
import { escapeMarkdown, subtext } from '../replies/escape-markdown.ts';
import { whenText } from '../words/when-text.ts';
import type { Words } from '../words/words.ts';

const DEFAULTS = {
  /** A quote's Markdown: nearly every sentence is shorter. */
  quote: 480,
  source: { title: 80, url: 300, names: 40 },
  conflict: { title: 60, url: 200, names: 30 },
} as const satisfies Record<string, number | SourceSize>;

/** What entries by date are grouped under; what is less precise than a month stands under its year only. */
export interface Heading {
  readonly level: 'year' | 'month';
  readonly text: string;
}

const UNDER_MONTH: ReadonlySet<Precision> = new Set(['day', 'weekend', 'week', 'month']);

/** The year, decade or century that an event is listed under, and its month if it is known: those of its first day. */
export function headingsOf(event: DatedEvent, words: Words): readonly [year: Heading, month?: Heading] {
  const { from, precision } = event;
  const long = precision === 'decade' || precision === 'century' || precision === 'millennium';
  const at = (of: Precision) => whenText({ from, to: from, precision: of }, words);
  const year: Heading = { level: 'year', text: at(long ? precision : 'year') };
  return UNDER_MONTH.has(precision) ? [year, { level: 'month', text: at('month') }] : [year];
}

/**
 * One entry: its date as finely as it is known, the quote with the date in bold, the linked source.
 * @param headings the headings above it that the entry before does not share, the year first
 */
export function entryMarkdown(
  { event, sources, conflicts }: TimelineEntry,
  headings: readonly Heading[],
  words: Words,
): string {
  const { article, sentence, expression } = event;
  const { start, end } = sentence;
  const passage = { text: article.text, start, end, ...(expression && { strong: expression }) };
  const more = sources.length > 1 ? ` · ${words.say('timeline.inArticles', { count: sources.length })}` : '';
  const origin = `${knownOrigin(' · ', article, DEFAULTS.source, words)}${more}`;
  const [conflict, ...others] = conflicts;
  const when = whenText(event, words);
  const basis = event.basis === 'reported' ? 'timeline.reported' : 'timeline.planned';
  const note = event.basis === 'reported' || event.planned ? ` · ${words.say(basis)}` : '';
  return [
    ...headings.map(({ level, text }) => `${level === 'year' ? '##' : '###'} ${text}`),
    // A heading that says just the same stands for it.
    ...(headings.at(-1)?.text === when && note === '' ? [] : [`**${escapeMarkdown(when)}**${note}`]),
    quoteMarkdown(passage, DEFAULTS.quote, words).markdown,
    subtext(`${titleMarkdown(article, DEFAULTS.source, words)}${origin}`),
    ...(conflict === undefined ? [] : [conflictMarkdown(conflict, others.length, words)]),
  ].join('\n');
}

function conflictMarkdown(other: DatedEvent, count: number, words: Words): string {
  const source = titleMarkdown(other.article, DEFAULTS.conflict, words);
  const when = escapeMarkdown(whenText(other, words));
  const key = count === 0 ? 'timeline.otherwise' : 'timeline.otherwiseMore';
  return subtext(`⚠️ ${words.say(key, { when, source, count })}`);
}
