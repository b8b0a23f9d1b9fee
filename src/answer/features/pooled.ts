import type { AnswerCandidate, Candidate } from '../candidates/read-candidates.ts';
import type { Topic } from '../topic/topic.ts';
import { type PooledAnswer, poolAnswers } from './answer-pool.ts';
import type { FeatureValues } from './feature-values.ts';

/** Whether the sentence holds what all candidates together take for the answer, near what the question says of it. */
export const POOLED_FEATURES = [
  'fitNear',
  'fitNearPooled',
  'pooledOfBest',
  'pooledElsewhere',
  'pooledPlace',
  'articleMass',
  'coverageOfClause',
  'coverageOfClauseNear',
  'fitWhereCovered',
  'pooledWhereCovered',
] as const;

/** Makes the function from a candidate to the values of its features. */
export function createPooledFeatures(
  candidates: readonly Candidate[],
  priors: readonly number[],
  topic: Topic,
): (candidate: Candidate) => FeatureValues<typeof POOLED_FEATURES> {
  const pool = poolAnswers(candidates, priors, topic);
  const masses = new Map<unknown, number>();
  for (const [i, { article }] of candidates.entries())
    masses.set(article, (masses.get(article) ?? 0) + (priors[i] ?? 0));
  return (candidate) => pooledFeatures(candidate, topic, pool, masses.get(candidate.article) ?? 0);
}

/** @param mass how likely it is that the candidate's article answers */
function pooledFeatures(
  candidate: Candidate,
  { shareOfAll, shareOfClause }: Topic,
  pool: ReadonlyMap<AnswerCandidate, PooledAnswer>,
  mass: number,
): FeatureValues<typeof POOLED_FEATURES> {
  const { answers, hit } = candidate;
  let fit = 0;
  let fitNear = 0;
  let joint = 0;
  let share = 0;
  let fittingShare = 0;
  let elsewhere = 0;
  let place = FARTHEST_PLACE;
  for (const answer of answers) {
    const pooled = pool.get(answer);
    if (pooled === undefined) continue;
    fit = Math.max(fit, answer.fit);
    fitNear = Math.max(fitNear, answer.fit * answer.nearness);
    joint = Math.max(joint, answer.fit * answer.nearness * pooled.share);
    share = Math.max(share, pooled.share);
    fittingShare = Math.max(fittingShare, answer.fit * pooled.share);
    elsewhere = Math.max(elsewhere, pooled.elsewhere);
    place = Math.min(place, pooled.place);
  }
  const { own, near } = hit.masks;
  const coverage = shareOfAll(own);
  return {
    fitNear,
    fitNearPooled: joint,
    pooledOfBest: share,
    pooledElsewhere: 3 * elsewhere,
    pooledPlace: 1 / (1 + place),
    articleMass: mass,
    coverageOfClause: shareOfClause(own),
    coverageOfClauseNear: shareOfClause(near),
    fitWhereCovered: coverage * fit,
    pooledWhereCovered: coverage * fittingShare,
  };
}

const FARTHEST_PLACE = 50;
