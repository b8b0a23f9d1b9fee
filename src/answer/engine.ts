import type { Article, SentenceSpan } from '../corpus/article.ts';
import type { Hit } from '../search/hit.ts';
import { Lexicon } from '../search/lexicon.ts';
import { Searcher } from '../search/searcher.ts';
import { type Segment, spansIn } from '../search/segment.ts';
import { askedQuestion } from './asked/normalise-question.ts';
import { readCandidates } from './candidates.ts';
import { explainBoth, type Outcome } from './compare/explain-both.ts';
import { confidenceLevel, confidenceOf, confidenceVector, type Levels, levelsFor } from './confidence.ts';
import { boundConfidence } from './confidence-bounds.ts';
import { aliasesOf, type CorpusKin, corpusKin } from './corpus-words/corpus-kin.ts';
import { createLongForms, type LongForms } from './corpus-words/long-forms.ts';
import { gatherDescriptions } from './definition/descriptions.ts';
import { ENGINE_DEFAULTS, type EngineParameters } from './engine-parameters.ts';
import { EVIDENCE, evidenceOf } from './evidence.ts';
import { confidenceShares, type Explanation } from './explanation.ts';
import { inOrder } from './features/values.ts';
import { bonusesOf, type Judged, judgeCandidates } from './judge.ts';
import { mendSlips } from './mend-slips.ts';
import { type CorpusName, collectNames, createNameIndex, type NameIndex } from './names.ts';
import { narrowedWeights } from './narrowing.ts';
import { makePassages } from './passage.ts';
import { lacksPredicate } from './predicate.ts';
import { analyseQuestion, type Question } from './question.ts';
import { createRanker, type Ranker, weightsFor } from './ranker.ts';
import { createRecencyWeights } from './recency.ts';
import { orderByTime } from './recurring/by-time.ts';
import { isEcho, saysNothing } from './says-nothing.ts';
import { backgroundIdf } from './semantics.ts';
import { SentenceViews } from './sentence-views.ts';
import { shortlist } from './shortlist.ts';
import { finish, finishPaced, type Pace } from './steps.ts';
import { Speller } from './suggest.ts';
import { TitleIndex } from './title-index.ts';
import type { Tools } from './tools.ts';
import { createTopic, queryOf, type Topic } from './topic.ts';
import { sentencesAbout } from './topic-search.ts';
import { corpusTraits, type Traits } from './traits.ts';
import type { Answer, AskOptions } from './types.ts';

/** Answers questions over some segments. Its state is caches only: equal questions get equal answers. */
export class Engine {
  readonly #tools: Tools;
  readonly #parameters: EngineParameters;
  readonly #segments: readonly Segment[];
  readonly #speller: Speller;
  readonly #searcher: Searcher;
  readonly #lexicon: Lexicon;
  readonly #views: SentenceViews;
  readonly #ranker: Ranker;
  readonly #recencyWeights = createRecencyWeights();
  readonly #traits: Traits;
  readonly #longForms: LongForms;
  #aliases: readonly (readonly string[])[] | undefined;
  readonly #levels: Levels;
  #articles: readonly Article[] | undefined;
  #names: NameIndex | undefined;
  readonly #titles: TitleIndex;

  constructor(segments: readonly Segment[], tools: Tools, parameters: EngineParameters = ENGINE_DEFAULTS) {
    this.#tools = tools;
    this.#parameters = parameters;
    this.#segments = segments;
    this.#speller = new Speller(segments);
    this.#lexicon = new Lexicon(segments, backgroundIdf(tools.vectors));
    this.#searcher = new Searcher(segments, this.#lexicon);
    this.#views = new SentenceViews(tools.reader);
    this.#longForms = createLongForms(segments, this.#searcher, tools.reader);
    this.#titles = new TitleIndex(segments, tools.reader);
    this.#traits = corpusTraits(segments);
    this.#levels = levelsFor(tools.model.confidence, this.#traits);
    this.#ranker = createRanker(weightsFor(tools.model.corpus, this.#traits));
  }

  get sentenceCount(): number {
    return this.#searcher.sentenceCount;
  }

  /** The articles in the order in which sentences are counted. */
  get articles(): readonly Article[] {
    this.#articles ??= this.#segments.flatMap((segment) => segment.articles);
    return this.#articles;
  }

  /** The sentences of an article, given by its number in `articles`. */
  spansOf(article: number): SentenceSpan[] {
    let at = article;
    for (const segment of this.#segments) {
      if (at < segment.articles.length) return spansIn(segment, at);
      at -= segment.articles.length;
    }
    return [];
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

  /** Names of the corpus one of whose words begins with what was typed, most frequent first. */
  names(typed: string, limit: number): CorpusName[] {
    this.#names ??= createNameIndex(finish(collectNames(this.#segments, this.#tools.reader)));
    return this.#names.complete(typed, limit);
  }

  /** Makes beforehand what is otherwise made at the first suggestion, with others' turns in between. */
  async prepare(pace: Pace): Promise<void> {
    const names = collectNames(this.#segments, this.#tools.reader);
    this.#names ??= createNameIndex(await finishPaced(names, pace));
    await finishPaced(this.#speller.prepare(), pace);
    await finishPaced(this.#titles.prepare(), pace);
  }

  /** The whole way from a question to its answer, step by step. */
  ask(text: string, options: AskOptions): Answer {
    const { question, asked, ...suggestion } = this.#read(text);
    const nothing = { kind: 'no-answer', question: asked, confidence: 0, closest: [] } as const;
    if (question.words.length === 0) return { ...nothing, reason: 'empty' };
    const direct = this.#outcome(question, options);
    const explain = (name: string) => this.#outcome(analyseQuestion(`what is ${name}`, this.#tools), options);
    const { judged, confidence } = explainBoth(asked, direct, explain, this.#levels.likelyFrom);
    // A single word asks nothing; what stands closest to it is shown as that.
    const isTopicOnly = question.asks === 'none' && question.content.length < 2;
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
    return {
      question,
      sentences: judged.slice(0, options.top).map((entry) => ({
        text: entry.candidate.view.text,
        title: entry.candidate.article.title,
        score: entry.score,
        ...bonusesOf(entry, this.#parameters),
        shares: this.#ranker.explain(entry.vector),
      })),
      confidence: confidenceShares(judged.length === 0 ? [] : this.confidenceVector(topic, judged), weights),
    };
  }

  /** Candidates of a question, best first, with their features. */
  judge(
    question: Question,
    { asked, narrowed = {} }: Partial<AskOptions> = {},
  ): { topic: Topic; judged: Judged[] } {
    const { language } = this.#tools;
    const named = this.#titles.find(question.words, this.#lexicon);
    const topic = createTopic(question, this.#lexicon, this.#tools, named.words, this.#kinOf(question));
    const { recency } = question;
    const byAge =
      recency === undefined || asked === undefined ? undefined : this.#recencyWeights(asked, recency);
    const byName = named.articles.size === 0 ? byAge : this.#namedFirst(named.articles, byAge);
    const weightOf = narrowedWeights(narrowed, byName);
    const { found: usual, foundToDefine, candidates: size } = this.#parameters;
    const most = question.defines === undefined ? usual : foundToDefine;
    const found = this.#searcher.search(queryOf(topic), most, weightOf);
    const tools = { ...this.#tools, views: this.#views, lexicon: this.#lexicon, tag: language.tag };
    const definitionIn = gatherDescriptions(found, question, tools);
    const defining = (hit: Hit) => definitionIn(hit)?.strength ?? 0;
    const hits = shortlist(found, topic, asked, size, { named: named.articles, defining });
    const candidates = readCandidates(hits, topic, this.#views).filter(
      (read) => !isEcho(read, topic) && !saysNothing(read, topic),
    );
    const judging = {
      topic,
      definitionIn,
      ranker: this.#ranker,
      tools: this.#tools,
      bonuses: this.#parameters,
    };
    return { topic, judged: judgeCandidates(candidates, asked, judging) };
  }

  /** Articles that the question names by their titles come before others. */
  #namedFirst(
    named: ReadonlySet<Article>,
    weightOf: (article: Article) => number = () => 1,
  ): (article: Article) => number {
    const { notNamed } = this.#parameters;
    return (article) => (named.has(article) ? 1 : notNamed) * weightOf(article);
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
    const { definition, bond, candidate } = first;
    const known = {
      lacksPredicate: lacksPredicate(candidate, topic),
      ...(definition === undefined ? {} : { definition: definition.strength }),
      ...(bond === undefined ? {} : { bond }),
    };
    return boundConfidence(learnt, known, this.#levels);
  }

  #kinOf(question: Question): CorpusKin {
    this.#aliases ??= aliasesOf(this.articles);
    const corpus = { segments: this.#segments, lexicon: this.#lexicon, longForms: this.#longForms };
    return corpusKin(question, { ...this.#tools, ...corpus, aliases: this.#aliases });
  }

  /** Takes what is asked out of what was sent, and apart, its slips mended by the corpus's own words. */
  #read(text: string): { asked: string; question: Question; didYouMean?: string } {
    const asked = askedQuestion(text, this.#parameters.longestQuestion);
    const question = analyseQuestion(asked, this.#tools);
    if (question.content.length > this.#parameters.mostWordsMended) return { asked, question };
    const corpus = {
      lexicon: this.#lexicon,
      speller: this.#speller,
      corpusKin: this.#kinOf(question),
    };
    const didYouMean = mendSlips(question, { ...this.#tools, ...corpus });
    if (didYouMean === undefined) return { asked, question };
    return { asked, question: analyseQuestion(didYouMean, this.#tools), didYouMean };
  }
}
