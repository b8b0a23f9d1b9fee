import type { Article } from '../corpus/article.ts';
import type { Lexicon } from '../search/lexicon.ts';
import { MOST_BITS } from '../search/matches.ts';
import type { Hit, QueryTerm } from '../search/searcher.ts';
import type { Gazetteer } from '../text/gazetteer.ts';
import { type Bag, bagOf } from '../text/similarity.ts';
import { answerFit } from './evidence.ts';
import type { Mention } from './mentions.ts';
import type { Question } from './question.ts';
import type { Semantics } from './semantics.ts';
import type { SentenceView, SentenceViews } from './sentence-views.ts';

/** A mention that could be the answer: it names something that the question does not. */
export interface AnswerCandidate {
  readonly mention: Mention;
  /** How well it fits the asked-for type, 0 to 1. */
  readonly fit: number;
  /** Its terms that the question lacks. */
  readonly novel: readonly string[];
}

/** A sentence under consideration, with what surrounds it. */
export interface Candidate {
  readonly hit: Hit;
  readonly article: Article;
  readonly view: SentenceView;
  readonly title: SentenceView;
  /** Place among its article's sentences, from 0, and how many those are. */
  readonly index: number;
  readonly count: number;
  readonly bag: Bag;
  readonly titleBag: Bag;
  readonly answers: readonly AnswerCandidate[];
}

/** A content word of the question; its place in `Topic.terms` is its bit in the masks of hits. */
export interface TopicTerm {
  readonly term: string;
  /** The word glued to the next one, where a hyphen or a name's article joins them. */
  readonly joined?: string;
  readonly idf: number;
}

/** The question as the ranker sees it against one corpus. */
export interface Topic {
  readonly question: Question;
  /** Distinct content terms with their idf, the rarest first. */
  readonly terms: readonly TopicTerm[];
  readonly totalIdf: number;
  /** All terms of the question, stop words too. */
  readonly all: ReadonlySet<string>;
  readonly bag: Bag;
  readonly lexicon: Lexicon;
  readonly gazetteer: Gazetteer;
  readonly semantics: Semantics;
}

/** Weighs a question's words by what the corpus knows of them. */
export function createTopic(
  question: Question,
  lexicon: Lexicon,
  gazetteer: Gazetteer,
  semantics: Semantics,
): Topic {
  const distinct = new Map(question.content.map((word) => [word.term, word.joined]));
  const terms = [...distinct]
    .map(([term, joined]) => ({ term, idf: lexicon.idf(term), ...(joined === undefined ? {} : { joined }) }))
    .sort((a, b) => b.idf - a.idf)
    .slice(0, MOST_BITS);
  return {
    question,
    terms,
    totalIdf: terms.reduce((sum, { idf }) => sum + idf, 0),
    all: new Set(question.words.map((word) => word.term)),
    bag: bagOf(distinct.keys(), (term) => lexicon.idf(term)),
    lexicon,
    gazetteer,
    semantics,
  };
}

/** The topic's words as a query; a glued spelling stands for the word it opens with. */
export function queryOf({ terms }: Topic): QueryTerm[] {
  return terms.flatMap(({ term, joined }, bit) => [
    { term, weight: 1, bit },
    ...(joined === undefined ? [] : [{ term: joined, weight: 1, bit }]),
  ]);
}

/** Reads the sentences that the search found. */
export function readCandidates(hits: readonly Hit[], topic: Topic, views: SentenceViews): Candidate[] {
  const idf = (term: string) => topic.lexicon.idf(term);
  const titleBags = new Map<Article, Bag>();
  const titleBag = (article: Article): Bag => {
    const known = titleBags.get(article) ?? bagOf(views.title(article).terms, idf);
    titleBags.set(article, known);
    return known;
  };
  return hits.flatMap((hit) => {
    const { segment, sentence } = hit;
    const article = segment.articles[hit.article];
    if (article === undefined) return [];
    const first = segment.firstSentence[hit.article] ?? 0;
    const end = segment.firstSentence[hit.article + 1] ?? first;
    const view = views.sentence(segment, hit.article, sentence);
    return {
      hit,
      article,
      view,
      title: views.title(article),
      index: sentence - first,
      count: end - first,
      bag: bagOf(
        view.words.filter((word) => !word.stop).map((word) => word.term),
        idf,
      ),
      titleBag: titleBag(article),
      answers: answerCandidates(view, topic),
    };
  });
}

function answerCandidates(
  view: SentenceView,
  { question, all, lexicon, gazetteer }: Topic,
): AnswerCandidate[] {
  const wanted =
    question.head === undefined ? { type: question.type } : { type: question.type, head: question.head };
  return view.mentions.flatMap((mention) => {
    const novel = view.words
      .slice(mention.from, mention.to)
      .filter((word) => !word.stop && !all.has(word.term))
      .map((word) => word.term);
    return novel.length === 0
      ? []
      : { mention, novel, fit: answerFit(view, mention, wanted, lexicon, gazetteer) };
  });
}
