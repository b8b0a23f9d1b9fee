import type { Article, Block } from '../corpus/article.ts';
import type { Lexicon } from '../search/lexicon.ts';
import { MOST_BITS } from '../search/matches.ts';
import type { QueryTerm } from '../search/searcher.ts';
import { blockOf } from '../search/segment.ts';
import type { Gazetteer } from '../text/gazetteer.ts';
import type { OtherWords } from '../text/other-words.ts';
import { type Bag, bagOf, likenessOf } from '../text/similarity.ts';
import type { TermReader, Word } from '../text/terms.ts';
import { normalizeWord } from '../text/tokens.ts';
import type { WordVectors } from '../text/word-vectors.ts';
import { answerFit } from './answer-fit.ts';
import { createSideFinder, type Side } from './asked-side.ts';
import { createHeadingFit, type HeadingFit } from './heading-fit.ts';
import type { Mention } from './mentions.ts';
import { type NearnessWeights, nearnessIn, nearnessWeights } from './nearness.ts';
import { isOffice } from './noun-classes.ts';
import type { Question } from './question.ts';
import type { Relations } from './relations.ts';
import { Semantics } from './semantics.ts';
import type { SentenceView, SentenceViews } from './sentence-views.ts';
import type { Promising } from './shortlist.ts';
import { createTermShares } from './term-shares.ts';

/** A mention that could be the answer: it names something that the question does not. */
export interface AnswerCandidate {
  readonly mention: Mention;
  /** How well it fits the asked-for type, 0 to 1. */
  readonly fit: number;
  /** Its terms that the question lacks. */
  readonly novel: readonly string[];
  /** Which share of its words those are. */
  readonly novelShare: number;
  /** How near the question's words stand to it, 0 to 1. */
  readonly nearness: number;
  /** On which side of the question's verb it stands. */
  readonly side: Side;
}

/** A sentence under consideration, with what surrounds it. */
export interface Candidate {
  readonly hit: Promising;
  readonly article: Article;
  readonly view: SentenceView;
  readonly title: SentenceView;
  /** The block that it stands in (the first, of a list that is one unit); absent when the reader told none. */
  readonly block?: Block;
  /** The terms of what it stands under, the title's too; `hit.masks.context` has those of the question. */
  readonly context: ReadonlySet<string>;
  /** Place among its article's sentences, from 0, and how many those are. */
  readonly index: number;
  readonly count: number;
  readonly bag: Bag;
  /** wink-nlp's cosine of the question and the article's title. */
  readonly titleCosine: number;
  readonly answers: readonly AnswerCandidate[];
}

/** A content word of the question; its place in `Topic.terms` is its bit in the masks of hits. */
export interface TopicTerm {
  readonly term: string;
  /** Other spellings that stand for it: glued to the next word ("alshaer"), a country for its people's name. */
  readonly others: readonly string[];
  /** Those of `others` that are other words for it: "marriage" for "marry", "photo" for "pic". */
  readonly kin: ReadonlySet<string>;
  readonly idf: number;
}

/** The question as the ranker sees it against one corpus. */
export interface Topic {
  readonly question: Question;
  /** Distinct content terms with their idf, the rarest first. */
  readonly terms: readonly TopicTerm[];
  readonly totalIdf: number;
  /** Which share of the terms, by idf, a mask holds; and of those of the clause that asks, but for the asked-for noun. */
  readonly shareOfAll: (mask: number) => number;
  readonly shareOfClause: (mask: number) => number;
  readonly nearness: NearnessWeights;
  /** The terms alone. */
  readonly wanted: ReadonlySet<string>;
  /** A word's other spellings → the word's term. */
  readonly aliases: ReadonlyMap<string, string>;
  /** All terms of the question, stop words too. */
  readonly all: ReadonlySet<string>;
  readonly bag: Bag;
  readonly lexicon: Lexicon;
  readonly gazetteer: Gazetteer;
  readonly semantics: Semantics;
  readonly headingFit: HeadingFit;
  /** Terms by which texts tell what the question asks of its topic. */
  readonly told: ReadonlySet<string>;
  /** Terms that mean the opposite of a term. */
  readonly opposites: OtherWords;
}

/** What a topic needs besides the corpus. */
export interface TopicTools {
  readonly reader: TermReader;
  readonly gazetteer: Gazetteer;
  readonly vectors: WordVectors;
  readonly otherWords: OtherWords;
  readonly opposites: OtherWords;
  readonly relations: Relations;
}

/**
 * Weighs a question's words by what the corpus knows of them.
 * @param named words of titles that the question names: they count even when they are stop words
 */
export function createTopic(
  question: Question,
  lexicon: Lexicon,
  tools: TopicTools,
  named: readonly Word[] = [],
): Topic {
  const { gazetteer } = tools;
  const distinct = new Map([...question.content, ...named].map((word) => [word.term, word]));
  const terms = [...distinct]
    .map(([term, word]): TopicTerm => {
      const kin = tools.otherWords(term).filter((other) => lexicon.has(other));
      const spellings = otherSpellings(word, question.text, tools);
      const idf =
        lexicon.has(term) || kin.length === 0
          ? lexicon.idf(term)
          : Math.min(...kin.map((other) => lexicon.idf(other)));
      return { term, idf, others: [...spellings, ...kin], kin: new Set(kin) };
    })
    .sort((a, b) => b.idf - a.idf)
    .slice(0, MOST_BITS);
  const words = {
    wanted: new Set(terms.map(({ term }) => term)),
    aliases: new Map(terms.flatMap(({ term, others }) => others.map((other) => [other, term] as const))),
    totalIdf: terms.reduce((sum, { idf }) => sum + idf, 0),
    lexicon,
  };
  return {
    question,
    terms,
    ...words,
    shareOfAll: createTermShares(terms, () => true),
    shareOfClause: createTermShares(terms, (term) => question.clause.has(term) && term !== question.head),
    nearness: nearnessWeights(terms, question, lexicon),
    all: new Set(question.words.map((word) => word.term)),
    bag: bagOf(distinct.keys(), (term) => lexicon.idf(term)),
    gazetteer,
    semantics: new Semantics(question, tools.vectors),
    headingFit: createHeadingFit(words, tools.reader),
    told: toldBy(question, tools),
    opposites: tools.opposites,
  };
}

function toldBy({ words }: Question, { relations }: TopicTools): Set<string> {
  const told = new Set<string>();
  for (const { term } of words) for (const word of relations(term) ?? []) told.add(word);
  return told;
}

/** A sentence that says "Russian" says a little less of Russia, one with "marriage" less of who married. */
const OTHER_SPELLING_WEIGHT = 0.9;
const KIN_WEIGHT = 0.6;

function otherSpellings(
  { joined, start, end }: Word,
  text: string,
  { reader, gazetteer }: TopicTools,
): string[] {
  const word = normalizeWord(text.slice(start, end));
  const country = gazetteer.countryOf(word);
  const related = [...(country === undefined ? [] : [country]), ...gazetteer.demonymsOf(word)];
  return [...(joined === undefined ? [] : [joined]), ...related.map((other) => reader.term(other))];
}

/** The topic's words as a query; a glued spelling stands for the word it opens with. */
export function queryOf({ terms }: Topic): QueryTerm[] {
  return terms.flatMap(({ term, others, kin }, bit) => [
    { term, weight: 1, bit },
    ...others.map((other) => ({
      term: other,
      weight: kin.has(other) ? KIN_WEIGHT : OTHER_SPELLING_WEIGHT,
      bit,
    })),
  ]);
}

/** Reads the sentences that the search found. */
export function readCandidates(hits: readonly Promising[], topic: Topic, views: SentenceViews): Candidate[] {
  const idf = (term: string) => topic.lexicon.idf(term);
  const cosines = new Map<Article, number>();
  const titleCosine = (article: Article): number => {
    const known =
      cosines.get(article) ?? likenessOf(topic.bag, bagOf(views.title(article).terms, idf)).cosine;
    cosines.set(article, known);
    return known;
  };
  return hits.flatMap((hit) => {
    const { segment, sentence } = hit;
    const article = segment.articles[hit.article];
    if (article === undefined) return [];
    const first = segment.firstSentence[hit.article] ?? 0;
    const end = segment.firstSentence[hit.article + 1] ?? first;
    const view = views.sentence(segment, hit.article, sentence);
    const block = article.blocks?.[blockOf(segment, sentence) ?? -1];
    return {
      hit,
      article,
      view,
      title: views.title(article),
      ...(block === undefined ? {} : { block }),
      context: views.context(segment, hit.article, sentence),
      index: sentence - first,
      count: end - first,
      bag: bagOf(
        view.words.filter((word) => !word.stop).map((word) => word.term),
        idf,
      ),
      titleCosine: titleCosine(article),
      answers: answerCandidates(view, topic),
    };
  });
}

/** A word at least this near in meaning to the asked-for noun may be the answer ("which condiment": "mustard"). */
const LEAST_LIKENESS = 0.4;

function answerCandidates(view: SentenceView, topic: Topic): AnswerCandidate[] {
  const { question, all } = topic;
  const nearness = nearnessIn(view, topic.nearness);
  const sideOf = createSideFinder(view, topic);
  const named = view.mentions.flatMap((mention) => {
    const words = view.words.slice(mention.from, mention.to).filter((word) => !word.stop);
    const added = words.filter((word) => !all.has(word.term));
    if (added.length === 0) return [];
    // "Minister Quill" is nobody new to a question about Quill.
    const isOnlyOffice = () => added.every(({ start, end }) => isOffice(view.text.slice(start, end)));
    if (added.length < words.length && isOnlyOffice()) return [];
    const novel = added.map((word) => word.term);
    const novelShare = novel.length / words.length;
    const fit = answerFit(view, mention, question, topic);
    return { mention, novel, novelShare, fit, nearness: nearness(mention), side: sideOf(mention) };
  });
  return question.type === 'thing' && question.head !== undefined
    ? [...named, ...likeWords(view, topic, nearness, sideOf)]
    : named;
}

/** Common words that are of the asked-for kind. */
function likeWords(
  view: SentenceView,
  { question, all, semantics }: Topic,
  nearness: (mention: Mention) => number,
  sideOf: (mention: Mention) => Side,
): AnswerCandidate[] {
  return view.words.flatMap(({ start, end, term, stop }, from) => {
    if (stop || all.has(term) || term === question.head) return [];
    if (view.mentions.some((mention) => from >= mention.from && from < mention.to)) return [];
    const likeness = semantics.likeHead(term);
    if (likeness < LEAST_LIKENESS) return [];
    const mention: Mention = { kind: 'word', start, end, from, to: from + 1 };
    return {
      mention,
      novel: [term],
      novelShare: 1,
      fit: likeness,
      nearness: nearness(mention),
      side: sideOf(mention),
    };
  });
}
