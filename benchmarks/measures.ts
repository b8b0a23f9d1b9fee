/** How one question went: the place of the first right sentence, from 0 (absent: none of those asked for). */
export interface Outcome {
  readonly id: string;
  readonly first?: number | undefined;
  readonly ms: number;
}

export interface Scores {
  readonly questions: number;
  readonly hit1: number;
  readonly hit5: number;
  readonly mrr10: number;
}

/** Share of questions answered by the first sentence, by one of the first five; mean reciprocal rank within ten. */
export function scoresOf(outcomes: readonly Outcome[]): Scores {
  return {
    questions: outcomes.length,
    hit1: mean(outcomes.map(({ first }) => (first === 0 ? 1 : 0))),
    hit5: mean(outcomes.map(({ first }) => (first !== undefined && first < 5 ? 1 : 0))),
    mrr10: mean(outcomes.map(({ first }) => (first !== undefined && first < 10 ? 1 / (first + 1) : 0))),
  };
}

export interface OrderScores {
  readonly map: number;
  readonly mrr: number;
  readonly p1: number;
}

/**
 * Average precision, reciprocal rank and precision of the first place of one list. Ties are broken in the worst way,
 * wrong before right.
 * @param scores one a candidate, higher is better
 */
export function scoreOrder(scores: readonly number[], relevant: ReadonlySet<number>): OrderScores {
  const order = scores
    .map((score, candidate) => ({ score, right: relevant.has(candidate) }))
    .sort((a, b) => b.score - a.score || Number(a.right) - Number(b.right));
  let found = 0;
  let precisions = 0;
  let first = Number.POSITIVE_INFINITY;
  for (const [place, { right }] of order.entries()) {
    if (!right) continue;
    if (found === 0) first = place + 1;
    found++;
    precisions += found / (place + 1);
  }
  return { map: precisions / Math.max(relevant.size, 1), mrr: 1 / first, p1: first === 1 ? 1 : 0 };
}

/** The means of several lists. */
export function meanOrderScores(all: readonly OrderScores[]): OrderScores {
  return {
    map: mean(all.map(({ map }) => map)),
    mrr: mean(all.map(({ mrr }) => mrr)),
    p1: mean(all.map(({ p1 }) => p1)),
  };
}

/** 0 for nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value below which that share of the values lies, by nearest rank; 0 for nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
