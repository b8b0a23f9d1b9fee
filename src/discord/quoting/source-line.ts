import type { Passage } from '../../answer/answer.ts';
import { whereOf } from '../../answer/passage/quoted-lines.ts';
import type { Article, CalendarDate } from '../../corpus/article.ts';
import { escapeMarkdown } from '../replies/escape-markdown.ts';
import { clip, oneLine } from '../replies/fit-text.ts';
import { linkedTitle } from '../replies/links.ts';
import { isolate } from '../replies/text-direction.ts';
import { whenText } from '../words/when-text.ts';
import type { Words } from '../words/words.ts';

/** How much of a source is shown, in characters before escaping. */
export interface SourceSize {
  readonly title: number;
  readonly url: number;
  readonly names: number;
}

/** `2021-08-05` as `5 August 2021`: a `<t:…>` would shift the day with the reader's time zone. */
export function dateText(date: CalendarDate, words: Words): string {
  return whenText({ from: date, to: date, precision: 'day' }, words);
}

/** A letter, digit, mark or sign: something to be seen. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** The article's title, with the way to its address when it has one. */
export function titleMarkdown(article: Article, size: SourceSize, words: Words): string {
  const title = clip(oneLine(article.title), size.title);
  const shown = VISIBLE.test(title) ? title : words.say('source.untitled');
  return linkedTitle(shown, article.url, size.url, words.say('source.link'));
}

const WHERE = {
  /** Characters of a heading, and headings, that are shown; the innermost say most. */
  heading: 70,
  headings: 4,
} as const;

/**
 * Where a passage stands: the article's title and, behind it, the headings above the passage and who speaks.
 * @param mark what emphasises the title
 */
export function placeMarkdown(passage: Passage, size: SourceSize, words: Words, mark = '**'): string {
  const where = whereOf(passage);
  const shown = where.slice(-WHERE.headings).map((name) => escapeMarkdown(clip(name, WHERE.heading)));
  const skipped = where.length > shown.length ? ['…'] : [];
  return [`${mark}${titleMarkdown(passage.article, size, words)}${mark}`, ...skipped, ...shown].join(' › ');
}

/** Publisher, authors and date, where an article is described; what the corpus does not know is called unknown. */
export function originMarkdown(article: Article, size: SourceSize, words: Words): string {
  const { publisher, authors, date } = originOf(article, size, words);
  return words.line(
    publisher ?? words.say('source.publisherUnknown'),
    ...(authors === undefined ? [] : [authors]),
    date ?? words.say('source.undated'),
  );
}

/**
 * The same behind a title, as far as it is known: below a quote it helps nobody to read twice that nothing is.
 * @param between the title and what is known
 */
export function knownOrigin(between: string, article: Article, size: SourceSize, words: Words): string {
  const { publisher, authors, date } = originOf(article, size, words);
  const known = [publisher, authors, date].filter((part) => part !== undefined);
  return known.length === 0 ? '' : `${between}${words.line(...known)}`;
}

function originOf(article: Article, size: SourceSize, words: Words) {
  const publisher = clip(oneLine(article.publisher ?? ''), size.names);
  const authors = clip(oneLine(article.authors.join(NEXT)), size.names);
  return {
    publisher: publisher === '' ? undefined : nameMarkdown(publisher),
    authors: authors === '' ? undefined : authors.split(NEXT).map(nameMarkdown).join(NEXT),
    date: article.published === undefined ? undefined : dateText(article.published, words),
  };
}

const NEXT = ', ';

function nameMarkdown(name: string): string {
  return isolate(escapeMarkdown(name));
}
