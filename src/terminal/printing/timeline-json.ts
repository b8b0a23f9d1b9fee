import type { Article } from '../../corpus/article.ts';
import type { DatedEvent } from '../../timeline/dated-event.ts';
import type { UndatedSentence } from '../../timeline/events/undated.ts';
import { isoWhen } from '../../timeline/tell/iso-when.ts';
import type { TimelineEntry } from '../../timeline/tell/timeline-types.ts';

/** An entry as `footnote timeline --json` prints it. */
export function entryToJson({
  event,
  sources,
  conflicts,
  articles,
  salience,
}: TimelineEntry): Record<string, unknown> {
  return {
    ...eventToJson(event),
    articles: sources.length,
    sources: sources.map(sourceToJson),
    conflicts: conflicts.map((other) => ({ ...whenToJson(other), ...sourceToJson(other) })),
    namedBy: articles,
    salience: Number(salience.toFixed(4)),
  };
}

/** A sentence and its date. `start`, `end` and `expression` are offsets into the article's text. */
export function eventToJson(event: DatedEvent): Record<string, unknown> {
  const { article, sentence, expression } = event;
  return {
    ...whenToJson(event),
    quote: article.text.slice(sentence.start, sentence.end),
    expression: expression === undefined ? null : article.text.slice(...expression),
    article: articleToJson(article),
    start: sentence.start,
    end: sentence.end,
  };
}

/** A sentence without a place on the calendar, and its unresolved date, if it has one. */
export function undatedToJson({ article, sentence, expression }: UndatedSentence): Record<string, unknown> {
  return {
    quote: article.text.slice(sentence.start, sentence.end),
    expression: expression === undefined ? null : article.text.slice(...expression),
    article: articleToJson(article),
    start: sentence.start,
    end: sentence.end,
  };
}

function whenToJson(event: DatedEvent): Record<string, unknown> {
  const { from, to, precision, basis, approx, part, open, planned } = event;
  return {
    date: isoWhen(event),
    from,
    to,
    precision,
    basis,
    ...(approx && { approx }),
    ...(part && { part }),
    ...(open && { open }),
    ...(planned && { planned }),
  };
}

function sourceToJson({ article, sentence }: DatedEvent): Record<string, unknown> {
  return { quote: article.text.slice(sentence.start, sentence.end), article: articleToJson(article) };
}

function articleToJson({ id, title, publisher, url, published }: Article): Record<string, unknown> {
  return {
    id,
    title,
    publisher: publisher ?? null,
    url: url ?? null,
    published: published ?? null,
  };
}
