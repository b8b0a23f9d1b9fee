import type { Article } from '../corpus/article.ts';
import { accumulate, accumulateGrouped, type Bm25Parameters, lengthNorms } from './bm25.ts';
import { collect, type Shares } from './collect-hits.ts';
import { describeHit, type Hit } from './hit.ts';
import type { MatchTerm } from './match-masks.ts';
import type { Segment } from './segment.ts';
import type { Lexicon } from './term-statistics.ts';
import { TopK } from './top-k.ts';

/** One term of a query. */
export interface QueryTerm {
  readonly term: string;
  /** 1 for a word of the question, less for a guess such as a corrected spelling. */
  readonly weight: number;
  /** Stands for the term in the masks of hits, 0 to 30; spellings of one word share a bit. */
  readonly bit: number;
}

export interface SearchParameters extends Shares {
  readonly sentence: Bm25Parameters;
  readonly context: Bm25Parameters;
  readonly article: Bm25Parameters;
}

/** Tuned on news questions; short sentences win, so `b` of the sentences is small. */
export const SEARCH_DEFAULTS: SearchParameters = {
  sentence: { k1: 0.6, b: 0.3 },
  context: { k1: 0.6, b: 0.3 },
  article: { k1: 1.2, b: 0.75 },
  contextShare: 0.3,
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
  readonly #contextNorms: Float32Array;
  readonly #articleNorms: Float32Array;
  readonly #bases: number[] = [];
  readonly #articleOf: Uint32Array[] = [];
  readonly #sentenceScores: Float32Array;
  readonly #contextScores: Float32Array;
  readonly #articleScores: Float32Array;
  readonly #highestScores: Float32Array;

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
    let mostContexts = 0;
    let contexts = 0;
    let sentenceWords = 0;
    let contextWords = 0;
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
      const { lengths, totalLength } = segment.contexts.postings;
      contexts += lengths.length;
      mostContexts = Math.max(mostContexts, lengths.length);
      contextWords += totalLength;
    }
    this.sentenceCount = sentences;
    this.articleCount = articles;
    this.#sentenceNorms = lengthNorms(parameters.sentence, sentenceWords / Math.max(sentences, 1));
    this.#contextNorms = lengthNorms(parameters.context, contextWords / Math.max(contexts, 1));
    this.#articleNorms = lengthNorms(parameters.article, articleWords / Math.max(articles, 1));
    this.#sentenceScores = new Float32Array(largest);
    this.#contextScores = new Float32Array(mostContexts);
    this.#articleScores = new Float32Array(mostArticles);
    this.#highestScores = new Float32Array(mostArticles);
  }

  /**
   * The k best sentences, best first. Sentences that share no term with the query, nor their neighbours, nor what they
   * stand under, never come.
   * @param weightOf what the scores of an article's sentences are multiplied by, 0 to 1; absent: all count in full
   */
  search(terms: readonly QueryTerm[], k: number, weightOf?: (article: Article) => number): Hit[] {
    const top = new TopK(k);
    const hits = new Map<number, Hit>();
    for (const [s, segment] of this.segments.entries()) {
      const base = this.#bases[s] ?? 0;
      const articleOf = this.#articleOf[s] ?? new Uint32Array();
      const { sentences, highest } = this.#scoreSentences(segment, articleOf, terms);
      const contexts = this.#scoreContexts(segment, terms);
      const articles = this.#scoreArticles(segment, terms);
      const scores = { sentences, contexts, articles, highest, weightOf };
      collect(segment, base, scores, this.#parameters, top);
      const matchTerms = terms.flatMap(({ term, bit }): MatchTerm[] => {
        const id = segment.vocabulary.get(term);
        return id === undefined ? [] : [{ id, bit }];
      });
      for (const { key, score } of top.sorted()) {
        const sentence = key - base;
        if (sentence < 0 || hits.has(key)) continue;
        const article = articleOf[sentence] ?? 0;
        hits.set(key, describeHit({ segment, sentence, article, score }, scores, matchTerms));
      }
    }
    return top.sorted().flatMap(({ key }) => hits.get(key) ?? []);
  }

  #scoreArticles(segment: Segment, terms: readonly QueryTerm[]): Float32Array {
    const scores = this.#articleScores.subarray(0, segment.articles.length).fill(0);
    const { k1 } = this.#parameters.article;
    for (const { term, weight } of terms) {
      const id = segment.vocabulary.get(term);
      if (id === undefined) continue;
      const idf = this.#lexicon.profile(term).articleIdf;
      accumulate(segment.byArticle, id, weight * idf, k1, this.#articleNorms, scores);
    }
    return scores;
  }

  #scoreContexts({ vocabulary, contexts }: Segment, terms: readonly QueryTerm[]): Float32Array {
    const { postings } = contexts;
    const scores = this.#contextScores.subarray(0, postings.lengths.length).fill(0);
    const { k1 } = this.#parameters.context;
    for (const { term, weight } of terms) {
      const id = vocabulary.get(term);
      if (id === undefined) continue;
      const idf = this.#lexicon.contextIdf(term);
      accumulate(postings, id, weight * idf, k1, this.#contextNorms, scores);
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
}

/** The number of its article for each sentence. */
function articlesOfSentences({ firstSentence, starts }: Segment): Uint32Array {
  const articleOf = new Uint32Array(starts.length);
  for (let article = 0; article + 1 < firstSentence.length; article++)
    articleOf.fill(article, firstSentence[article], firstSentence[article + 1]);
  return articleOf;
}
