import type { DateIndex } from '../events/date-index/date-index.ts';

/** A sentence and its row; without a row it is dated by its publication. */
export interface Candidate {
  readonly sentence: number;
  readonly row: number | undefined;
}

/**
 * The sentences to choose from for one period: those nearest to the beginning of their articles.
 *
 * @param isAsked whether a sentence is about the topic
 * @param reported also a sentence without a date of each article published on that day, when others are too few
 * @param most so many at most
 */
export function candidatesOf(
  index: DateIndex,
  period: number,
  isAsked: (sentence: number) => boolean,
  reported: boolean,
  most: number,
): Candidate[] {
  const found: Candidate[] = [];
  const end = index.rowsFrom[period + 1] ?? 0;
  for (let at = index.rowsFrom[period] ?? 0; at < end && found.length < most; at++) {
    const row = index.rowsByPeriod[at] ?? 0;
    const sentence = index.sentenceOfRow[row] ?? 0;
    if (isAsked(sentence)) found.push({ sentence, row });
  }
  if (!reported) return found;
  const last = index.publishedFrom[period + 1] ?? 0;
  for (let at = index.publishedFrom[period] ?? 0; at < last && found.length < most; at++) {
    const sentence = firstUndated(index, index.publishedByPeriod[at] ?? 0, isAsked);
    if (sentence !== undefined) found.push({ sentence, row: undefined });
  }
  return found;
}

/** Of an article without a date for what it tells, the first sentence that fits is enough. */
function firstUndated(
  index: DateIndex,
  article: number,
  isAsked: (sentence: number) => boolean,
): number | undefined {
  const end = index.firstSentence[article + 1] ?? 0;
  for (let sentence = index.firstSentence[article] ?? 0; sentence < end; sentence++) {
    const dated = index.rowStart[sentence] !== index.rowStart[sentence + 1];
    if (!dated && index.boilerplate[sentence] !== 1 && isAsked(sentence)) return sentence;
  }
  return undefined;
}
