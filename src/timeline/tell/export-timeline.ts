import type { DatedEvent } from '../dated-event.ts';
import { dayParts, parseDay } from '../resolve/day-numbers.ts';
import type { Timeline, TimelineEntry } from './timeline-types.ts';
import { COLUMNS, ENGLISH_TIMELINE, type TimelineWords } from './timeline-words.ts';

/** A timeline as Markdown: a heading for each year, a line for each entry with its quote and sources. */
export function timelineMarkdown(
  timeline: Timeline,
  title: string,
  words: TimelineWords = ENGLISH_TIMELINE,
): string {
  const lines = [`# ${escapeMarkdown(title)}`, ''];
  let year = '';
  for (const entry of timeline.entries) {
    const next = words.year(dayParts(parseDay(entry.event.from)).year);
    if (next !== year) lines.push(...(year === '' ? [] : ['']), `## ${next}`, '');
    year = next;
    lines.push(`- **${words.when(entry.event)}**${noteOf(entry, words)}: “${quoteMarkdown(entry.event)}”`);
    for (const source of entry.sources) lines.push(`  - ${sourceMarkdown(source)}`);
    for (const other of entry.conflicts) {
      lines.push(`  - ${words.otherwise(words.when(other), sourceMarkdown(other))}`);
    }
  }
  if (timeline.entries.length === 0) lines.push(words.nothingDated);
  return `${lines.join('\n')}\n`;
}

/** "reported" and "planned" say how far the date can be trusted. */
function noteOf({ event }: TimelineEntry, { reported, planned }: TimelineWords): string {
  if (event.basis === 'reported') return ` (${reported})`;
  return event.planned ? ` (${planned})` : '';
}

/** The sentence with its date in bold. */
function quoteMarkdown({ article, sentence, expression }: DatedEvent): string {
  const slice = (start: number, end: number): string => escapeMarkdown(article.text.slice(start, end));
  if (!expression) return slice(sentence.start, sentence.end);
  const [start, end] = expression;
  return `${slice(sentence.start, start)}**${slice(start, end)}**${slice(end, sentence.end)}`;
}

function sourceMarkdown({ article }: DatedEvent): string {
  const title = escapeMarkdown(article.title === '' ? article.path : article.title);
  const address = article.url === undefined ? undefined : webAddress(article.url);
  const about = [article.publisher, article.published]
    .filter((part) => part !== undefined)
    .map(escapeMarkdown);
  return [address === undefined ? title : `[${title}](<${address}>)`, ...about].join(', ');
}

/** Only what a browser may follow is made a link. */
function webAddress(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'https:' || parsed?.protocol === 'http:'
    ? parsed.href.replace(/[<>]/g, encodeURIComponent)
    : undefined;
}

function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~]/g, '\\$&');
}

/** A timeline as CSV (RFC 4180) with a header, a row an entry; no cell can start a formula in a spreadsheet. */
export function timelineCsv(timeline: Timeline, words: TimelineWords = ENGLISH_TIMELINE): string {
  const rows = timeline.entries.map(({ event, sources }) => {
    const { article, sentence, expression } = event;
    return [
      words.when(event),
      event.from,
      event.to,
      event.precision,
      event.basis,
      event.planned ? words.yes : words.no,
      article.text.slice(sentence.start, sentence.end),
      expression ? article.text.slice(...expression) : '',
      article.title,
      article.publisher ?? '',
      article.published ?? '',
      article.url ?? '',
      String(sources.length),
    ];
  });
  return [COLUMNS.map(words.column), ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** Quoted where it must be; an apostrophe before `= + - @` (also in full width), tab and line ends keeps spreadsheets from running it. */
function csvCell(value: string): string {
  const inert = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
