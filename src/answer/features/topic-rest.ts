import type { BlockKind } from '../../corpus/article.ts';
import type { AnswerCandidate, Candidate } from '../candidates/read-candidates.ts';
import type { SentenceView } from '../sentence/sentence-views.ts';
import { nearestIn, nearnessIn } from '../sentence/word-proximity.ts';
import { titlePhrase } from '../topic/title-phrase.ts';
import type { Topic } from '../topic/topic.ts';
import type { FeatureValues } from './feature-values.ts';
import { maskOf } from './lexical.ts';

/** What the sentence is a part of. */
const BLOCK_FEATURES = ['inItem', 'inRow', 'inDefinition', 'inCallout', 'inTurn', 'inStepForHow'] as const;

/**
 * A short question names a topic and wants something of it ("the *dwarf's name* in *Snow White*"). What the title says
 * need not stand in the sentence; these features look at the rest.
 */
export const TOPIC_REST_FEATURES = [
  'titleNamed',
  'titleNamedWhole',
  'titleNamedLong',
  'restCoverage',
  'restCoverageAround',
  'restSoft',
  'restMissing',
  'titleTimesRest',
  'titleTimesRestSoft',
  'namedTimesRestSoft',
  'fitOfRest',
  'fitNearRest',
  'titleTimesFit',
  'titleTimesFitNearRest',
  'standsForTitle',
  'standsForTitleTimesRest',
  'repeatsTitle',
  'repeatsTitleAlone',
  'opensArticle',
  'opensArticleMissing',
  'opensArticleDefining',
  'opensUnnamed',
  'figuresHere',
  'figuresMissing',
  'otherFigures',
  'told',
  'toldAlone',
  'fitNearTold',
  'titleTimesFitNearTold',
  'kinHere',
  'contextBm25',
  'coverageWithContext',
  'contextBeyondTitle',
  ...BLOCK_FEATURES,
] as const;

/** "It", "the album", "this species": what stands for the article's topic at the head of a sentence. */
const STANDS_FOR_TITLE =
  /^["“'‘]?(?:he|she|it|they|his|her|its|their|this|these|the (?:\p{Ll}+ )?\p{Ll}+ (?:is|was|are|were|has|had|takes|took|opened|stars|follows|tells))\b/iu;

const FIGURE = /^\d/;

/** What title, headings and lead-in say of the question, looked at once for all sentences under them. */
interface TopicSide {
  readonly mask: number;
  readonly titleMask: number;
  readonly share: number;
  readonly named: ReturnType<typeof titlePhrase>;
  /** Weights of the question's words that they lack, adding up to 1; for `nearnessIn`. */
  readonly nearness: ReadonlyMap<string, number>;
  readonly terms: ReadonlySet<string>;
}

/** Makes the function from a candidate to the values of its features. */
export function createTopicRestFeatures(
  topic: Topic,
): (candidate: Candidate) => FeatureValues<typeof TOPIC_REST_FEATURES> {
  const sides = new Map<ReadonlySet<string>, TopicSide>();
  const sideOf = ({ title, context }: Candidate): TopicSide => {
    const known = sides.get(context) ?? readContext(title, context, topic);
    sides.set(context, known);
    return known;
  };
  const figures = topic.terms.filter(({ term }) => FIGURE.test(term)).map(({ term }) => term);
  return (candidate) => topicRestFeatures(candidate, topic, sideOf(candidate), figures);
}

function readContext(title: SentenceView, context: ReadonlySet<string>, topic: Topic): TopicSide {
  const { terms, question } = topic;
  const mask = maskOf(topic, (term) => context.has(term));
  const rest = terms.filter(({ term }, bit) => ((mask >>> bit) & 1) === 0 && term !== question.head);
  const total = rest.reduce((sum, { idf }) => sum + idf, 0) || 1;
  return {
    mask,
    titleMask: maskOf(topic, (term) => title.terms.has(term)),
    share: topic.shareOfAll(mask),
    named: titlePhrase(title, question.words, topic.lexicon),
    nearness: new Map(rest.map(({ term, idf }) => [term, idf / total])),
    terms: context,
  };
}

function topicRestFeatures(
  candidate: Candidate,
  topic: Topic,
  side: TopicSide,
  figures: readonly string[],
): FeatureValues<typeof TOPIC_REST_FEATURES> {
  const { view, hit, index, answers } = candidate;
  const { own, previous, next } = hit.masks;
  const rest = restShares(topic, side.mask, own, own | previous | next);
  const soft = softShare(topic, side.mask, view);
  const fresh = answers.filter((answer) => answer.novel.some((term) => !side.terms.has(term)));
  const near = side.nearness.size === 0 ? () => 1 : nearnessIn(view, side.nearness);
  const fit = most(fresh, (answer) => answer.fit);
  const fitNear = most(fresh, (answer) => answer.fit * near(answer.mention));
  const told = view.words.some(({ term }) => topic.told.has(term)) ? 1 : 0;
  const nearTold = nearestIn(view, topic.told);
  const fitNearTold = most(fresh, (answer) => answer.fit * nearTold(answer.mention));
  const stands = STANDS_FOR_TITLE.test(view.text) && index > 0 ? 1 : 0;
  const repeated = topic.shareOfAll(own & side.mask);
  const missing = rest.total > 0 && rest.own === 0 ? 1 : 0;
  const opens = index === 0 ? side.share : 0;
  const figuresHere = figures.filter((term) => view.terms.has(term) || side.terms.has(term)).length;
  const figuresMissing = figures.length - figuresHere;
  const hasOtherFigure = view.words.some(({ term }) => /^\d{4}$/.test(term) && !topic.all.has(term));
  return {
    titleNamed: side.named.share,
    titleNamedWhole: side.named.whole,
    titleNamedLong: side.named.length,
    restCoverage: rest.total === 0 ? 0.5 : rest.own,
    restCoverageAround: rest.total === 0 ? 0.5 : rest.around,
    restSoft: soft,
    restMissing: missing,
    titleTimesRest: side.share * rest.own,
    titleTimesRestSoft: side.share * soft,
    namedTimesRestSoft: side.named.whole * soft,
    fitOfRest: fit,
    fitNearRest: fitNear,
    titleTimesFit: side.share * fit,
    titleTimesFitNearRest: side.share * fitNear,
    standsForTitle: stands * side.share,
    standsForTitleTimesRest: stands * side.share * soft,
    repeatsTitle: repeated,
    repeatsTitleAlone: repeated * missing,
    opensArticle: opens,
    opensArticleMissing: opens * missing,
    opensUnnamed: index === 0 && topic.question.defines === undefined ? 1 - side.named.share : 0,
    opensArticleDefining: topic.question.defines === undefined ? 0 : opens,
    figuresHere: figures.length === 0 ? 0 : figuresHere / figures.length,
    figuresMissing: figures.length === 0 ? 0 : figuresMissing / figures.length,
    otherFigures: figuresMissing > 0 && hasOtherFigure ? 1 : 0,
    told,
    toldAlone: told > 0 && rest.own === 0 ? 1 : 0,
    fitNearTold,
    titleTimesFitNearTold: side.share * fitNearTold,
    kinHere: kinShare(topic, view),
    contextBm25: hit.context / Math.max(topic.totalIdf, 1e-6),
    coverageWithContext: topic.shareOfAll(own | hit.masks.context),
    contextBeyondTitle: topic.shareOfAll(side.mask & ~side.titleMask),
    ...blockFlags(candidate, topic),
  };
}

function blockFlags({ block }: Candidate, { question }: Topic): FeatureValues<typeof BLOCK_FEATURES> {
  const is = (kind: BlockKind) => (block?.kind === kind ? 1 : 0);
  const isStep = block?.list?.step !== undefined && question.type === 'manner';
  return {
    inItem: is('item'),
    inRow: is('row'),
    inDefinition: is('definition'),
    inCallout: is('callout'),
    inTurn: is('turn'),
    inStepForHow: isStep ? 1 : 0,
  };
}

/** Share of the question's words, by idf, that stand in the sentence in another word only. */
function kinShare({ terms, totalIdf }: Topic, view: SentenceView): number {
  const found = terms.reduce(
    (sum, { term, kin, idf }) =>
      !view.terms.has(term) && [...kin].some((other) => view.terms.has(other)) ? sum + idf : sum,
    0,
  );
  return totalIdf === 0 ? 0 : found / totalIdf;
}

/** Shares, by idf, that two masks hold of what the title lacks. */
function restShares(
  { terms }: Topic,
  title: number,
  own: number,
  around: number,
): { total: number; own: number; around: number } {
  let total = 0;
  let inOwn = 0;
  let inAround = 0;
  for (const [bit, { idf }] of terms.entries()) {
    if ((title >>> bit) & 1) continue;
    total += idf;
    if ((own >>> bit) & 1) inOwn += idf;
    if ((around >>> bit) & 1) inAround += idf;
  }
  return total === 0 ? { total, own: 0, around: 0 } : { total, own: inOwn / total, around: inAround / total };
}

/** As the share of the rest in the sentence, a missing word counting as far as one is near it in meaning. */
function softShare({ terms, semantics }: Topic, title: number, view: SentenceView): number {
  let total = 0;
  let sum = 0;
  for (const [bit, { term, others, idf }] of terms.entries()) {
    if ((title >>> bit) & 1) continue;
    total += idf;
    if (view.terms.has(term) || others.some((other) => view.terms.has(other))) {
      sum += idf;
    } else sum += idf * semantics.nearestTo(term, view.words);
  }
  return total === 0 ? 0.5 : sum / total;
}

function most(answers: readonly AnswerCandidate[], value: (answer: AnswerCandidate) => number): number {
  return answers.reduce((highest, answer) => Math.max(highest, value(answer)), 0);
}
