import type { Question } from '../question/analyse-question.ts';
import { type Bonuses, bonusesOf, type Judged } from '../ranking/judge-candidates.ts';
import type { LearntRanker } from '../ranking/learnt-ranker.ts';
import { CONFIDENCE_FEATURES, type ConfidenceWeights } from './confidence.ts';

/** One feature's share in a score. */
export interface Share {
  readonly feature: string;
  readonly value: number;
  readonly share: number;
}

/** Why an answer came out as it did, the largest shares first. */
export interface Explanation {
  readonly question: Question;
  readonly sentences: readonly {
    readonly text: string;
    readonly title: string;
    readonly score: number;
    /** What all features together added, beyond their shares. */
    readonly together: number;
    /**
     * What defining the asked-for name added, holding the asked-for relation, the heading above, telling all that is asked,
     * and answering in the way that is asked for.
     */
    readonly definition: number;
    readonly relation: number;
    readonly heading: number;
    readonly told: number;
    readonly direct: number;
    readonly shares: readonly Share[];
  }[];
  /** Shares in the log-odds that the first sentence answers. */
  readonly confidence: readonly Share[];
}

/** Why a sentence has its score. */
export function explainSentence(
  entry: Judged,
  bonuses: Bonuses,
  explain: LearntRanker['explain'],
): Explanation['sentences'][number] {
  return {
    text: entry.candidate.view.text,
    title: entry.candidate.article.title,
    score: entry.score,
    together: entry.together,
    ...bonusesOf(entry, bonuses),
    shares: explain(entry.vector),
  };
}

/** What each feature of a confidence adds to its log-odds, the largest first; what adds nothing is left out. */
export function confidenceShares(vector: readonly number[], weights: ConfidenceWeights): Share[] {
  return CONFIDENCE_FEATURES.map((feature, i) => {
    const value = vector[i] ?? 0;
    return { feature, value, share: value * (weights[feature] ?? 0) };
  })
    .filter(({ share }) => share !== 0)
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share));
}
