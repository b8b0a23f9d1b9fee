/** Share of their words that two questions must have in common to count as one. */
export const SAME_QUESTION = 0.6;

interface Wording {
  readonly question: string;
  readonly noAnswer: number;
  readonly thumbsDown: number;
}

/**
 * Groups questions that share most of their words (Jaccard), each with the most frequent wording of its group: a rarer
 * one joins the first group that it is near to, so groups do not grow into each other.
 * @returns groups, in each the most frequent wording first
 */
export function groupQuestions<T extends Wording>(
  wordings: readonly T[],
  terms: (question: string) => readonly string[],
): [T, ...T[]][] {
  const times = ({ noAnswer, thumbsDown }: T) => noAnswer + thumbsDown;
  const groups: { terms: ReadonlySet<string>; members: [T, ...T[]] }[] = [];
  const byTerm = new Map<string, Set<number>>();
  for (const wording of wordings.toSorted(
    (a, b) => times(b) - times(a) || (a.question < b.question ? -1 : 1),
  )) {
    const own = new Set(terms(wording.question));
    const near = new Set([...own].flatMap((term) => [...(byTerm.get(term) ?? [])]));
    const group = [...near]
      .sort((a, b) => a - b)
      .map((number) => groups[number])
      .find((candidate) => candidate !== undefined && jaccard(own, candidate.terms) >= SAME_QUESTION);
    if (group !== undefined) {
      group.members.push(wording);
      continue;
    }
    groups.push({ terms: own, members: [wording] });
    for (const term of own) {
      const numbers = byTerm.get(term) ?? new Set();
      byTerm.set(term, numbers.add(groups.length - 1));
    }
  }
  return groups.map(({ members }) => members);
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = a.intersection(b).size;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}
