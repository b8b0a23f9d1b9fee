import { type Dated, formatWhen, yearName } from './format-dates.ts';

/** A mark on an axis: a year, the begin of a month, or a day. */
interface TickDate {
  readonly year: number;
  /** From 1; absent: the year alone. */
  readonly month?: number;
  readonly day?: number;
  /** Whether the year is said too. */
  readonly withYear: boolean;
}

/** The words around the quotes of a picture or a file: whoever shows them to people of other languages brings their own. */
export interface TimelineWords {
  when(event: Dated): string;
  year(year: number): string;
  tick(date: TickDate): string;
  /** How long a cut leaves out. */
  length(count: number, unit: 'years' | 'months' | 'days'): string;
  /** What stands in for a title that can't be drawn. */
  readonly untitled: string;
  /** Of a picture, for those who can't see it. */
  about(title: string, summary: string): string;
  summary(counts: { readonly entries: number; readonly dated: number; readonly sources: number }): string;
  cuts(count: number): string;
  /** @param title absent: one that can't be drawn */
  nothing(title?: string): string;
  articles(count: number): string;
  /** A date that another source gives. */
  or(when: string): string;
  readonly stated: string;
  readonly planned: string;
  readonly reported: string;
  readonly disagree: string;
  otherwise(when: string, source: string): string;
  readonly nothingDated: string;
  readonly yes: string;
  readonly no: string;
  /** What a column of a table is called. */
  column(name: Column): string;
}

/** What a table has of each entry, in order. */
export const COLUMNS = [
  'date',
  'from',
  'to',
  'precision',
  'basis',
  'planned',
  'quote',
  'expression',
  'title',
  'publisher',
  'published',
  'url',
  'articles',
] as const;
type Column = (typeof COLUMNS)[number];

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** As the terminal writes them. */
export const ENGLISH_TIMELINE: TimelineWords = {
  when: formatWhen,
  year: yearName,
  tick: ({ year, month, day, withYear }) =>
    [day, month === undefined ? undefined : MONTHS[month - 1], withYear ? yearName(year) : undefined]
      .filter((part) => part !== undefined)
      .join(' '),
  length: (count, unit) => `${count.toLocaleString('en')} ${unit}`,
  untitled: 'Timeline',
  about: (title, summary) => `Timeline of ${title}: ${summary}.`,
  summary: ({ entries, dated, sources }) =>
    `${counted(entries, 'entry', 'entries')} from ${counted(dated, 'dated sentence', 'dated sentences')} · ${counted(sources, 'source', 'sources')}`,
  cuts: (count) =>
    `Not to scale: ${counted(count, 'quiet stretch is', 'quiet stretches are')} left out; each part has its own scale.`,
  nothing: (title = 'this') => `Nothing dated about ${title}`,
  articles: (count) => `${count} articles`,
  or: (when) => `or ${when}`,
  stated: 'dated in the text',
  planned: 'planned',
  reported: 'reported on that day',
  disagree: 'sources disagree',
  otherwise: (when, source) => `otherwise dated ${when}: ${source}`,
  nothingDated: 'Nothing dated was found.',
  yes: 'yes',
  no: 'no',
  column: (name) => name,
};

function counted(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
