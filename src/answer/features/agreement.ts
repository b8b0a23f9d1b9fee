import type { Candidate } from '../candidates/read-candidates.ts';
import type { FeatureValues } from './feature-values.ts';

/** Whether the sentence says of a fitting answer what the question's verb says of the asked-for thing. */
export const AGREEMENT_FEATURES = ['fitBesideVerb', 'fitOnAskedSide'] as const;

export function agreementFeatures({ answers }: Candidate): FeatureValues<typeof AGREEMENT_FEATURES> {
  let beside = 0;
  let onAskedSide = 0;
  for (const { fit, side } of answers) {
    beside = Math.max(beside, fit * side.closeness);
    if (side.isAsked) onAskedSide = Math.max(onAskedSide, fit * side.closeness);
  }
  return { fitBesideVerb: beside, fitOnAskedSide: onAskedSide };
}
