import { liveArticles, type Segment } from '../../search/segment.ts';

/** What kind of corpus a question is asked of, in numbers that a new corpus has too; each about 0 to 1. */
export const TRAITS = ['articles', 'length', 'dated'] as const;
export type Trait = (typeof TRAITS)[number];

/** Values of `TRAITS`, in their order. */
export type Traits = readonly number[];

/** Where the traits are 1: ten thousand articles, three hundred sentences an article. Beyond, nothing was learnt. */
const MOST_ARTICLES = 4;
const MOST_SENTENCES = 2.5;

/** A few long articles want other things of a sentence than thousands of short ones. */
export function corpusTraits(segments: readonly Segment[]): Traits {
  let articles = 0;
  let sentences = 0;
  let dated = 0;
  for (const segment of segments) {
    articles += segment.articleCount;
    sentences += segment.sentenceCount;
    for (const [, { published }] of liveArticles(segment)) if (published !== undefined) dated++;
  }
  return traitsOf(articles, sentences, dated);
}

/**
 * The traits of a corpus by its counts.
 * @param dated articles whose day of publication is known: news is dated, a wiki or a manual is not
 */
export function traitsOf(articles: number, sentences: number, dated: number): Traits {
  const share = (value: number, most: number) =>
    Math.min(1, Math.max(0, Math.log10(Math.max(value, 1)) / most));
  const perArticle = 1 / Math.max(articles, 1);
  return [share(articles, MOST_ARTICLES), share(sentences * perArticle, MOST_SENTENCES), dated * perArticle];
}
