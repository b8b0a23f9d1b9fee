import type { Candidate, Topic } from '../candidates.ts';
import type { SentenceView } from '../sentence-views.ts';

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
export function createSemanticFeatures(topic: Topic): (candidate: Candidate) => number[] {
  const { semantics, lexicon } = topic;
  const idfs = semantics.terms.map((term) => lexicon.idf(term));
  const total = Math.max(
    idfs.reduce((a, b) => a + b, 0),
    1e-6,
  );
  const weigh = (values: ArrayLike<number>): number =>
    idfs.reduce((sum, idf, i) => sum + idf * (values[i] ?? 0), 0) / total;
  const titles = new Map<SentenceView, number>();
  const ofTitle = (title: SentenceView): number => {
    const known = titles.get(title) ?? weigh(compare(title, topic, idfs).nearest);
    titles.set(title, known);
    return known;
  };
  return ({ view, title, answers }) => {
    const { nearest, average, headLike } = compare(view, topic, idfs);
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
    return [
      weigh(nearest),
      ofTitle(title),
      missingWeight === 0 ? 1 : missing / missingWeight,
      average,
      headLikeName,
      headLike,
    ];
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

function compare(
  view: SentenceView,
  { semantics, lexicon, question, all }: Topic,
  idfs: readonly number[],
): Comparison {
  const { length } = idfs;
  const nearest = new Float32Array(length);
  let sum = 0;
  let weight = 0;
  let headLike = 0;
  const totalIdf = idfs.reduce((a, b) => a + b, 0);
  for (const { stop, term } of view.words) {
    if (stop) continue;
    const values = semantics.nearness(term);
    const idf = lexicon.idf(term);
    let own = 0;
    for (let i = 0; i < length; i++) {
      const value = values[i] ?? 0;
      if (value > (nearest[i] ?? 0)) nearest[i] = value;
      own += (idfs[i] ?? 0) * value;
    }
    sum += idf * own;
    weight += idf * totalIdf;
    const like = values[length] ?? 0;
    if (like > headLike && term !== question.head && !all.has(term)) headLike = like;
  }
  return { nearest, average: weight === 0 ? 0 : (3 * sum) / weight, headLike };
}
