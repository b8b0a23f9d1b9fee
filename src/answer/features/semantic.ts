import type { Candidate } from '../candidates/read-candidates.ts';
import type { SentenceView } from '../sentence/sentence-views.ts';
import type { Topic } from '../topic/topic.ts';
import type { FeatureValues } from './feature-values.ts';

/** Words that mean nearly the same, and words that are of the asked-for kind ("which animal": "rhino"). */
export const SEMANTIC_FEATURES = [
  'softCoverage',
  'softCoverageOfTitle',
  'softOfMissing',
  'softFocus',
  'headLikeName',
  'headLikeWord',
] as const;

/** Makes the function from a candidate to the values of its features; titles are looked at once an article. */
export function createSemanticFeatures(
  topic: Topic,
): (candidate: Candidate) => FeatureValues<typeof SEMANTIC_FEATURES> {
  const { semantics, lexicon } = topic;
  const idfs = semantics.terms.map((term) => lexicon.idf(term));
  const total = Math.max(
    idfs.reduce((a, b) => a + b, 0),
    1e-6,
  );
  const weigh = (values: ArrayLike<number>): number =>
    idfs.reduce((sum, idf, i) => sum + idf * (values[i] ?? 0), 0) / total;
  const words = createWordReader(topic, weigh);
  const titles = new Map<SentenceView, number>();
  const ofTitle = (title: SentenceView): number => {
    const known = titles.get(title) ?? weigh(compare(title, words, idfs.length).nearest);
    titles.set(title, known);
    return known;
  };
  return ({ view, title, answers }) => {
    const { nearest, average, headLike } = compare(view, words, idfs.length);
    let missing = 0;
    let missingWeight = 0;
    for (const [i, idf] of idfs.entries()) {
      if (view.terms.has(semantics.terms[i] ?? '')) continue;
      missing += idf * (nearest[i] ?? 0);
      missingWeight += idf;
    }
    let headLikeName = 0;
    for (const { novel } of answers)
      for (const term of novel)
        if (term !== topic.question.head) headLikeName = Math.max(headLikeName, semantics.likeHead(term));
    return {
      softCoverage: weigh(nearest),
      softCoverageOfTitle: ofTitle(title),
      softOfMissing: missingWeight === 0 ? 1 : missing / missingWeight,
      softFocus: average,
      headLikeName,
      headLikeWord: headLike,
    };
  };
}

interface Comparison {
  /** For each content term of the question the cosine of the word nearest to it. */
  readonly nearest: Float32Array;
  /** Mean nearness of the sentence's words to the question's: how far it keeps to the subject. */
  readonly average: number;
  /** Cosine with the asked-for noun of the word nearest to it that the question lacks. */
  readonly headLike: number;
}

/** What one word says, whatever sentence it stands in. */
interface WordNearness {
  /** Cosines with the question's content terms. */
  readonly values: Float32Array;
  readonly idf: number;
  /** The cosines added up, each weighing its term's share of the question's idf. */
  readonly mean: number;
  /** Cosine with the asked-for noun; 0 for words that the question has. */
  readonly headLike: number;
}

/** Looks each word up once: a hundred sentences on one subject share most of theirs. */
function createWordReader(
  { semantics, lexicon, question, all }: Topic,
  weigh: (values: ArrayLike<number>) => number,
): (term: string) => WordNearness {
  const known = new Map<string, WordNearness>();
  return (term) => {
    const found = known.get(term);
    if (found !== undefined) return found;
    const values = semantics.nearness(term);
    const word = {
      values,
      idf: lexicon.idf(term),
      mean: weigh(values),
      headLike: term === question.head || all.has(term) ? 0 : semantics.likeHead(term),
    };
    known.set(term, word);
    return word;
  };
}

function compare(view: SentenceView, read: (term: string) => WordNearness, terms: number): Comparison {
  const nearest = new Float32Array(terms);
  let sum = 0;
  let weight = 0;
  let most = 0;
  for (const { stop, term } of view.words) {
    if (stop) continue;
    const { values, idf, mean, headLike } = read(term);
    for (let i = 0; i < terms; i++) {
      const value = values[i] ?? 0;
      if (value > (nearest[i] ?? 0)) nearest[i] = value;
    }
    sum += idf * mean;
    weight += idf;
    if (headLike > most) most = headLike;
  }
  return { nearest, average: weight === 0 ? 0 : (3 * sum) / weight, headLike: most };
}
