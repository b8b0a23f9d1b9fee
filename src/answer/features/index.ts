import type { CalendarDate } from '../../corpus/article.ts';
import type { Candidate } from '../candidates/read-candidates.ts';
import type { Topic } from '../topic/topic.ts';
import { AGREEMENT_FEATURES, agreementFeatures } from './agreement.ts';
import { inOrder } from './feature-values.ts';
import { LEXICAL_FEATURES, lexicalFeatures } from './lexical.ts';
import { createPooledFeatures, POOLED_FEATURES } from './pooled.ts';
import { ROLE_FEATURES, roleFeatures } from './roles.ts';
import { createSemanticFeatures, SEMANTIC_FEATURES } from './semantic.ts';
import { SHAPE_FEATURES, shapeFeatures } from './shape.ts';
import { createTopicRestFeatures, TOPIC_REST_FEATURES } from './topic-rest.ts';
import { TYPED_FEATURES, typedFeatures } from './typed.ts';
import { type Support, type Votes, voteAcross } from './votes.ts';

/** The names of all features, in the order of the vectors that `featuresOf` makes. */
export const FEATURE_NAMES = [
  ...LEXICAL_FEATURES,
  ...SEMANTIC_FEATURES,
  ...SHAPE_FEATURES,
  ...TYPED_FEATURES,
  ...AGREEMENT_FEATURES,
  ...POOLED_FEATURES,
  ...TOPIC_REST_FEATURES,
  ...ROLE_FEATURES,
] as const;

export type FeatureName = (typeof FEATURE_NAMES)[number];

/** The value of one feature in a vector that `featuresOf` made. */
export function featureIn(vector: readonly number[], name: FeatureName): number {
  return vector[FEATURE_NAMES.indexOf(name)] ?? 0;
}

/** One vector a candidate, in their order; every value is about 0 to 1. */
export function featuresOf(
  candidates: readonly Candidate[],
  topic: Topic,
  asked: CalendarDate | undefined,
): Votes & { readonly vectors: readonly number[][] } {
  const scale = {
    bestOwn: most(candidates, ({ hit }) => hit.own),
    bestArticle: most(candidates, ({ hit }) => hit.articleScore),
  };
  const priors = softmax(candidates.map(({ hit }) => hit.promise));
  const votes = voteAcross(candidates, priors, topic);
  const semantic = createSemanticFeatures(topic);
  const pooled = createPooledFeatures(candidates, priors, topic);
  const topicRest = createTopicRestFeatures(topic);
  const { supports } = votes;
  const best: Support = {
    typed: most(supports, ({ typed }) => typed),
    name: most(supports, ({ name }) => name),
    quantity: most(supports, ({ quantity }) => quantity),
    words: most(supports, ({ words }) => words),
  };
  // One small object a group: a single one of all names would be slow to make and to read.
  const vectors = candidates.map((candidate, i) => [
    ...inOrder(LEXICAL_FEATURES, lexicalFeatures(candidate, topic, scale)),
    ...inOrder(SEMANTIC_FEATURES, semantic(candidate)),
    ...inOrder(SHAPE_FEATURES, shapeFeatures(candidate, topic, asked)),
    ...inOrder(TYPED_FEATURES, typedFeatures(candidate, topic, supports[i] ?? best, best)),
    ...inOrder(AGREEMENT_FEATURES, agreementFeatures(candidate)),
    ...inOrder(POOLED_FEATURES, pooled(candidate)),
    ...inOrder(TOPIC_REST_FEATURES, topicRest(candidate)),
    ...inOrder(ROLE_FEATURES, roleFeatures(candidate, topic)),
  ]);
  return { ...votes, vectors };
}

function most<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((highest, item) => Math.max(highest, value(item)), 0);
}

export function softmax(scores: readonly number[]): number[] {
  const highest = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
