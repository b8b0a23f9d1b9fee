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
  const weigh = (value: (i: number) => number): number =>
    idfs.reduce((sum, idf, i) => sum + idf * value(i), 0) / total;
  const weighAll = (values: Float32Array): number => weigh((i) => values[i] ?? 0);
  const words = createWordColumns(topic, weigh);
  const titles = new Map<SentenceView, number>();
  const ofTitle = (title: SentenceView): number => {
    const known = titles.get(title) ?? weighAll(semantics.nearest(title.words));
    titles.set(title, known);
    return known;
  };
  return ({ view, title, answers }) => {
    const { nearest, average, headLike } = compare(view, topic, words);
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
      softCoverage: weighAll(nearest),
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

/** What words say, whatever sentence they stand in, by their rows among the semantics. */
interface WordColumns {
  readonly idf: (row: number) => number;
  /** The cosines added up, each weighing its term's share of the question's idf. */
  readonly mean: (row: number) => number;
  /** Cosine with the asked-for noun; 0 for words that the question has. */
  readonly headLike: (row: number) => number;
  /** Looks a word up. @returns its row */
  readonly read: (term: string) => number;
}

/** Looks each word up once: a hundred sentences on one subject share most of theirs. */
function createWordColumns(
  { semantics, lexicon, question, all }: Topic,
  weigh: (value: (i: number) => number) => number,
): WordColumns {
  const idfs: number[] = [];
  const means: number[] = [];
  const headLikes: number[] = [];
  return {
    idf: (row) => idfs[row] ?? 0,
    mean: (row) => means[row] ?? 0,
    headLike: (row) => headLikes[row] ?? 0,
    read(term) {
      const row = semantics.rowOf(term);
      if (idfs[row] === undefined) {
        idfs[row] = lexicon.idf(term);
        means[row] = weigh((i) => semantics.cosine(row, i));
        headLikes[row] = term === question.head || all.has(term) ? 0 : semantics.likeHead(term);
      }
      return row;
    },
  };
}

function compare({ words }: SentenceView, { semantics }: Topic, columns: WordColumns): Comparison {
  let sum = 0;
  let weight = 0;
  let most = 0;
  for (const { stop, term } of words) {
    if (stop) continue;
    const row = columns.read(term);
    const idf = columns.idf(row);
    sum += idf * columns.mean(row);
    weight += idf;
    most = Math.max(most, columns.headLike(row));
  }
  return {
    nearest: semantics.nearest(words),
    average: weight === 0 ? 0 : (3 * sum) / weight,
    headLike: most,
  };
}
