import { type DateColumns, LEAST_FITNESS, NO_PERIOD } from './date-columns.ts';

/** Numbers that can be tuned. */
const SALIENCE = {
  /** What an article published on the day counts, beside 1 for one that names the day. */
  publishedWeight: 0.5,
  /** What a sentence counts that stood word for word in an earlier article, or tells nothing (a caption, a question). */
  repeatedWeight: 0.1,
  /** What an article counts more that looks back on the period from so many days later. */
  lookBackWeight: 0.5,
  lookBackDays: 10,
  /** A long period is named by more articles than a day: its count is divided by 1 + this × log2(days). */
  lengthPenalty: 1 / 3,
} as const;

/** How often each period of the index is named by the sentences that were looked at. */
export interface Mentions {
  /** Distinct articles whose own words name it. */
  readonly articles: Uint32Array;
  /** Further articles that only repeat another article's sentence word for word, or name it under a picture and the like. */
  readonly repeats: Uint32Array;
  readonly sentences: Uint32Array;
  /** Of the articles those that look back on it from some time later. */
  readonly lookBacks: Uint32Array;
  /** Articles published on it. */
  readonly published: Uint32Array;
  /** Dated and undated sentences among those looked at. */
  readonly dated: number;
  readonly undated: number;
}

/**
 * Counts what each period is named by.
 *
 * @param sentences numbers of the sentences to look at in ascending order; all when absent
 */
export function countMentions(index: DateColumns, sentences: Uint32Array | undefined): Mentions {
  const periods = index.periodFrom.length;
  const counts = {
    articles: new Uint32Array(periods),
    repeats: new Uint32Array(periods),
    sentences: new Uint32Array(periods),
    lookBacks: new Uint32Array(periods),
    published: new Uint32Array(periods),
  };
  const named = new Int32Array(periods).fill(-1);
  const repeated = new Int32Array(periods).fill(-1);
  const { firstSentence, rowStart, period, publishedPeriod, boilerplate } = index;
  let dated = 0;
  let undated = 0;
  let article = 0;
  let publishedArticle = -1;
  const total = sentences?.length ?? Math.max(0, rowStart.length - 1);
  for (let at = 0; at < total; at++) {
    const sentence = sentences?.[at] ?? at;
    while ((firstSentence[article + 1] ?? Number.POSITIVE_INFINITY) <= sentence) article++;
    const first = rowStart[sentence] ?? 0;
    const end = rowStart[sentence + 1] ?? first;
    for (let row = first; row < end; row++) {
      const of = period[row] ?? 0;
      increase(counts.sentences, of);
      if (named[of] === article) continue;
      if (index.repeated[row] === 1 || (index.fitness[row] ?? 0) < LEAST_FITNESS) {
        if (repeated[of] !== article) increase(counts.repeats, of);
        repeated[of] = article;
        continue;
      }
      increase(counts.articles, of);
      if (isLookBack(index, article, of)) increase(counts.lookBacks, of);
      named[of] = article;
    }
    if (boilerplate[sentence] === 1) continue;
    if (end > first) dated++;
    else undated++;
    if (publishedArticle === article) continue;
    publishedArticle = article;
    const published = publishedPeriod[article] ?? NO_PERIOD;
    if (published !== NO_PERIOD) increase(counts.published, published);
  }
  return { ...counts, dated, undated };
}

/** Is the article from well after the period? What is still told then was of weight. */
function isLookBack(
  { publishedPeriod, periodFrom, periodTo }: DateColumns,
  article: number,
  period: number,
): boolean {
  const published = periodFrom[publishedPeriod[article] ?? NO_PERIOD];
  return published !== undefined && published - (periodTo[period] ?? published) >= SALIENCE.lookBackDays;
}

function increase(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/**
 * Salience of each period: the number of distinct articles that name it, a strong baseline for choosing the dates of a
 * timeline (Tran et al., Balancing novelty and salience, 2015; Gholipour Ghalandari and Ifrim, Examining the state of
 * the art in news timeline summarization, 2020). Being published on a day counts less.
 *
 * @param reported whether days of publication count at all
 */
export function scorePeriods(index: DateColumns, mentions: Mentions, reported: boolean): Float64Array {
  return Float64Array.from(mentions.articles, (articles, period) => {
    const repeats = (mentions.repeats[period] ?? 0) * SALIENCE.repeatedWeight;
    const published = reported ? (mentions.published[period] ?? 0) * SALIENCE.publishedWeight : 0;
    const days = (index.periodTo[period] ?? 0) - (index.periodFrom[period] ?? 0) + 1;
    const lookBacks = (mentions.lookBacks[period] ?? 0) * SALIENCE.lookBackWeight;
    return (articles + lookBacks + repeats + published) / (1 + SALIENCE.lengthPenalty * Math.log2(days));
  });
}
