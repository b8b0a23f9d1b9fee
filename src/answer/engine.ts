import type { CalendarDate } from '../corpus/article.ts';
import { Lexicon } from '../search/lexicon.ts';
import { Searcher } from '../search/searcher.ts';
import type { Segment } from '../search/segment.ts';
import type { Gazetteer } from '../text/gazetteer.ts';
import type { TermReader } from '../text/terms.ts';
import { normalizeWord } from '../text/tokens.ts';
import type { Language } from '../text/wink.ts';
import type { WordVectors } from '../text/word-vectors.ts';
import {
  type AnswerCandidate,
  type Candidate,
  createTopic,
  queryOf,
  readCandidates,
  type Topic,
} from './candidates.ts';
import { confidenceLevel, confidenceOf, confidenceVector } from './confidence.ts';
import { type Definition, findDefinition } from './definition.ts';
import { featuresOf } from './features/index.ts';
import { findFocus } from './focus.ts';
import type { Model } from './model.ts';
import { makePassages, type Ranked } from './passage.ts';
import { analyseQuestion, type Question } from './question.ts';
import { createRanker, type Ranker } from './ranker.ts';
import { backgroundIdf, Semantics } from './semantics.ts';
import { SentenceViews } from './sentence-views.ts';
import { suggestWord } from './suggest.ts';
import type { Answer, AskOptions } from './types.ts';

/** What all questions share, whatever the corpus. */
export interface Tools {
  readonly language: Language;
  readonly reader: TermReader;
  readonly gazetteer: Gazetteer;
  readonly vectors: WordVectors;
  readonly model: Model;
}

export interface EngineParameters {
  /** How many sentences the ranker looks at. */
  readonly candidates: number;
  /** Characters of a question that are read; what is beyond is no question. */
  readonly longestQuestion: number;
  /** What a full definition of the asked-for name adds to the ranker's score. */
  readonly definitionBonus: number;
}

export const ENGINE_DEFAULTS: EngineParameters = {
  candidates: 120,
  longestQuestion: 1000,
  definitionBonus: 6,
};

/** A candidate with all that was found out about it. */
export interface Judged extends Ranked {
  readonly vector: readonly number[];
  readonly definition?: Definition;
  readonly support: number;
}

/** Answers questions over some segments. Its state is caches only: equal questions get equal answers. */
export class Engine {
  readonly #tools: Tools;
  readonly #parameters: EngineParameters;
  readonly #segments: readonly Segment[];
  readonly #searcher: Searcher;
  readonly #lexicon: Lexicon;
  readonly #views: SentenceViews;
  readonly #ranker: Ranker;

  constructor(segments: readonly Segment[], tools: Tools, parameters: EngineParameters = ENGINE_DEFAULTS) {
    this.#tools = tools;
    this.#parameters = parameters;
    this.#segments = segments;
    this.#lexicon = new Lexicon(segments, backgroundIdf(tools.vectors));
    this.#searcher = new Searcher(segments, this.#lexicon);
    this.#views = new SentenceViews(tools.reader);
    this.#ranker = createRanker(tools.model.corpus);
  }

  get sentenceCount(): number {
    return this.#searcher.sentenceCount;
  }

  /** The whole way from a question to its answer, step by step. */
  ask(text: string, options: AskOptions): Answer {
    const asked = analyseQuestion(text.slice(0, this.#parameters.longestQuestion), this.#tools);
    const { question, didYouMean } = this.#correct(asked);
    const suggestion = didYouMean === undefined ? {} : { didYouMean };
    if (question.words.length === 0) {
      return { kind: 'no-answer', question: text, reason: 'empty', confidence: 0, closest: [] };
    }
    const { topic, judged } = this.judge(question, options.asked);
    if (judged.length === 0) {
      return {
        kind: 'no-answer',
        question: text,
        reason: 'unknown',
        confidence: 0,
        closest: [],
        ...suggestion,
      };
    }
    const confidence = this.#confidence(topic, judged);
    const [first, ...others] = makePassages(judged, options.top);
    const outcome = { question: text, confidence, ...suggestion };
    const { confidence: parameters } = this.#tools.model;
    if (first === undefined || confidence < parameters.answerFrom) {
      const closest = first === undefined ? [] : [first, ...others];
      return { kind: 'no-answer', reason: 'unsure', closest, ...outcome };
    }
    return {
      kind: 'answer',
      level: confidenceLevel(confidence, parameters),
      passages: [first, ...others],
      ...outcome,
    };
  }

  /** Candidates of a question, best first, with their features. */
  judge(question: Question, asked?: CalendarDate): { topic: Topic; judged: Judged[] } {
    const topic = createTopic(
      question,
      this.#lexicon,
      this.#tools.gazetteer,
      new Semantics(question, this.#tools.vectors),
    );
    const hits = this.#searcher.search(queryOf(topic), this.#parameters.candidates);
    const candidates = readCandidates(hits, topic, this.#views);
    const { vectors, supports, supportOf } = featuresOf(candidates, topic, asked);
    const judged = candidates.map((candidate, i): Judged => {
      const vector = vectors[i] ?? [];
      const definition = question.defines && findDefinition(candidate.view, question.defines);
      const bonus = definition === undefined ? 0 : definition.strength * this.#parameters.definitionBonus;
      const focus = findFocus(candidate, topic, definition, undefined, (answer: AnswerCandidate) =>
        supportOf(answer, candidate),
      );
      return {
        candidate,
        vector,
        score: this.#ranker.score(vector) + bonus,
        support: supports[i]?.typed ?? 0,
        ...(definition === undefined ? {} : { definition }),
        ...(focus === undefined ? {} : { focus }),
      };
    });
    return { topic, judged: judged.sort((a, b) => b.score - a.score) };
  }

  /** The vector behind the confidence in the first of the judged candidates. */
  confidenceVector(topic: Topic, judged: readonly Judged[]): number[] {
    const first = judged[0];
    const fits = first?.candidate.answers.reduce((most, answer) => Math.max(most, answer.fit), 0) ?? 0;
    return confidenceVector({
      topic,
      candidates: judged.map((entry): Candidate => entry.candidate),
      scores: judged.map((entry) => entry.score),
      fits,
      support: first?.support ?? 0,
      definition: first?.definition?.strength ?? 0,
    });
  }

  #confidence(topic: Topic, judged: readonly Judged[]): number {
    return confidenceOf(this.confidenceVector(topic, judged), this.#tools.model.confidence);
  }

  /** Replaces words that the corpus lacks by near ones that it has. */
  #correct(question: Question): { question: Question; didYouMean?: string } {
    const { reader, language } = this.#tools;
    let corrected = question.text;
    for (const word of [...question.content].reverse()) {
      if (this.#lexicon.profile(word.term).frequency > 0) continue;
      if (word.joined !== undefined && this.#lexicon.profile(word.joined).frequency > 0) continue;
      const raw = question.text.slice(word.start, word.end);
      // A good English word that the articles lack is no slip of the fingers.
      if (language.knows(raw.toLowerCase())) continue;
      const suggestion = suggestWord(normalizeWord(raw), this.#segments);
      if (suggestion === undefined || reader.term(raw) === suggestion.term) continue;
      corrected = corrected.slice(0, word.start) + suggestion.surface + corrected.slice(word.end);
    }
    if (corrected === question.text) return { question };
    return { question: analyseQuestion(corrected, this.#tools), didYouMean: corrected };
  }
}
