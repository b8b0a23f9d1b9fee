import type { Article, Block, TextSpan } from '../../corpus/article.ts';
import { blockOf, sliceOf } from '../../search/articles/parts.ts';
import type { Lexicon } from '../../search/term-statistics.ts';
import type { TermReader } from '../../text/terms.ts';
import type { AnswerType } from '../question/answer-types.ts';
import { askingForm } from './asking-form.ts';
import type { Semantics } from './semantic-nearness.ts';

/** How well what names a block asks what the question asks, 0 to 1; 0 where nothing names it. */
export type HeadingFit = (article: Article, block: number | undefined) => number;

/** What is asked: the terms with their weights and other spellings. */
export interface AskedTerms {
  readonly terms: readonly {
    readonly term: string;
    readonly others: readonly string[];
    readonly idf: number;
  }[];
  readonly text: string;
  readonly type: AnswerType;
  readonly lexicon: Lexicon;
  readonly semantics: Semantics;
}

const FIT = {
  /** A word this near in meaning stands for another, for as much as it is near: "vanish", "disappear". */
  leastLikeness: 0.5,
  /** Of a heading that asks in the question's own form ("how many …"), the fit is raised to this power. */
  sameForm: 0.7,
  /** A label says less than a heading: other rows have one like it. */
  label: 0.8,
  /** With more cells behind it, a row's first one rather names a thing than what is told of it. */
  labelOfMany: 0.5,
} as const;

/**
 * Compares what names a block with the question: the nearest heading, a call-out's title, its term, its label, a row's
 * first cell. The fit is the harmonic mean of two shares, by idf: of the question's words, but for those that the
 * article's title has, that the name holds, and of the name's words that the question holds. Manuals and lists of
 * questions answer below a heading that asks; a table's row, behind the cell that is asked for.
 */
export function createHeadingFit(
  { terms, text, type, lexicon, semantics }: AskedTerms,
  reader: TermReader,
): HeadingFit {
  const form = askingForm(text);
  const titles = new Map<Article, Title>();
  const rows = new Map<string, readonly number[]>();
  const likenesses = terms.map(({ term }) => semantics.likenessTo(term));
  /** How well a word stands for each of the terms. */
  const rowOf = (word: string): readonly number[] => {
    const row = rows.get(word) ?? terms.map((asked, i) => likeness(asked, word, likenesses[i]));
    rows.set(word, row);
    return row;
  };
  const titleOf = (article: Article): Title => {
    const known = titles.get(article);
    if (known !== undefined) return known;
    const has = termsOf(article.title, reader);
    const rest = [...terms.keys()].filter((i) => {
      const { term = '', others = [] } = terms[i] ?? {};
      return !has.has(term) && !others.some((other) => has.has(other));
    });
    const title = { terms: has, rest: rest.length === 0 ? [...terms.keys()] : rest, fits: new Map() };
    titles.set(article, title);
    return title;
  };
  const fitOf = (name: string, { terms: inTitle, rest }: Title): number => {
    const words = unlessNone([...termsOf(name, reader)], (word) => !inTitle.has(word));
    const likenessOf = words.map(rowOf);
    const held = share(
      rest.map((i) => terms[i]?.idf ?? 0),
      rest.map((i) => likenessOf.reduce((most, row) => Math.max(most, row[i] ?? 0), 0)),
    );
    const asked = share(
      words.map((word) => lexicon.idf(word)),
      likenessOf.map((row) => row.reduce((most, one) => Math.max(most, one), 0)),
    );
    const fit = held + asked === 0 ? 0 : (2 * held * asked) / (held + asked);
    return form !== undefined && askingForm(name) === form ? fit ** FIT.sameForm : fit;
  };
  const fitWith = (article: Article, span: TextSpan | undefined): number => {
    if (span === undefined) return 0;
    const title = titleOf(article);
    const place = span[0] * LONGEST_TEXT + span[1];
    const known = title.fits.get(place);
    if (known !== undefined) return known;
    const fit = fitOf(sliceOf(article, ...span), title);
    title.fits.set(place, fit);
    return fit;
  };
  return (article, number) => {
    const block = blockOf(article, number);
    if (block === undefined) return 0;
    const heading = block.context.findLast(({ role }) => role === 'heading' || role === 'callout')?.span;
    if (NOT_LABELLED.has(type)) return fitWith(article, heading);
    const ofLabel = (block.cells?.length ?? 0) > 2 ? FIT.labelOfMany : FIT.label;
    return Math.max(fitWith(article, heading), ofLabel * fitWith(article, labelOf(block)));
  };
}

/** What is known of an article's title, and of what stands in it. */
interface Title {
  readonly terms: ReadonlySet<string>;
  /** Places of the asked terms that the title lacks; of all, when it has them all. */
  readonly rest: readonly number[];
  /** By where a name stands in the article's text: many blocks stand under one heading. */
  readonly fits: Map<number, number>;
}

/** In characters: where a span starts and ends is told by one number. */
const LONGEST_TEXT = 2 ** 26;

function likeness(
  { term, others }: AskedTerms['terms'][number],
  word: string,
  nearnessOf: ((word: string) => number) | undefined,
): number {
  if (term === word || others.includes(word)) return 1;
  const near = nearnessOf?.(word) ?? 0;
  return near < FIT.leastLikeness ? 0 : near;
}

/** No label names a way, a reason, or whether something is so. */
const NOT_LABELLED: ReadonlySet<AnswerType> = new Set(['manner', 'reason', 'truth']);

/** What opens a block and names what follows: the first cell of a row, the term of a definition, words in bold. */
function labelOf({ kind, cells, context, label }: Block): TextSpan | undefined {
  if (kind === 'row') return cells !== undefined && cells.length > 1 ? cells[0] : undefined;
  return label ?? context.findLast(({ role }) => role === 'term')?.span;
}

const termsOf = (text: string, reader: TermReader): ReadonlySet<string> =>
  new Set(reader.read(text).flatMap(({ term, stop }) => (stop ? [] : [term])));

/** Those that pass; all, when none does. */
function unlessNone<T>(items: readonly T[], test: (item: T) => boolean): readonly T[] {
  const passed = items.filter(test);
  return passed.length === 0 ? items : passed;
}

/** The mean of some values by their weights. */
function share(weights: readonly number[], values: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return total === 0 ? 0 : weights.reduce((sum, weight, i) => sum + weight * (values[i] ?? 0), 0) / total;
}
