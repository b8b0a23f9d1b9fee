import type { ConfidenceLevel } from '../../src/answer/answer.ts';
import { auroc } from '../../training/calibrate.ts';

/** How one question went. */
export interface KindOutcome {
  /** Whether the corpus holds an answer. */
  readonly answerable: boolean;
  /** The place of the first right passage, from 0; absent: none. */
  readonly first?: number;
  /** What was thought of the first; absent for what always shows something. */
  readonly judged?: {
    readonly confidence: number;
    /** Absent: it was refused. */
    readonly level?: ConfidenceLevel;
    /** Quotes that show a heading, a caption, code or an entry of a bibliography as an answer. */
    readonly silent: number;
  };
}

/** Shares, NaN where there is nothing to take them of. */
export interface KindScores {
  readonly answerable: number;
  readonly others: number;
  /** Of the questions with an answer. */
  readonly first: number;
  readonly five: number;
  readonly rightAnswered: number;
  readonly wrongAnswered: number;
  /** Of the right ones, those that were answered. */
  readonly kept: number;
  /** Of the questions without an answer. */
  readonly othersAnswered: number;
  /** How well the confidence tells right ones from questions without an answer. */
  readonly auroc: number;
  /** Share of right ones at each level when half of all questions have no answer. */
  readonly precision: Readonly<Record<ConfidenceLevel, number>>;
}

export function kindScores(outcomes: readonly KindOutcome[]): KindScores {
  const able = outcomes.filter(({ answerable }) => answerable);
  const not = outcomes.filter(({ answerable }) => !answerable);
  const isFirst = ({ first }: KindOutcome) => first === 0;
  const isAnswered = ({ judged }: KindOutcome) => judged?.level !== undefined;
  const right = able.filter(isFirst);
  const forecasts = [...right, ...not].flatMap(({ judged, answerable }) =>
    judged === undefined ? [] : { confidence: judged.confidence, label: answerable },
  );
  const precisionAt = (level: ConfidenceLevel): number => {
    const at = (list: readonly KindOutcome[]) => list.filter(({ judged }) => judged?.level === level).length;
    const others = not.length === 0 ? 0 : (at(not) * able.length) / not.length;
    return at(right) / (at(able) + others);
  };
  return {
    answerable: able.length,
    others: not.length,
    first: share(able, isFirst),
    five: share(able, ({ first }) => first !== undefined && first < 5),
    rightAnswered: share(able, (one) => isFirst(one) && isAnswered(one)),
    wrongAnswered: share(able, (one) => !isFirst(one) && isAnswered(one)),
    kept: share(right, isAnswered),
    othersAnswered: share(not, isAnswered),
    auroc: auroc(forecasts),
    precision: {
      strong: precisionAt('strong'),
      likely: precisionAt('likely'),
      weak: precisionAt('weak'),
    },
  };
}

const share = (list: readonly KindOutcome[], test: (outcome: KindOutcome) => boolean): number =>
  list.filter(test).length / list.length;
