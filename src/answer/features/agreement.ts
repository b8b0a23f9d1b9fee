import { createSideFinder } from '../asked-side.ts';
import type { Candidate, Topic } from '../candidates.ts';

/** Whether the sentence says of a fitting answer what the question's verb says of the asked-for thing. */
export const AGREEMENT_FEATURES = ['fitBesideVerb', 'fitOnAskedSide'] as const;

export function agreementFeatures({ view, answers }: Candidate, topic: Topic): number[] {
  const sideOf = createSideFinder(view, topic);
  let beside = 0;
  let onAskedSide = 0;
  for (const { fit, mention } of answers) {
    const { closeness, isAsked } = sideOf(mention);
    beside = Math.max(beside, fit * closeness);
    if (isAsked) onAskedSide = Math.max(onAskedSide, fit * closeness);
  }
  return [beside, onAskedSide];
}
