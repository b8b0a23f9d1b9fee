import { setImmediate } from 'node:timers/promises';

export const GROUPING_DEFAULTS = {
  /** Share of their words that two questions must have in common to count as one. */
  same: 0.6,
  /** Different words of a question that are looked at. */
  terms: 40,
  /** Groups that one question is compared with at most; those that share its rarest words come first. */
  compared: 100,
  /** Questions that are read or grouped before others get their turn. */
  slice: 100,
} as const;

interface Wording {
  readonly question: string;
  readonly noAnswer: number;
  readonly thumbsDown: number;
}

interface Group<T> {
  readonly terms: ReadonlySet<string>;
  readonly members: [T, ...T[]];
}

/**
 * Groups questions that share most of their words (Jaccard), each with the most frequent wording of its group: a rarer
 * one joins the first group that it is near to, so groups do not grow into each other. Two such questions share one
 * of each other's rarest words, so only groups found by those are compared (prefix filtering: Bayardo, Ma and Srikant,
 * Scaling Up All Pairs Similarity Search, 2007). The work grows with the number of questions, however alike they are,
 * and is done in slices.
 * @returns groups, in each the most frequent wording first
 */
export async function groupQuestions<T extends Wording>(
  wordings: readonly T[],
  terms: (question: string) => readonly string[],
): Promise<[T, ...T[]][]> {
  const times = ({ noAnswer, thumbsDown }: T) => noAnswer + thumbsDown;
  const frequent = wordings.toSorted((a, b) => times(b) - times(a) || (a.question < b.question ? -1 : 1));
  const read: { readonly wording: T; readonly terms: readonly string[] }[] = [];
  const frequency = new Map<string, number>();
  for (const [i, wording] of frequent.entries()) {
    if (i % GROUPING_DEFAULTS.slice === 0) await setImmediate();
    const own = [...new Set(terms(wording.question))].slice(0, GROUPING_DEFAULTS.terms);
    for (const term of own) frequency.set(term, (frequency.get(term) ?? 0) + 1);
    read.push({ wording, terms: own });
  }
  const rarestFirst = (a: string, b: string) =>
    (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1);
  const groups: Group<T>[] = [];
  const byTerm = new Map<string, number[]>();
  for (const [i, { wording, terms: own }] of read.entries()) {
    if (i % GROUPING_DEFAULTS.slice === 0) await setImmediate();
    const rarest = own.toSorted(rarestFirst).slice(0, prefixLength(own.length));
    const group = nearGroup(new Set(own), rarest, groups, byTerm);
    if (group !== undefined) {
      group.members.push(wording);
      continue;
    }
    for (const term of rarest) {
      const numbers = byTerm.get(term);
      if (numbers === undefined) byTerm.set(term, [groups.length]);
      else numbers.push(groups.length);
    }
    groups.push({ terms: new Set(own), members: [wording] });
  }
  return groups.map(({ members }) => members);
}

/** So many of the rarest words, and no near question lacks them all. */
function prefixLength(terms: number): number {
  return terms - Math.ceil(GROUPING_DEFAULTS.same * terms) + 1;
}

function nearGroup<T>(
  own: ReadonlySet<string>,
  rarest: readonly string[],
  groups: readonly Group<T>[],
  byTerm: ReadonlyMap<string, readonly number[]>,
): Group<T> | undefined {
  const { compared } = GROUPING_DEFAULTS;
  const near = new Set<number>();
  for (const term of rarest) {
    for (const number of byTerm.get(term) ?? []) {
      if (near.size === compared) break;
      near.add(number);
    }
  }
  return [...near]
    .sort((a, b) => a - b)
    .map((number) => groups[number])
    .find((group) => group !== undefined && meanTheSame(own, group.terms));
}

/** Whether two questions are much the same, by their terms. */
export function meanTheSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return jaccard(a, b) >= GROUPING_DEFAULTS.same;
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = a.intersection(b).size;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}
