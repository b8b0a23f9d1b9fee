import { z } from 'zod';
import { meanTheSame } from './group-questions.ts';
import { tagIn } from './person-tags.ts';
import { readAll } from './rows/read-all.ts';
import type { State } from './state.ts';
import { type Opinion, type Verdict, verdictOf } from './verdict.ts';

const JUDGEMENTS_DEFAULTS = {
  /** Milliseconds for which votes that were read are used. */
  fresh: 30_000,
  /** Share of the time that reading them may take: where there are very many, they are used for longer. */
  share: 0.01,
  /** Votes that are looked at, and those on one passage among them; the latest. */
  most: 20_000,
  votes: 500,
} as const;

/** A passage that people agree on, for much the same question. */
export interface Judged {
  /** The latest wording of the question. */
  readonly question: string;
  /** What tells the passage from others (`signature`). */
  readonly mark: string;
  readonly verdict: Verdict;
}

/** What the members of a server found right or wrong. What is found in one server counts in no other, unless the home says so. */
export interface Judgements {
  /**
   * What people of a server agree on about a passage as an answer to much the same question, as last read: votes are read
   * again beside it, so that no answer waits for them.
   */
  of(place: string, mark: string, question: string): Verdict | undefined;
  /** Questions whose answers several people found right, in a wording that several used, most people first; as last read. */
  answered(place: string): readonly string[];
  /** The servers in which something was voted, read anew. */
  places(): Promise<readonly string[]>;
  /** All that people of a server agree on. */
  list(place: string): Promise<readonly Judged[]>;
  /** Forgets the votes that led to one. @returns how many */
  forget(place: string, judged: Pick<Judged, 'question' | 'mark'>): Promise<number>;
}

export interface JudgementsOptions {
  readonly state: Pick<State, 'feedback'>;
  /** The terms that carry a question's meaning (`Library.terms`). */
  readonly terms: (question: string) => readonly string[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Votes of any server count in every one. Questions that were answered well stay those of their own. */
  readonly everywhere?: boolean;
  /** Called when votes could not be read; those read before stay in use. */
  readonly onError: (error: unknown) => void;
}

/** Votes of an earlier version, those in direct messages and those on quoted words lack something: they count nowhere. */
const Vote = z.object({
  question: z.string(),
  helpful: z.boolean(),
  at: z.number(),
  place: z.string(),
  mark: z.string().min(1),
});

interface Cast extends Opinion {
  readonly key: string;
  readonly question: string;
  readonly terms: () => ReadonlySet<string>;
}

/** By server, then by passage; the latest first. */
type Votes = ReadonlyMap<string, ReadonlyMap<string, readonly Cast[]>>;

/** Reads what was voted out of the store of feedback. */
export function createJudgements({
  state,
  terms,
  now,
  onError,
  everywhere = false,
}: JudgementsOptions): Judgements {
  let votes: Votes = new Map();
  let freshUntil = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | undefined;
  return {
    of(place, mark, question) {
      readAgain();
      return verdictOf(alike(castOn(place, mark), question));
    },
    answered(place) {
      readAgain();
      return wellAnswered([...(votes.get(place)?.values() ?? [])].flat());
    },
    async places() {
      await read();
      return [...votes.keys()];
    },
    async list(place) {
      await read();
      const marks = new Set(placesFor(place).flatMap((one) => [...(votes.get(one)?.keys() ?? [])]));
      return [...marks].flatMap((mark) => judgedOf(mark, castOn(place, mark)));
    },
    async forget(place, { question, mark }) {
      await read();
      let forgotten = 0;
      for (const { key } of alike(castOn(place, mark), question))
        if (await state.feedback.delete(key)) forgotten++;
      await read();
      return forgotten;
    },
  };

  /** Where votes count that count in a server. */
  function placesFor(place: string): readonly string[] {
    return everywhere ? [...votes.keys()] : [place];
  }

  function castOn(place: string, mark: string): readonly Cast[] {
    const cast = placesFor(place).flatMap((one) => votes.get(one)?.get(mark) ?? []);
    return everywhere ? cast.sort((a, b) => b.at - a.at) : cast;
  }

  function readAgain(): void {
    if (reading !== undefined || now() < freshUntil) return;
    reading = read()
      .catch(onError)
      .finally(() => {
        reading = undefined;
      });
  }

  async function read(): Promise<void> {
    const began = now();
    freshUntil = began + JUDGEMENTS_DEFAULTS.fresh;
    const byPlace = new Map<string, Map<string, Cast[]>>();
    const latest = (await readAll(state.feedback, Vote)).sort(([, a], [, b]) => b.at - a.at);
    for (const [key, { place, mark, question, helpful, at }] of latest.slice(0, JUDGEMENTS_DEFAULTS.most)) {
      const cast = { key, person: tagIn(key), question, helpful, at, terms: once(question) };
      const byMark = byPlace.get(place) ?? new Map<string, Cast[]>();
      const there = byMark.get(mark) ?? [];
      if (there.length < JUDGEMENTS_DEFAULTS.votes) there.push(cast);
      byMark.set(mark, there);
      byPlace.set(place, byMark);
    }
    votes = byPlace;
    const ended = now();
    freshUntil = Math.max(freshUntil, ended + (ended - began) / JUDGEMENTS_DEFAULTS.share);
  }

  /** Most votes are never compared with anything. */
  function once(question: string): () => ReadonlySet<string> {
    let known: ReadonlySet<string> | undefined;
    return () => {
      known ??= new Set(terms(question));
      return known;
    };
  }

  function alike(cast: readonly Cast[], question: string): readonly Cast[] {
    if (cast.length === 0) return cast;
    const own = new Set(terms(question));
    return cast.filter((one) => one.question === question || meanTheSame(own, one.terms()));
  }

  /** Each vote stands for the first question, the latest first, that means the same. */
  function judgedOf(mark: string, cast: readonly Cast[]): Judged[] {
    const [first] = cast;
    if (first === undefined) return [];
    const same = new Set(alike(cast, first.question));
    const verdict = verdictOf([...same]);
    const others = judgedOf(
      mark,
      cast.filter((one) => !same.has(one)),
    );
    return verdict === undefined ? others : [{ question: first.question, mark, verdict }, ...others];
  }
}

/** What one or two asked in private is nobody else's to read: only a wording that enough people voted on is shown. */
function wellAnswered(cast: readonly Cast[]): string[] {
  const byWording = Map.groupBy(cast, ({ question }) => question.toLowerCase());
  return [...byWording.values()]
    .flatMap((group) => {
      const verdict = verdictOf(group);
      const [first] = group;
      return first === undefined || verdict?.direction !== 'up' ? [] : [{ ...first, people: verdict.people }];
    })
    .sort((a, b) => b.people - a.people || b.at - a.at)
    .map(({ question }) => question);
}
