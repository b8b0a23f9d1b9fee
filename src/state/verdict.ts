const VERDICT_DEFAULTS = {
  /** So many more people must have found something right than wrong, or wrong than right. */
  people: 3,
} as const;

/** What one person said once. */
export interface Opinion {
  /** The tag of a person. */
  readonly person: string;
  readonly helpful: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What people of one server agree on. */
export interface Verdict {
  /** `up`: found right; `down`: found wrong. */
  readonly direction: 'up' | 'down';
  /** How many found it so. */
  readonly people: number;
}

/**
 * What several people agree on: each has one vote, their last.
 * @returns undefined as long as too few have voted, or they do not agree
 */
export function verdictOf(opinions: readonly Opinion[]): Verdict | undefined {
  const last = new Map(
    opinions.toSorted((a, b) => a.at - b.at).map(({ person, helpful }) => [person, helpful]),
  );
  const right = [...last.values()].filter((helpful) => helpful).length;
  const wrong = last.size - right;
  if (Math.abs(right - wrong) < VERDICT_DEFAULTS.people) return undefined;
  return right > wrong ? { direction: 'up', people: right } : { direction: 'down', people: wrong };
}
