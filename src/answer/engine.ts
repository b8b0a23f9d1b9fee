import type { Article, SentenceSpan } from '../corpus/article.ts';
import { Searcher } from '../search/searcher.ts';
import type { Segment } from '../search/segment.ts';
import { Lexicon } from '../search/term-statistics.ts';
import type { Answer, AskOptions } from './answer.ts';
import { type ArticlePlaces, createArticlePlaces } from './article-places.ts';
import { lacksPredicate } from './candidates/lacks-predicate.ts';
import {
  confidenceLevel,
  confidenceOf,
  confidenceVector,
  type Levels,
  levelsFor,
} from './confidence/confidence.ts';
import { boundConfidence } from './confidence/confidence-bounds.ts';
import { EVIDENCE, evidenceOf } from './confidence/evidence.ts';
import { confidenceShares, type Explanation, explainSentence } from './confidence/explanation.ts';
import { ENGINE_DEFAULTS, type EngineParameters } from './engine-parameters.ts';
import { inOrder } from './features/feature-values.ts';
import type { Tools } from './load-tools.ts';
import { makePassages } from './passage/make-passages.ts';
import { analyseQuestion, type Question } from './question/analyse-question.ts';
import { QUANTITIES } from './question/answer-types.ts';
import { correctSpelling } from './question/correct-spelling.ts';
import { createRecencyWeights } from './question/recency.ts';
import { Speller } from './question/spell-checker.ts';
import { askedQuestion } from './question/unwrap/normalise-question.ts';
import { type AskedCorpus, rankQuestion } from './rank-question.ts';
import { orderByTime } from './ranking/by-time.ts';
import { corpusTraits, type Traits } from './ranking/corpus-traits.ts';
import { explainBoth, type Outcome } from './ranking/explain-both.ts';
import type { Judged } from './ranking/judge-candidates.ts';
import { createLearntRankers } from './ranking/learnt-ranker.ts';
import { lacksPerson } from './sentence/asked-kind.ts';
import { type CorpusName, createNameIndex, type NameIndex } from './sentence/name-index.ts';
import { SentenceViews } from './sentence/sentence-views.ts';
import { aliasesOf, type CorpusKin, corpusKin } from './topic/corpus-kin.ts';
import { createLongForms, type LongForms } from './topic/long-forms.ts';
import { backgroundIdf } from './topic/semantic-nearness.ts';
import { articlesAbout, sentencesAbout } from './topic/sentences-about.ts';
import { TitleIndex } from './topic/title-index.ts';
import { createTopic, type Topic } from './topic/topic.ts';

/** Answers questions over some segments. Its state is caches only: equal questions get equal answers. */
export class Engine {
  readonly #tools: Tools;
  readonly #parameters: EngineParameters;
  readonly #segments: readonly Segment[];
  readonly #speller: Speller;
  readonly #searcher: Searcher;
  readonly #lexicon: Lexicon;
  readonly #views: SentenceViews;
  readonly #index: AskedCorpus;
  readonly #traits: Traits;
  readonly #longForms: LongForms;
  #aliases: readonly (readonly string[])[] | undefined;
  readonly #kin = new WeakMap<Question, CorpusKin>();
  readonly #levels: Levels;
  readonly #places: ArticlePlaces;
  readonly #names: NameIndex;
  readonly #titles: TitleIndex;

  constructor(segments: readonly Segment[], tools: Tools, parameters: EngineParameters = ENGINE_DEFAULTS) {
    this.#tools = tools;
    this.#parameters = parameters;
    this.#segments = segments;
    this.#places = createArticlePlaces(segments);
    this.#speller = new Speller(segments);
    this.#lexicon = new Lexicon(segments, backgroundIdf(tools.vectors));
    this.#searcher = new Searcher(segments, this.#lexicon);
    this.#views = new SentenceViews(tools.reader);
    this.#longForms = createLongForms(segments, this.#searcher, tools.reader);
    this.#names = createNameIndex(segments);
    this.#titles = new TitleIndex(segments, tools.reader);
    this.#traits = corpusTraits(segments);
    this.#levels = levelsFor(tools.model.confidence, this.#traits);
    this.#index = {
      tools,
      parameters,
      searcher: this.#searcher,
      lexicon: this.#lexicon,
      views: this.#views,
      titles: this.#titles,
      rankerFor: createLearntRankers(tools.model.corpus, this.#traits),
      recencyWeights: createRecencyWeights(),
      kinOf: (question) => this.#kinOf(question),
    };
  }

  get sentenceCount(): number {
    return this.#searcher.sentenceCount;
  }

  /** The articles in the order in which sentences are counted. */
  get articles(): readonly Article[] {
    return this.#places.articles;
  }

  /** The sentences of one of `articles`. */
  spansOf(article: Article): readonly SentenceSpan[] {
    return this.#places.spansOf(article);
  }

  /** What was noted of one of `articles` when it was indexed. */
  notesOf(article: Article): Uint8Array | undefined {
    return this.#places.notesOf(article);
  }

  /**
   * The sentences about a topic, its names in all spellings.
   * @returns their numbers, counted through `articles`, ascending; and the topic with its slips mended, if any
   */
  sentencesAbout(text: string): { readonly sentences: Uint32Array; readonly didYouMean?: string } {
    const { question, asked: _, ...suggestion } = this.#read(text);
    const topic = createTopic(question, this.#lexicon, this.#tools, [], this.#kinOf(question));
    return { sentences: sentencesAbout(this.#segments, topic, this.#views), ...suggestion };
  }

  /** Which of some of `articles` are about a topic as written, and which of their sentences, numbered within each. */
  articlesAbout(text: string, articles: ReadonlySet<Article>): Map<Article, number[]> {
    const { question, didYouMean } = this.#read(text);
    const topic = createTopic(question, this.#lexicon, this.#tools, [], this.#kinOf(question));
    return articlesAbout(didYouMean === undefined ? this.#segments : [], articles, topic, this.#views);
  }

  /** Names of the corpus one of whose words begins with what was typed, most frequent first. */
  names(typed: string, limit: number): CorpusName[] {
    return this.#names.complete(typed, limit);
  }

  /** The whole way from a question to its answer, step by step. */
  ask(text: string, options: AskOptions): Answer {
    const { question, asked, ...suggestion } = this.#read(text);
    const nothing = { kind: 'no-answer', question: asked, confidence: 0, closest: [] } as const;
    if (question.words.length === 0) return { ...nothing, reason: 'empty' };
    const direct = this.#outcome(question, options);
    const explain = (name: string) => this.#outcome(analyseQuestion(`what is ${name}`, this.#tools), options);
    const { judged, confidence } = explainBoth(asked, direct, explain, this.#levels.likelyFrom);
    // A single word asks nothing; what stands closest to it is shown as that. "Election percentage" asks for a number.
    const isTopicOnly =
      question.asks === 'none' && question.content.length < 2 && !QUANTITIES.has(question.type);
    if (judged.length === 0) return { ...nothing, reason: 'unknown', ...suggestion };
    const [first, ...others] = makePassages(judged, options.top);
    const outcome = { question: asked, confidence, ...suggestion };
    const { answerFrom, strongFrom } = this.#levels;
    const least = options.narrowed?.sure === true ? strongFrom : answerFrom;
    if (first === undefined || isTopicOnly || confidence < least) {
      const closest = first === undefined ? [] : [first, ...others];
      return { kind: 'no-answer', reason: 'unsure', closest, ...outcome };
    }
    return {
      kind: 'answer',
      level: confidenceLevel(confidence, this.#levels),
      passages: [first, ...others],
      ...outcome,
    };
  }

  /**
   * Why the first sentences stand where they stand: each feature's share in the score, and in the confidence of the
   * first. The sentences are those of `ask`, before near-copies are folded and repeated answers moved down.
   */
  explain(text: string, options: AskOptions): Explanation {
    const { question } = this.#read(text);
    const { topic, judged } = this.judge(question, options);
    const { weights } = this.#tools.model.confidence;
    const { explain } = this.#index.rankerFor(question);
    return {
      question,
      sentences: judged
        .slice(0, options.top)
        .map((entry) => explainSentence(entry, this.#parameters, explain)),
      confidence: confidenceShares(judged.length === 0 ? [] : this.confidenceVector(topic, judged), weights),
    };
  }

  /** Candidates of a question, best first, with their features. */
  judge(
    question: Question,
    options: Partial<AskOptions> = {},
  ): { readonly topic: Topic; readonly judged: Judged[] } {
    return rankQuestion(this.#index, question, options);
  }

  /** The vector behind the confidence in the first of the judged candidates, of which there must be one. */
  confidenceVector(topic: Topic, judged: readonly Judged[]): number[] {
    const [first] = judged;
    if (first === undefined) throw new RangeError('There is no confidence in nothing');
    const evidence = evidenceOf(first.candidate, topic, first.definition?.strength ?? 0);
    return confidenceVector({
      scores: judged.map(({ score }) => score),
      articles: judged.map(({ candidate }) => candidate.article),
      evidence: inOrder(EVIDENCE, evidence),
      vector: first.vector,
      traits: this.#traits,
    });
  }

  /** The candidates in the order in which they are shown, and the confidence in the first. */
  #outcome(question: Question, options: AskOptions): Outcome {
    const { topic, judged } = this.judge(question, options);
    const ordered = orderByTime(judged, topic);
    return { judged: ordered, confidence: this.#confidence(topic, ordered) };
  }

  #confidence(topic: Topic, judged: readonly Judged[]): number {
    const [first] = judged;
    if (first === undefined) return 0;
    const { weights } = this.#tools.model.confidence;
    const learnt = confidenceOf(this.confidenceVector(topic, judged), weights);
    const { definition, candidate, ...found } = first;
    const known = {
      ...found,
      heading: candidate.hit.headingFit,
      isUnexplained: topic.question.defines !== undefined && definition === undefined,
      isNoWay: topic.question.type === 'manner' && found.direct === 0,
      // Whether a reason is told outright is among the evidence.
      direct: topic.question.type === 'reason' ? 0 : (found.direct ?? 0),
      lacksPerson: lacksPerson(candidate, topic),
      lacksPredicate: lacksPredicate(candidate, topic),
      ...(definition === undefined ? {} : { definition: definition.strength }),
    };
    return boundConfidence(learnt, known, this.#levels);
  }

  /** Asked when slips are mended and again when the question is ranked. */
  #kinOf(question: Question): CorpusKin {
    this.#aliases ??= aliasesOf(this.articles);
    const corpus = { segments: this.#segments, lexicon: this.#lexicon, longForms: this.#longForms };
    const kin =
      this.#kin.get(question) ?? corpusKin(question, { ...this.#tools, ...corpus, aliases: this.#aliases });
    this.#kin.set(question, kin);
    return kin;
  }

  /** Takes what is asked out of what was sent, and apart, its slips mended by the corpus's own words. */
  #read(text: string): { asked: string; question: Question; didYouMean?: string } {
    const asked = askedQuestion(text, this.#parameters.longestQuestion);
    const question = analyseQuestion(asked, this.#tools);
    if (question.content.length > this.#parameters.mostWordsMended) return { asked, question };
    const corpus = { lexicon: this.#lexicon, speller: this.#speller, corpusKin: this.#kinOf(question) };
    const didYouMean = correctSpelling(question, { ...this.#tools, ...corpus });
    if (didYouMean === undefined) return { asked, question };
    return { asked, question: analyseQuestion(didYouMean, this.#tools), didYouMean };
  }
}
