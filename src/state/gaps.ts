import { createHash } from 'node:crypto';
import { z } from 'zod';
import { groupQuestions } from './group-questions.ts';
import { readAll } from './rows/read-all.ts';
import type { State } from './state.ts';

/** Why a question counts as a gap. */
export type GapKind = 'no-answer' | 'thumbs-down';

/** Questions that mean about the same, and how often the articles had nothing good for them. */
export interface Gap {
  /** The most frequent wording. */
  readonly question: string;
  /** Other wordings, most frequent first. */
  readonly variants: readonly string[];
  readonly count: number;
  readonly noAnswer: number;
  readonly thumbsDown: number;
  /** Milliseconds since 1970. */
  readonly last: number;
}

/** The questions that the corpus could not answer, by server. No one's name or id is kept with them, and they expire. */
export interface Gaps {
  /** False when `GAPS_DAYS` is 0: then nothing is recorded and nothing listed. */
  readonly enabled: boolean;
  /** How many days a question is kept after it was last asked. */
  readonly days: number;
  /**
   * Counts a question. Mentions of people, channels and roles are taken out; a blank one is not kept.
   * @param place the server in which it was asked: what is asked in one is never shown in another
   */
  record(question: string, kind: GapKind, place: string): Promise<void>;
  /** Those of one server, most frequent first, then latest first. */
  list(place: string): Promise<readonly Gap[]>;
  /** Forgets one gap of a server with all its wordings, or all of them. @returns how many wordings were forgotten */
  clear(place: string, gap?: Pick<Gap, 'question' | 'variants'>): Promise<number>;
}

export interface GapsOptions {
  readonly state: Pick<State, 'gaps' | 'update'>;
  /** How long a question is kept after it was last asked; 0 switches recording off. */
  readonly days: number;
  /** The terms that carry a question's meaning (`Library.terms`). */
  readonly terms: (question: string) => readonly string[];
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const GAPS_DEFAULTS = {
  /** Characters of a question that are kept. */
  length: 300,
  /** Wordings that are kept; of more, the rarest and oldest go. */
  wordings: 5000,
} as const;

const DAY = 24 * 60 * 60 * 1000;

/** Rows of an earlier version have no place: nobody is shown them, and they expire. */
const Wording = z.object({
  place: z.string(),
  question: z.string(),
  noAnswer: z.number(),
  thumbsDown: z.number(),
  last: z.number(),
});

/** Counts questions without an answer in a store. */
export function createGaps({ state, days, terms, now = () => Date.now() }: GapsOptions): Gaps {
  const enabled = days > 0;
  const store = state.gaps;
  let written = 0;
  return {
    enabled,
    days,
    async record(question, kind, place) {
      const text = withoutMentions(question);
      if (enabled && text !== '') await count(text, kind, place);
    },
    async list(place) {
      if (!enabled) return [];
      const since = now() - days * DAY;
      const wordings = (await readAll(store, Wording))
        .map(([, wording]) => wording)
        .filter((wording) => wording.place === place && wording.last >= since);
      const groups = await groupQuestions(wordings, terms);
      return groups
        .map((group): Gap => {
          const [first, ...others] = group;
          const sum = (key: 'noAnswer' | 'thumbsDown') => group.reduce((total, one) => total + one[key], 0);
          return {
            question: first.question,
            variants: others.map(({ question }) => question),
            count: sum('noAnswer') + sum('thumbsDown'),
            noAnswer: sum('noAnswer'),
            thumbsDown: sum('thumbsDown'),
            last: Math.max(...group.map(({ last }) => last)),
          };
        })
        .sort((a, b) => b.count - a.count || b.last - a.last);
    },
    async clear(place, gap) {
      const keys =
        gap === undefined
          ? (await readAll(store, Wording)).filter(([, row]) => row.place === place).map(([key]) => key)
          : [gap.question, ...gap.variants].map((question) => keyOf(place, question));
      let cleared = 0;
      for (const key of keys) if (await store.delete(key)) cleared++;
      return cleared;
    },
  };

  async function count(question: string, kind: GapKind, place: string): Promise<void> {
    let fresh = false;
    await state.update('gaps', keyOf(place, question), (present) => {
      const known = Wording.safeParse(present).data;
      fresh = known === undefined;
      const { noAnswer, thumbsDown } = known ?? { noAnswer: 0, thumbsDown: 0 };
      const value = {
        place,
        question: known?.question ?? question,
        noAnswer: noAnswer + (kind === 'no-answer' ? 1 : 0),
        thumbsDown: thumbsDown + (kind === 'thumbs-down' ? 1 : 0),
        last: now(),
      };
      return { value, ttl: days * DAY };
    });
    if (fresh && ++written % 100 === 0) await thin();
  }

  async function thin(): Promise<void> {
    const all = await readAll(store, Wording);
    const rarest = all
      .sort(([, a], [, b]) => times(b) - times(a) || b.last - a.last)
      .slice(GAPS_DEFAULTS.wordings);
    for (const [key] of rarest) await store.delete(key);
  }
}

function times({ noAnswer, thumbsDown }: z.infer<typeof Wording>): number {
  return noAnswer + thumbsDown;
}

/** Discord writes people, roles and channels as `<@1>`, `<@&1>`, `<#1>`; a name that someone typed is theirs to type. */
function withoutMentions(question: string): string {
  return question
    .replace(/<(?:@[!&]?|#)\d+>/g, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, GAPS_DEFAULTS.length)
    .toWellFormed();
}

/** Wordings of one server that differ in case, blanks and marks only are one. */
function keyOf(place: string, question: string): string {
  const words = question
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [question];
  return createHash('sha256')
    .update(`${place} ${words.join(' ')}`)
    .digest('base64url');
}
