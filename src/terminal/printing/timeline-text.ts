import { styleText } from 'node:util';
import type { DatedEvent } from '../../timeline/dated-event.ts';
import type { UndatedSentence } from '../../timeline/events/undated.ts';
import type { TimelineLookup } from '../../timeline/look-up.ts';
import { formatWhen } from '../../timeline/tell/format-dates.ts';
import type { TimelineEntry } from '../../timeline/tell/timeline-types.ts';
import { describeSource } from './answer-text.ts';
import { printable } from './problem-lines.ts';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

/** Unresolved dates that are listed; the others are counted. */
const MOST_UNRESOLVED = 20;

/** A timeline for people to read, dates in bold when colours are shown. */
export function timelineToText(
  { timeline, undated }: TimelineLookup,
  title: string,
  { colour }: { readonly colour: boolean },
): string {
  const paint: Paint = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
  const { entries, dated } = timeline;
  const counts = [count(entries.length, 'entry', 'entries'), `of ${count(dated, 'dated sentence')}`];
  const lines = [paint('bold', title), paint('dim', counts.join(' ')), ''];
  for (const entry of entries) lines.push(...entryLines(entry, paint), '');
  const { unresolved } = undated;
  if (unresolved.length > 0) {
    lines.push(`${count(unresolved.length, 'date')} that only a publication date could place:`);
    for (const date of unresolved.slice(0, MOST_UNRESOLVED)) lines.push(...undatedLines(date, paint));
    if (unresolved.length > MOST_UNRESOLVED) lines.push(`… and ${unresolved.length - MOST_UNRESOLVED} more`);
    lines.push('');
  }
  lines.push(paint('dim', `${count(timeline.undated, 'sentence')} without a date.`));
  return `${lines.join('\n')}\n`;
}

function entryLines({ event, sources, conflicts }: TimelineEntry, paint: Paint): string[] {
  const note = event.basis === 'reported' ? '  reported on this day' : event.planned ? '  planned' : '';
  const others = sources.length - 1;
  const more = others === 0 ? '' : ` (also in ${count(others, 'other article')})`;
  return [
    `${paint('bold', formatWhen(event))}${paint('dim', note)}`,
    `  ${quoteText(event, paint)}`,
    `  — ${printable(describeSource(event.article))}${paint('dim', more)}`,
    ...conflicts.map((other) =>
      paint('yellow', `  ! ${formatWhen(other)} in ${printable(describeSource(other.article))}`),
    ),
  ];
}

function undatedLines(date: UndatedSentence, paint: Paint): string[] {
  return [`  ${quoteText(date, paint)}`, `  — ${printable(describeSource(date.article))}`];
}

function quoteText({ article, sentence, expression }: UndatedSentence | DatedEvent, paint: Paint): string {
  const slice = (start: number, end: number) => oneLine(printable(article.text.slice(start, end)));
  if (expression === undefined) return `“${slice(sentence.start, sentence.end)}”`;
  const [start, end] = expression;
  return `“${slice(sentence.start, start)}${paint(['bold', 'cyan'], slice(start, end))}${slice(end, sentence.end)}”`;
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
