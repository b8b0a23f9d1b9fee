import type { Bond } from '../sentence/attribute-bond.ts';
import { NAMED_WELL, type Told } from '../sentence/told-share.ts';

/**
 * What is known of the first sentence beyond what the confidence was learnt from: whether it explains the asked-for name,
 * and whether it holds the asked-for relation with the right owner.
 */
export interface Known {
  /** How well it says who or what the name is, weighed by the articles that say the same, 0 to 1; undefined when none is asked. */
  readonly definition?: number;
  readonly bond?: Bond;
  /** It says nothing of what the name is that the question wants explained, nor does its title. */
  readonly isUnexplained?: boolean;
  /** What it tells of what is asked; absent in a corpus of many sentences, and where something speaks against it. */
  readonly told?: Told;
  /** It asks who did something, and nobody is named who could have. */
  readonly lacksPerson?: boolean;
  /** It repeats the names of the question, and nothing of what is asked of them. */
  readonly lacksPredicate?: boolean;
  /** How well the heading or label above it asks what the question asks, 0 to 1. */
  readonly heading?: number;
  /** How far it answers in the way that is asked for (what to do, yes or no), 0 to 1. */
  readonly direct?: number;
  /** It is asked how to do something, and it tells no way. */
  readonly isNoWay?: boolean;
}

const BOUNDS = {
  /** From this strength on a definition is an answer, and from this one a likely one. */
  defines: 0.45,
  definesWell: 0.62,
  /** What is left of the confidence in a sentence whose relation has a pronoun, another owner, is missing, or is only near. */
  theirs: 0.95,
  other: 0.3,
  absent: 0.3,
  loose: 0.36,
  /** What is left of the confidence in a sentence that says nothing of what is asked. */
  lacksPredicate: 0.7,
  /** What is left where it is asked how to do something, and no way is told, among many sentences. */
  isNoWay: 0.7,
  /** What is left where nobody is named who could have done what is asked. */
  lacksPerson: 0.6,
  /** What is left where nothing says who or what the asked-for name is. */
  isUnexplained: 0.4,
  /** What is left among few sentences where it has nothing of the asked-for kind, or not the names. */
  elsewhere: 0.36,
  /** What is left there where nothing of what is asked is told, and where nearly all is; between them by the share. */
  untold: 0.5,
  nearlyTold: 0.85,
  /** From this share on only a common word of what is asked is not told. */
  tellsNearlyAll: 0.85,
  leastNamed: NAMED_WELL,
  /** A heading that fits this well says what stands below it. */
  explains: 0.6,
  /** What a heading that asks the same, by the cube of how well it does, and a direct answer add to the log odds. */
  heading: 1.8,
  direct: 0.7,
} as const;

/** Where levels begin that what is known may lift a confidence to. */
interface Lifts {
  readonly answerFrom: number;
  readonly likelyFrom: number;
}

/** Raises or lowers a learnt confidence by what is known beyond it; 0 to 1. */
export function boundConfidence(learnt: number, known: Known, levels: Lifts): number {
  return boundByKnown(learnt, known, levels) * (known.lacksPerson === true ? BOUNDS.lacksPerson : 1);
}

function boundByKnown(
  learnt: number,
  {
    definition,
    bond,
    told,
    isUnexplained = false,
    lacksPredicate = false,
    heading = 0,
    direct = 0,
    isNoWay = false,
  }: Known,
  { answerFrom, likelyFrom }: Lifts,
): number {
  const confidence = shifted(learnt, BOUNDS.heading * heading ** 3 + BOUNDS.direct * direct);
  if (definition !== undefined && definition >= BOUNDS.definesWell) return Math.max(confidence, likelyFrom);
  if (definition !== undefined && definition >= BOUNDS.defines) return Math.max(confidence, answerFrom);
  if (bond === 'held') return Math.max(confidence, likelyFrom);
  if (isUnexplained && heading < BOUNDS.explains) return confidence * BOUNDS.isUnexplained;
  if (bond !== undefined) return confidence * BOUNDS[bond];
  // Nothing that merely mentions the place tells how to get there.
  if (told !== undefined) return boundByTold(confidence, told, isNoWay ? 0 : answerFrom);
  return confidence * (lacksPredicate ? BOUNDS.lacksPredicate : 1) * (isNoWay ? BOUNDS.isNoWay : 1);
}

/** Among few sentences one that tells all that is asked is hardly there by accident, and one that does not is a near one. */
function boundByTold(confidence: number, { predicates, names, hasKind }: Told, answerFrom: number): number {
  if (!hasKind || names < BOUNDS.leastNamed) return confidence * BOUNDS.elsewhere;
  if (predicates === 1) return Math.max(confidence, answerFrom);
  if (predicates >= BOUNDS.tellsNearlyAll) return Math.max(confidence * BOUNDS.nearlyTold, answerFrom);
  return confidence * (BOUNDS.untold + (BOUNDS.nearlyTold - BOUNDS.untold) * predicates);
}

/** A probability with so much added to its log odds. */
function shifted(probability: number, logOdds: number): number {
  const odds = (probability / Math.max(1 - probability, Number.EPSILON)) * Math.exp(logOdds);
  return odds / (1 + odds);
}
