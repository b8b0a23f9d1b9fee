import { BONUS_DEFAULTS, type Bonuses } from './ranking/judge-candidates.ts';

export interface EngineParameters extends Bonuses {
  /** How many sentences the search finds. */
  readonly found: number;
  /** The same for "who is X", "what is X": most sentences with a name do not explain it. */
  readonly foundToDefine: number;
  /** How many of those found are read and ranked. */
  readonly candidates: number;
  /** A longer question finds its way without a word that the corpus lacks; replaced, the word could lead it astray. */
  readonly mostWordsMended: number;
  /** Characters of a question that are read; what is beyond is no question. */
  readonly longestQuestion: number;
  /** Up to so many sentences a corpus is small: what a sentence tells of the question then says more than its score. */
  readonly fewSentences: number;
  /** What is left of the search's scores of an article that is not named, when the question names others by their titles. */
  readonly notNamed: number;
}

export const ENGINE_DEFAULTS: EngineParameters = {
  found: 120,
  foundToDefine: 500,
  candidates: 40,
  mostWordsMended: 4,
  longestQuestion: 1000,
  fewSentences: 300,
  notNamed: 0.75,
  ...BONUS_DEFAULTS,
};
