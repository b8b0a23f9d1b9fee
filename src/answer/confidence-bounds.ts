import type { Bond } from './attribute/attribute-bond.ts';

/**
 * What is known of the first sentence beyond what the confidence was learnt from: whether it explains the asked-for name,
 * and whether it holds the asked-for relation with the right owner.
 */
export interface Known {
  /** How well it says who or what the name is, weighed by the articles that say the same, 0 to 1; undefined when none is asked. */
  readonly definition?: number;
  readonly bond?: Bond;
  /** It repeats the names of the question, and nothing of what is asked of them. */
  readonly lacksPredicate?: boolean;
}

export interface BoundParameters {
  /** From this strength on a definition is an answer, and from this one a likely one. */
  readonly defines: number;
  readonly definesWell: number;
  /** What is left of the confidence in a sentence whose relation has a pronoun, another owner, is missing, or is only near. */
  readonly theirs: number;
  readonly other: number;
  readonly absent: number;
  readonly loose: number;
  /** What is left of the confidence in a sentence that says nothing of what is asked. */
  readonly lacksPredicate: number;
}

const BOUND_DEFAULTS: BoundParameters = {
  defines: 0.45,
  definesWell: 0.62,
  theirs: 0.85,
  other: 0.3,
  absent: 0.3,
  loose: 0.42,
  lacksPredicate: 0.7,
};

/** Raises or lowers a learnt confidence by what is known beyond it; 0 to 1. */
export function boundConfidence(
  confidence: number,
  { definition, bond, lacksPredicate = false }: Known,
  { answerFrom, likelyFrom }: { readonly answerFrom: number; readonly likelyFrom: number },
  parameters: BoundParameters = BOUND_DEFAULTS,
): number {
  if (definition !== undefined && definition >= parameters.definesWell)
    return Math.max(confidence, likelyFrom);
  if (definition !== undefined && definition >= parameters.defines) return Math.max(confidence, answerFrom);
  if (bond === 'held') return Math.max(confidence, likelyFrom);
  if (lacksPredicate) return confidence * parameters.lacksPredicate;
  return bond === undefined ? confidence : confidence * parameters[bond];
}
