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

export function semanticFeatures({ view, title, answers }: Candidate, topic: Topic): number[] {
  const { semantics, question, all } = topic;
  const idfs = semantics.terms.map((term) => topic.lexicon.idf(term));
  const total = Math.max(
    idfs.reduce((a, b) => a + b, 0),
    1e-6,
  );
  const own = nearest(view, topic);
  const weigh = (values: ArrayLike<number>) =>
    idfs.reduce((sum, idf, i) => sum + idf * (values[i] ?? 0), 0) / total;
  let missing = 0;
  let missingWeight = 0;
  for (const [i, idf] of idfs.entries()) {
    if (view.terms.has(semantics.terms[i] ?? '')) continue;
    missing += idf * (own[i] ?? 0);
    missingWeight += idf;
  }
  const headLike = (terms: Iterable<string>): number => {
    let most = 0;
    for (const term of terms) {
      if (term !== question.head && !all.has(term)) most = Math.max(most, semantics.likeHead(term));
    }
    return most;
  };
  return [
    weigh(own),
    weigh(nearest(title, topic)),
    missingWeight === 0 ? 1 : missing / missingWeight,
    averageNearness(view, topic, idfs),
    headLike(answers.flatMap(({ novel }) => novel)),
    headLike(contentTerms(view)),
  ];
}

function* contentTerms(view: SentenceView): Generator<string> {
  for (const word of view.words) if (!word.stop) yield word.term;
}

/** For each content term of the question the cosine of the word nearest to it. */
function nearest(view: SentenceView, { semantics }: Topic): Float32Array {
  const best = new Float32Array(semantics.terms.length);
  for (const term of contentTerms(view)) {
    const values = semantics.nearness(term);
    for (let i = 0; i < best.length; i++) best[i] = Math.max(best[i] ?? 0, values[i] ?? 0);
  }
  return best;
}

/** Mean nearness of the sentence's words to the question's: how far it keeps to the subject. */
function averageNearness(view: SentenceView, { semantics, lexicon }: Topic, idfs: readonly number[]): number {
  let sum = 0;
  let weight = 0;
  for (const term of contentTerms(view)) {
    const values = semantics.nearness(term);
    const idf = lexicon.idf(term);
    for (const [i, other] of idfs.entries()) {
      sum += idf * other * (values[i] ?? 0);
      weight += idf * other;
    }
  }
  return weight === 0 ? 0 : (3 * sum) / weight;
}
