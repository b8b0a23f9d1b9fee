import type { Article, Block } from '../../corpus/article.ts';
import { blockOf } from '../../search/articles/parts.ts';
import { spanOf } from '../../search/segment.ts';
import { type Bag, bagOf, likenessOf } from '../../text/similarity.ts';
import type { Word } from '../../text/terms.ts';
import type { Question } from '../question/analyse-question.ts';
import { isOffice } from '../question/answer-types.ts';
import { answerFit } from '../sentence/answer-fit.ts';
import { createSideFinder, type Side } from '../sentence/asked-side.ts';
import type { Mention } from '../sentence/find-mentions.ts';
import type { SentenceView, SentenceViews } from '../sentence/sentence-views.ts';
import { nearnessIn } from '../sentence/word-proximity.ts';
import type { Topic } from '../topic/topic.ts';
import type { Promising } from './shortlist.ts';

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
    const block = blockOf(article, spanOf(segment, hit.article, sentence).block);
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

/** "Ida Quill" is nobody new to a question about Quill, unless it asks for her relatives, who share her name. */
function isSamePerson(
  last: Word | undefined,
  added: readonly Word[],
  { type, attribute }: Question,
): boolean {
  return type === 'person' && attribute === undefined && last !== undefined && !added.includes(last);
}

/** A word at least this near in meaning to the asked-for noun may be the answer ("which condiment": "mustard"). */
const LEAST_LIKENESS = 0.4;

type MakeAnswer = (
  mention: Mention,
  novel: readonly string[],
  novelShare: number,
  fit: number,
) => AnswerCandidate;

/** Makes answers of what stands in a sentence. */
function createAnswerMaker(view: SentenceView, topic: Topic): MakeAnswer {
  const nearness = nearnessIn(view, topic.nearness);
  const sideOf = createSideFinder(view, topic);
  return (mention, novel, novelShare, fit) => ({
    mention,
    novel,
    novelShare,
    fit,
    nearness: nearness(mention),
    side: sideOf(mention),
  });
}

function answerCandidates(view: SentenceView, topic: Topic): AnswerCandidate[] {
  const { question, all } = topic;
  const answer = createAnswerMaker(view, topic);
  const named = view.mentions.flatMap((mention) => {
    const words = view.words.slice(mention.from, mention.to).filter((word) => !word.stop);
    const added = words.filter((word) => !all.has(word.term));
    if (added.length === 0) return [];
    // "Minister Quill" is nobody new to a question about Quill.
    const isOnlyOffice = () => added.every(({ start, end }) => isOffice(view.text.slice(start, end)));
    if (added.length < words.length && isOnlyOffice()) return [];
    if (mention.kind === 'name' && isSamePerson(words.at(-1), added, question)) return [];
    const novel = added.map((word) => word.term);
    return answer(mention, novel, novel.length / words.length, answerFit(view, mention, question, topic));
  });
  return question.type === 'thing' && question.head !== undefined
    ? [...named, ...likeWords(view, topic, answer)]
    : named;
}

/** Noun phrases of a sentence as answers: those that say something that the question does not. */
export function phraseAnswers(
  view: SentenceView,
  phrases: readonly Mention[],
  topic: Topic,
): AnswerCandidate[] {
  const { all, semantics } = topic;
  const answer = createAnswerMaker(view, topic);
  return phrases.flatMap((mention) => {
    const words = view.words.slice(mention.from, mention.to).filter((word) => !word.stop);
    const novel = words.flatMap(({ term }) => (all.has(term) ? [] : [term]));
    if (novel.length === 0) return [];
    const fit = novel.reduce((most, term) => Math.max(most, semantics.likeHead(term)), 0);
    return answer(mention, novel, novel.length / words.length, fit);
  });
}

/** Common words that are of the asked-for kind. */
function likeWords(
  view: SentenceView,
  { question, all, semantics }: Topic,
  answer: MakeAnswer,
): AnswerCandidate[] {
  return view.words.flatMap(({ start, end, term, stop }, from) => {
    if (stop || all.has(term) || term === question.head) return [];
    if (view.mentions.some((mention) => from >= mention.from && from < mention.to)) return [];
    const likeness = semantics.likeHead(term);
    if (likeness < LEAST_LIKENESS) return [];
    return answer({ kind: 'word', start, end, from, to: from + 1 }, [term], 1, likeness);
  });
}
