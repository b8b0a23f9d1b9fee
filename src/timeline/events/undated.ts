import type { Article, SentenceSpan } from '../../corpus/article.ts';
import type { UnresolvedDate } from '../dated-event.ts';
import { articleOf, type DateIndex } from './date-index/date-index.ts';

/** A sentence that no date places; `expression` is the one it has and that only a publication date could place. */
export interface UndatedSentence {
  readonly article: Article;
  readonly sentence: SentenceSpan;
  readonly expression?: readonly [start: number, end: number];
}

/** What has no place on the calendar. */
export interface Undated {
  /** Dates that cannot be placed without a publication date, in the order of the corpus. */
  readonly unresolved: readonly UnresolvedDate[];
  /** How many entries {@link slice} can give: the unresolved dates first, then the sentences without any date. */
  readonly length: number;
  slice(start: number, end: number): UndatedSentence[];
}

/**
 * What has no place on the calendar among some sentences.
 *
 * @param sentences numbers of the sentences to look at, ascending; all when absent
 */
export function undatedAmong(index: DateIndex, sentences: Uint32Array | undefined): Undated {
  const numbers = numbersOf(index);
  const isAsked = sentences && new Set(sentences);
  const unresolved = isAsked
    ? index.unresolved.filter((date) => isAsked.has(numbers(date)))
    : index.unresolved;
  let known: readonly number[] | undefined;
  // In a large corpus there are many, and most people never ask for them.
  const bare = () => {
    known ??= bareSentences(index, sentences, new Set(unresolved.map(numbers)));
    return known;
  };
  return {
    unresolved,
    get length() {
      return unresolved.length + bare().length;
    },
    slice: (start, end) => [
      ...unresolved.slice(start, end),
      ...bare()
        .slice(Math.max(0, start - unresolved.length), Math.max(0, end - unresolved.length))
        .flatMap((sentence) => sentenceAt(index, sentence)),
    ],
  };
}

/** Numbers of the sentences without a date of their own, but for by-lines and those that are listed already. */
function bareSentences(
  index: DateIndex,
  sentences: Uint32Array | undefined,
  listed: ReadonlySet<number>,
): number[] {
  const bare: number[] = [];
  const total = sentences?.length ?? index.sentenceStart.length;
  for (let at = 0; at < total; at++) {
    const sentence = sentences?.[at] ?? at;
    const dated = index.rowStart[sentence] !== index.rowStart[sentence + 1];
    if (!dated && index.boilerplate[sentence] !== 1 && !listed.has(sentence)) bare.push(sentence);
  }
  return bare;
}

/** The number of an unresolved date's sentence: binary search among the sentences of its article. */
function numbersOf(index: DateIndex): (date: UnresolvedDate) => number {
  let articles: ReadonlyMap<Article, number> | undefined;
  return ({ article, sentence }) => {
    articles ??= new Map(index.articles.map((one, number) => [one, number]));
    const number = articles.get(article) ?? 0;
    let low = index.firstSentence[number] ?? 0;
    let high = (index.firstSentence[number + 1] ?? 0) - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((index.sentenceStart[middle] ?? 0) <= sentence.start) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}

function sentenceAt(index: DateIndex, sentence: number): UndatedSentence[] {
  const article = index.articles[articleOf(index, sentence)];
  const [start, end] = [index.sentenceStart[sentence], index.sentenceEnd[sentence]];
  if (article === undefined || start === undefined || end === undefined) return [];
  return [{ article, sentence: { start, end, paragraph: index.paragraph[sentence] ?? 0 } }];
}
