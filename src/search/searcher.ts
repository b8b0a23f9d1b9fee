import type { Article } from '../corpus/article.ts';
import { accumulate, accumulateGrouped, type Bm25Parameters, lengthNorms, type WeighedList } from './bm25.ts';
import { collect, type SegmentScores, type Shares } from './collect-hits.ts';
import { describeHit, type Hit } from './hit.ts';
import type { MatchList } from './match-masks.ts';
import { ListRoom } from './postings/list-room.ts';
import type { Postings } from './postings/postings.ts';
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
  readonly #sentenceScores: Float32Array;
  readonly #contextScores: Float32Array;
  readonly #articleScores: Float32Array;
  readonly #highestScores: Float32Array;
  readonly #room = new ListRoom();

  constructor(
    segments: readonly Segment[],
    lexicon: Lexicon,
    parameters: SearchParameters = SEARCH_DEFAULTS,
  ) {
    this.segments = segments;
    this.#lexicon = lexicon;
    this.#parameters = parameters;
    let base = 0;
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
      this.#bases.push(base);
      base += segment.bySentence.lengths.length;
      sentences += segment.sentenceCount;
      articles += segment.articleCount;
      largest = Math.max(largest, segment.bySentence.lengths.length);
      mostArticles = Math.max(mostArticles, segment.articles.length);
      sentenceWords += segment.bySentence.totalLength;
      articleWords += segment.byArticle.totalLength;
      const { lengths, documents, totalLength } = segment.contexts.postings;
      contexts += documents;
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
      // The lists as they are stored: what they say of articles that no longer count is passed over once, in the end.
      const { file } = segment;
      const articleOf = file.articleOf();
      const found = this.#find(segment, terms);
      this.#room.clear();
      const lists = {
        sentences: this.#listsOf(file.bySentence, segment.bySentence, found),
        contexts: this.#listsOf(file.contexts, segment.contexts.postings, found),
      };
      const { sentences, highest } = this.#scoreSentences(segment, articleOf, lists.sentences);
      const contexts = this.#scoreContexts(segment, lists.contexts);
      const articles = this.#scoreArticles(segment, this.#listsOf(file.byArticle, segment.byArticle, found));
      const scores = { sentences, contexts, articles, highest, weightOf };
      collect(segment, base, scores, this.#parameters, top);
      // What other segments have yet to push out is told of, too: their scores take the place of these.
      top.each((key, score) => {
        const sentence = key - base;
        if (sentence < 0) return;
        const article = articleOf[sentence] ?? 0;
        hits.set(key, describeHit({ segment, sentence, article, score }, scores, lists));
      });
    }
    return top.sorted().flatMap(({ key }) => hits.get(key) ?? []);
  }

  /** Good until the next segment's turn. */
  #listsOf(stored: Postings, counting: Postings, terms: readonly FoundTerm[]): QueryList[] {
    const found: QueryList[] = [];
    for (const term of terms) {
      if (counting.count(term.id) === 0) continue;
      const { docs, tfs } = stored.list(term.id, this.#room);
      found.push({ ...term, docs, tfs });
    }
    return found;
  }

  /** The terms that the segment has, by their numbers in it. */
  #find({ vocabulary }: Segment, terms: readonly QueryTerm[]): FoundTerm[] {
    return terms.flatMap((term) => {
      const id = vocabulary.get(term.term);
      return id === undefined ? [] : [{ ...term, id }];
    });
  }

  #scoreArticles({ byArticle: { lengths } }: Segment, lists: readonly QueryList[]): Float32Array {
    const scores = this.#articleScores.subarray(0, lengths.length).fill(0);
    const { k1 } = this.#parameters.article;
    const sums = { k1, norms: this.#articleNorms, lengths, scores };
    for (const list of lists) accumulate(weighed(list, this.#lexicon.profile(list.term).articleIdf), sums);
    return scores;
  }

  #scoreContexts({ contexts }: Segment, lists: readonly QueryList[]): Float32Array {
    const { lengths } = contexts.postings;
    const scores = this.#contextScores.subarray(0, lengths.length).fill(0);
    const { k1 } = this.#parameters.context;
    const sums = { k1, norms: this.#contextNorms, lengths, scores };
    for (const list of lists) accumulate(weighed(list, this.#lexicon.contextIdf(list.term)), sums);
    return scores;
  }

  /** The scores of all sentences, and by article that of its best one. */
  #scoreSentences(
    { bySentence: { lengths }, articles }: Segment,
    articleOf: Uint32Array,
    lists: readonly QueryList[],
  ): Pick<SegmentScores, 'sentences' | 'highest'> {
    const { k1 } = this.#parameters.sentence;
    const sentences = this.#sentenceScores.subarray(0, lengths.length);
    const highest = this.#highestScores.subarray(0, articles.length);
    accumulateGrouped(
      lists.map((list) => weighed(list, this.#lexicon.idf(list.term))),
      { k1, norms: this.#sentenceNorms, lengths, scores: sentences },
      { groupOf: articleOf, highest },
    );
    return { sentences, highest };
  }
}

const weighed = ({ docs, tfs, weight }: QueryList, idf: number): WeighedList => ({
  docs,
  tfs,
  weight: weight * idf,
});

interface FoundTerm extends QueryTerm {
  readonly id: number;
}

type QueryList = MatchList & QueryTerm;
