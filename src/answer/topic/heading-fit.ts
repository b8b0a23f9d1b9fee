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
  const titles = new Map<Article, ReadonlySet<string>>();
  const known = new Map<string, number>();
  const likeness = (asked: AskedTerms['terms'][number], word: string): number => {
    if (asked.term === word || asked.others.includes(word)) return 1;
    const near = semantics.likenessTo(asked.term)(word);
    return near < FIT.leastLikeness ? 0 : near;
  };
  const titleOf = (article: Article): ReadonlySet<string> => {
    const title = titles.get(article) ?? termsOf(article.title, reader);
    titles.set(article, title);
    return title;
  };
  const fitOf = (name: string, title: ReadonlySet<string>): number => {
    const inTitle = ({ term, others }: AskedTerms['terms'][number]) =>
      title.has(term) || others.some((other) => title.has(other));
    const words = unlessNone([...termsOf(name, reader)], (word) => !title.has(word));
    const rest = unlessNone(terms, (one) => !inTitle(one));
    const held = share(rest.map((one) => [one.idf, most(words, (word) => likeness(one, word))]));
    const asked = share(words.map((word) => [lexicon.idf(word), most(terms, (one) => likeness(one, word))]));
    const fit = held + asked === 0 ? 0 : (2 * held * asked) / (held + asked);
    return form !== undefined && askingForm(name) === form ? fit ** FIT.sameForm : fit;
  };
  return (article, number) => {
    const block = blockOf(article, number);
    if (block === undefined) return 0;
    const fitWith = (span: TextSpan | undefined): number => {
      if (span === undefined) return 0;
      const name = sliceOf(article, ...span);
      const key = `${article.title}\n${name}`;
      const value = known.get(key) ?? fitOf(name, titleOf(article));
      known.set(key, value);
      return value;
    };
    const heading = block.context.findLast(({ role }) => role === 'heading' || role === 'callout')?.span;
    if (NOT_LABELLED.has(type)) return fitWith(heading);
    const ofLabel = (block.cells?.length ?? 0) > 2 ? FIT.labelOfMany : FIT.label;
    return Math.max(fitWith(heading), ofLabel * fitWith(labelOf(block)));
  };
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

const most = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((highest, item) => Math.max(highest, value(item)), 0);

/** The mean of some values by their weights. */
function share(weighted: readonly (readonly [weight: number, value: number])[]): number {
  const total = weighted.reduce((sum, [weight]) => sum + weight, 0);
  return total === 0 ? 0 : weighted.reduce((sum, [weight, value]) => sum + weight * value, 0) / total;
}
