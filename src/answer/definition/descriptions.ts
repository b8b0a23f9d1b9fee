import type { Article } from '../../corpus/article.ts';
import type { Hit } from '../../search/hit.ts';
import { type Segment, sentenceText } from '../../search/segment.ts';
import type { Lexicon } from '../../search/term-statistics.ts';
import type { OtherWords } from '../../text/other-words.ts';
import type { TaggedWord } from '../../text/wink.ts';
import type { Question } from '../question/analyse-question.ts';
import type { SentenceView, SentenceViews } from '../sentence/sentence-views.ts';
import type { Definition, Explains } from './definition.ts';
import { createDefinitionHint } from './definition-hint.ts';
import { findDefinition } from './find-definition.ts';

export interface DescriptionParameters {
  /** Sentences that are read for what they say of the name, at most. */
  readonly read: number;
  /** Of so few sentences with the name all are read, however unlikely they look. */
  readonly few: number;
  /** What is left of a description that no other article shares. */
  readonly alone: number;
  /** How a description's share of the votes counts: below 1, few votes are worth more than their share. */
  readonly power: number;
  /** In how many days an article's vote loses half, and as which share of the days that all votes span, at least. */
  readonly halfLife: number;
  readonly halfLifeOfSpan: number;
  /** What is left of the oldest description, beside a newest one that says the same. */
  readonly oldest: number;
  /** What is left of a description of one telling word ("judge"), of two; more say all. */
  readonly fewWords: readonly number[];
  /** What a sentence with the name counts for whose title says who or what it is. */
  readonly inTitle: number;
  /** The same of a sentence without the name, "She left on Monday." */
  readonly inTitleUnnamed: number;
}

const DESCRIPTION_DEFAULTS: DescriptionParameters = {
  read: 120,
  few: 30,
  alone: 0.35,
  power: 0.7,
  halfLife: 30,
  halfLifeOfSpan: 0.12,
  oldest: 0.9,
  fewWords: [0.7, 0.85, 0.95],
  inTitle: 0.3,
  inTitleUnnamed: 0.2,
};

/** What gathering descriptions needs to know of the corpus and the language. */
export interface DescriptionTools {
  readonly views: SentenceViews;
  readonly lexicon: Lexicon;
  readonly otherWords: OtherWords;
  readonly tag: (text: string) => TaggedWord[];
}

/** One article's words for what the name is. */
interface Description {
  readonly article: Article;
  readonly definition: Definition;
  /** Its telling words with their weights; words that stand for each other are one. */
  readonly terms: ReadonlyMap<string, number>;
  readonly norm: number;
}

/**
 * Gathers what the found sentences and their titles say who or what the asked-for name is, and weighs each description by
 * how many articles share it, the newer ones more: a role that has changed is the newest. Only a question that wants
 * something explained has descriptions.
 * @returns the description that a found sentence gives, its strength weighed; undefined when it gives none
 */
export function gatherDescriptions(
  hits: readonly Hit[],
  question: Question,
  tools: DescriptionTools,
  parameters: DescriptionParameters = DESCRIPTION_DEFAULTS,
): (hit: Hit) => Explains | undefined {
  const { defines } = question;
  if (defines === undefined) return () => undefined;
  const found = new Map<Segment, Map<number, Description>>();
  const titles = new Map<Article, Description | undefined>();
  for (const [hit, article] of worthReading(hits, question, parameters)) {
    const view = tools.views.sentence(hit.segment, hit.article, hit.sentence);
    const inTitle = titles.has(article)
      ? titles.get(article)
      : describe(article, tools.views.title(article), defines, tools);
    titles.set(article, inTitle);
    const description = describe(article, view, defines, tools);
    if (description === undefined) continue;
    const ofSegment = found.get(hit.segment) ?? new Map<number, Description>();
    found.set(hit.segment, ofSegment.set(hit.sentence, description));
  }
  const all = [
    ...[...found.values()].flatMap((ofSegment) => [...ofSegment.values()]),
    ...[...titles.values()].filter((title) => title !== undefined),
  ];
  const weigh = createVotes(all, parameters);
  return (hit) => {
    const own = found.get(hit.segment)?.get(hit.sentence);
    if (own !== undefined) return { ...own.definition, strength: weigh(own) };
    const article = hit.segment.articles[hit.article];
    const title = article && titles.get(article);
    const share = hit.masks.own === 0 ? parameters.inTitleUnnamed : parameters.inTitle;
    return title && { strength: share * title.definition.strength };
  };
}

/** Those of the found sentences that may explain the name, the most promising first. */
function worthReading(
  hits: readonly Hit[],
  { defines, words, text }: Question,
  { read: most, few }: DescriptionParameters,
): (readonly [Hit, Article])[] {
  const named = words.filter(({ term, joined }) => defines?.some((name) => name === term || name === joined));
  const last = named.at(-1);
  if (last === undefined) return [];
  const raw = text.slice(last.start, last.end);
  const hints = [raw, raw.replace(/s$/i, '')].map(createDefinitionHint);
  const first = named.find(({ stop }) => !stop);
  // "The guarantor nations" for "guarantors": the first word of a name tells where to look, too.
  if (first !== undefined && first !== last)
    hints.push(createDefinitionHint(text.slice(first.start, first.end)));
  const sure: (readonly [Hit, Article])[] = [];
  const maybe: (readonly [Hit, Article])[] = [];
  for (const hit of hits) {
    const article = hit.segment.articles[hit.article];
    if (article === undefined || sure.length >= most) continue;
    const sentence = sentenceText(hit.segment, hit.article, hit.sentence);
    const found = hints.map((hint) => hint(sentence));
    if (found.includes('surely')) sure.push([hit, article]);
    else if (found.includes('maybe') || hits.length <= few) maybe.push([hit, article]);
  }
  return [...sure, ...maybe].slice(0, most);
}

function describe(
  article: Article,
  view: SentenceView,
  name: readonly string[],
  { tag, lexicon, otherWords }: DescriptionTools,
): Description | undefined {
  const definition = findDefinition(view, name, tag);
  if (definition === undefined) return undefined;
  const [start, end] = definition.focus;
  const terms = new Map<string, number>();
  for (const word of view.words) {
    if (word.start < start || word.end > end || word.stop || name.includes(word.term)) continue;
    const one = [word.term, ...otherWords(word.term)].sort()[0] ?? word.term;
    terms.set(one, lexicon.idf(word.term));
  }
  // What stands below a picture says who is on it; an article says it better.
  const caption = CAPTION.test(view.text) ? 0.7 : 1;
  const strength = caption * definition.strength;
  const norm = Math.sqrt([...terms.values()].reduce((sum, weight) => sum + weight * weight, 0));
  return { article, definition: { ...definition, strength }, terms, norm };
}

/** "Hide Caption 34 of 49 Photos: …". */
const CAPTION = /\bcaption\b|^photos?:|\bpictures:|\/(?:AP|AFP|Reuters|Getty Images)\b/i;
const DAY = 86_400_000;

/** Makes the function from a description to its strength, weighed by the articles that say the same. */
function createVotes(
  all: readonly Description[],
  { alone, power, halfLife, halfLifeOfSpan, oldest, fewWords }: DescriptionParameters,
): (description: Description) => number {
  const days = all.flatMap(({ article }) =>
    article.published === undefined ? [] : Date.parse(article.published) / DAY,
  );
  const newest = days.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const first = days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const half = Math.max(halfLife, halfLifeOfSpan * (newest - first));
  const freshness = ({ article: { published } }: Description) =>
    published === undefined || days.length === 0 ? 1 : 0.5 ** ((newest - Date.parse(published) / DAY) / half);
  const votes = new Map(all.map((one) => [one, votesFor(one, all, freshness)]));
  const most = [...votes.values()].reduce((a, b) => Math.max(a, b), 1e-9);
  return (one) => {
    const share = ((votes.get(one) ?? 0) / most) ** power;
    return (
      one.definition.strength *
      (fewWords[one.terms.size] ?? 1) *
      (alone + (1 - alone) * share) *
      (oldest + (1 - oldest) * freshness(one))
    );
  };
}

/** Of each article the description that is most alike counts, by its own strength. */
function votesFor(
  one: Description,
  all: readonly Description[],
  freshness: (description: Description) => number,
): number {
  const byArticle = new Map<string, number>();
  for (const other of all) {
    const vote = other.definition.strength * freshness(other) * (other === one ? 1 : likeness(one, other));
    // Copies of one article under several addresses have one vote.
    const key = `${other.article.title} ${other.article.published}`;
    byArticle.set(key, Math.max(byArticle.get(key) ?? 0, vote));
  }
  return [...byArticle.values()].reduce((sum, vote) => sum + vote, 0);
}

/** The cosine of two descriptions' words. */
function likeness(a: Description, b: Description): number {
  if (a.norm === 0 || b.norm === 0) return 0;
  let sum = 0;
  for (const [term, weight] of a.terms) sum += weight * (b.terms.get(term) ?? 0);
  return sum / (a.norm * b.norm);
}
