import type { Article } from '../corpus/article.ts';
import { accumulate, accumulateGrouped, type Bm25Parameters, lengthNorms } from './bm25.ts';
import type { Lexicon } from './lexicon.ts';
import { type MatchTerm, matchMasks } from './matches.ts';
import type { Segment } from './segment.ts';
import { TopK } from './top-k.ts';

/** One term of a query. */
export interface QueryTerm {
  readonly term: string;
  /** 1 for a word of the question, less for a guess such as a corrected spelling. */
  readonly weight: number;
  /** Stands for the term in the masks of hits, 0 to 30; spellings of one word share a bit. */
  readonly bit: number;
}

/** A sentence that the search found, with the parts its score was mixed from (all in BM25 units). */
export interface Hit {
  readonly segment: Segment;
  /** Number of the sentence within its segment. */
  readonly sentence: number;
  /** Number of its article within its segment. */
  readonly article: number;
  readonly score: number;
  readonly own: number;
  readonly articleScore: number;
  readonly previous: number;
  readonly next: number;
  /** Which query terms stand in the sentence, in the one before, in the one after, and within three of it. */
  readonly masks: HitMasks;
}

export interface HitMasks {
  readonly own: number;
  readonly previous: number;
  readonly next: number;
  readonly near: number;
}

export interface SearchParameters {
  readonly sentence: Bm25Parameters;
  readonly article: Bm25Parameters;
  /** How much of the article's score a sentence gets. */
  readonly articleShare: number;
  /** How much of the better neighbour's score a sentence gets. */
  readonly neighbourShare: number;
}

/** Tuned on news questions; short sentences win, so `b` of the sentences is small. */
export const SEARCH_DEFAULTS: SearchParameters = {
  sentence: { k1: 0.6, b: 0.3 },
  article: { k1: 1.2, b: 0.75 },
  articleShare: 0.3,
  neighbourShare: 0.15,
};

/** Exact BM25 over the sentences of all segments. Its state is scratch space only: equal queries get equal results. */
export class Searcher {
  readonly segments: readonly Segment[];
  readonly sentenceCount: number;
  readonly articleCount: number;
  readonly #lexicon: Lexicon;
  readonly #parameters: SearchParameters;
  readonly #sentenceNorms: Float32Array;
  readonly #articleNorms: Float32Array;
  readonly #bases: number[] = [];
  readonly #articleOf: Uint32Array[] = [];
  readonly #sentenceScores: Float32Array;
  readonly #articleScores: Float32Array;
  readonly #highestScores: Float32Array;
  readonly #articleWeights: Float32Array;

  constructor(
    segments: readonly Segment[],
    lexicon: Lexicon,
    parameters: SearchParameters = SEARCH_DEFAULTS,
  ) {
    this.segments = segments;
    this.#lexicon = lexicon;
    this.#parameters = parameters;
    let sentences = 0;
    let articles = 0;
    let largest = 0;
    let mostArticles = 0;
    let sentenceWords = 0;
    let articleWords = 0;
    for (const segment of segments) {
      this.#bases.push(sentences);
      this.#articleOf.push(articlesOfSentences(segment));
      sentences += segment.starts.length;
      articles += segment.articles.length;
      largest = Math.max(largest, segment.starts.length);
      mostArticles = Math.max(mostArticles, segment.articles.length);
      sentenceWords += segment.bySentence.totalLength;
      articleWords += segment.byArticle.totalLength;
    }
    this.sentenceCount = sentences;
    this.articleCount = articles;
    this.#sentenceNorms = lengthNorms(parameters.sentence, sentenceWords / Math.max(sentences, 1));
    this.#articleNorms = lengthNorms(parameters.article, articleWords / Math.max(articles, 1));
    this.#sentenceScores = new Float32Array(largest);
    this.#articleScores = new Float32Array(mostArticles);
    this.#highestScores = new Float32Array(mostArticles);
    this.#articleWeights = new Float32Array(mostArticles);
  }

  /**
   * The k best sentences, best first. Sentences that share no term with the query, nor their neighbours, never come.
   * @param weightOf what the scores of an article's sentences are multiplied by, 0 to 1; absent: all count in full
   */
  search(terms: readonly QueryTerm[], k: number, weightOf?: (article: Article) => number): Hit[] {
    const top = new TopK(k);
    const hits = new Map<number, Hit>();
    for (const [s, segment] of this.segments.entries()) {
      const base = this.#bases[s] ?? 0;
      const articleOf = this.#articleOf[s] ?? new Uint32Array();
      const { sentences, highest } = this.#scoreSentences(segment, articleOf, terms);
      const articles = this.#scoreArticles(segment, terms);
      const weights = this.#weights(segment, articles, weightOf);
      this.#collect(segment, base, { sentences, articles, highest, weights }, top);
      const matchTerms = terms.flatMap(({ term, bit }): MatchTerm[] => {
        const id = segment.vocabulary.get(term);
        return id === undefined ? [] : [{ id, bit }];
      });
      for (const { key, score } of top.sorted()) {
        const sentence = key - base;
        if (sentence < 0 || hits.has(key)) continue;
        const article = articleOf[sentence] ?? 0;
        hits.set(key, describe(segment, sentence, article, score, sentences, articles, matchTerms));
      }
    }
    return top.sorted().flatMap(({ key }) => hits.get(key) ?? []);
  }

  #scoreArticles(segment: Segment, terms: readonly QueryTerm[]): Float32Array {
    const { k1 } = this.#parameters.article;
    const scores = this.#articleScores.subarray(0, segment.articles.length).fill(0);
    for (const { term, weight } of terms) {
      const id = segment.vocabulary.get(term);
      if (id === undefined) continue;
      const idf = this.#lexicon.profile(term).articleIdf;
      accumulate(segment.byArticle, id, weight * idf, k1, this.#articleNorms, scores);
    }
    return scores;
  }

  /** The scores of all sentences, and by article that of its best one. */
  #scoreSentences(
    segment: Segment,
    articleOf: Uint32Array,
    terms: readonly QueryTerm[],
  ): { readonly sentences: Float32Array; readonly highest: Float32Array } {
    const { k1 } = this.#parameters.sentence;
    const sentences = this.#sentenceScores.subarray(0, segment.starts.length).fill(0);
    const highest = this.#highestScores.subarray(0, segment.articles.length).fill(0);
    const best = { groupOf: articleOf, highest };
    for (const { term, weight } of terms) {
      const id = segment.vocabulary.get(term);
      if (id === undefined) continue;
      const idf = this.#lexicon.idf(term);
      accumulateGrouped(segment.bySentence, id, weight * idf, k1, this.#sentenceNorms, sentences, best);
    }
    return { sentences, highest };
  }

  #weights(
    { articles }: Segment,
    scores: Float32Array,
    weightOf: ((article: Article) => number) | undefined,
  ): Float32Array {
    const weights = this.#articleWeights.subarray(0, articles.length).fill(1);
    if (weightOf === undefined) return weights;
    for (const [a, article] of articles.entries()) if ((scores[a] ?? 0) > 0) weights[a] = weightOf(article);
    return weights;
  }

  /**
   * Offers the sentences of all articles that share a term with the query. The promising articles come first, so that
   * most of the others can be passed over: no sentence of theirs could get in any more.
   */
  #collect(
    segment: Segment,
    base: number,
    { sentences, articles, highest, weights }: Scores,
    top: TopK,
  ): void {
    const { articleShare, neighbourShare } = this.#parameters;
    const { firstSentence } = segment;
    const bound = (article: number) =>
      (weights[article] ?? 0) *
      ((highest[article] ?? 0) * (1 + neighbourShare) + articleShare * (articles[article] ?? 0));
    const promising = new TopK(PROMISING_ARTICLES);
    for (let article = 0; article < articles.length; article++) {
      if ((articles[article] ?? 0) > 0) promising.offer(article, bound(article));
    }
    const visit = (article: number): void => {
      let threshold = top.threshold;
      const weight = weights[article] ?? 0;
      const share = articleShare * (articles[article] ?? 0);
      const first = firstSentence[article] ?? 0;
      const end = firstSentence[article + 1] ?? first;
      let previous = 0;
      let own = first < end ? (sentences[first] ?? 0) : 0;
      for (let sentence = first; sentence < end; sentence++) {
        const next = sentence + 1 < end ? (sentences[sentence + 1] ?? 0) : 0;
        const neighbour = Math.max(previous, next);
        const score = weight * (own + share + neighbourShare * neighbour);
        if (score >= threshold && (own > 0 || neighbour > 0)) {
          top.offer(base + sentence, score);
          threshold = top.threshold;
        }
        previous = own;
        own = next;
      }
    };
    const visited = new Set(promising.sorted().map(({ key }) => key));
    for (const article of visited) visit(article);
    for (let article = 0; article < articles.length; article++) {
      if ((articles[article] ?? 0) > 0 && bound(article) >= top.threshold && !visited.has(article))
        visit(article);
    }
  }
}

/** What a segment's sentences are scored from; the latter three by article. */
interface Scores {
  readonly sentences: Float32Array;
  readonly articles: Float32Array;
  /** The score of the article's best sentence. */
  readonly highest: Float32Array;
  readonly weights: Float32Array;
}

/** How many articles are looked through before the others are held against a threshold. */
const PROMISING_ARTICLES = 64;

/** How many sentences on each side count as near. */
const NEAR = 3;

function describe(
  segment: Segment,
  sentence: number,
  article: number,
  score: number,
  sentences: Float32Array,
  articles: Float32Array,
  terms: readonly MatchTerm[],
): Hit {
  const first = segment.firstSentence[article] ?? 0;
  const end = segment.firstSentence[article + 1] ?? first;
  const from = Math.max(first, sentence - NEAR);
  const masks = matchMasks(segment, terms, from, Math.min(end, sentence + NEAR + 1));
  const at = sentence - from;
  return {
    segment,
    sentence,
    article,
    score,
    own: sentences[sentence] ?? 0,
    articleScore: articles[article] ?? 0,
    previous: sentence > first ? (sentences[sentence - 1] ?? 0) : 0,
    next: sentence + 1 < end ? (sentences[sentence + 1] ?? 0) : 0,
    masks: {
      own: masks[at] ?? 0,
      previous: at > 0 ? (masks[at - 1] ?? 0) : 0,
      next: masks[at + 1] ?? 0,
      near: masks.reduce((all, mask) => all | mask, 0),
    },
  };
}

/** The number of its article for each sentence. */
function articlesOfSentences({ firstSentence, starts }: Segment): Uint32Array {
  const articleOf = new Uint32Array(starts.length);
  for (let article = 0; article + 1 < firstSentence.length; article++)
    articleOf.fill(article, firstSentence[article], firstSentence[article + 1]);
  return articleOf;
}
