import type { Engine } from '../answer/engine.ts';
import type { CorpusName } from '../answer/sentence/name-index.ts';
import type { Pace } from '../scheduling/steps.ts';
import { createPace } from '../scheduling/time-slices.ts';

interface NameRenewalOptions {
  /** How long the work may keep the event loop, in milliseconds. */
  readonly slice: number;
  /** Ends the work. */
  readonly signal: AbortSignal;
  readonly onError: (error: unknown) => void;
}

/** The names that are suggested, from one corpus to the next. */
interface NameRenewal {
  /**
   * Gives an engine names to suggest: those of its corpus when they are known, else those of the corpus before. Only the
   * first corpus is waited for.
   * @returns the names of its corpus, if they are known now
   */
  begin(
    engine: Engine,
    known: readonly CorpusName[] | undefined,
    pace: Pace,
  ): Promise<readonly CorpusName[] | undefined>;
  /** Reads the names of a corpus that answers already, and gives the one before up; `done` is told the names. */
  renew(engine: Engine, done: (names: readonly CorpusName[]) => void): void;
}

export function createNameRenewal({ slice, signal, onError }: NameRenewalOptions): NameRenewal {
  let suggested: readonly CorpusName[] | undefined;
  let current = new AbortController();
  const read = async (
    engine: Engine,
    done: (names: readonly CorpusName[]) => void,
    until: AbortSignal,
  ): Promise<void> => {
    try {
      const names = await engine.readNames(createPace(slice, until));
      engine.useNames(names);
      suggested = names;
      done(names);
    } catch (error) {
      if (!until.aborted) onError(error);
    }
  };
  return {
    async begin(engine, known, pace) {
      const names = known ?? (suggested === undefined ? await engine.readNames(pace) : undefined);
      suggested = names ?? suggested;
      engine.useNames(suggested ?? []);
      return names;
    },
    renew(engine, done) {
      current.abort();
      current = new AbortController();
      void read(engine, done, AbortSignal.any([signal, current.signal]));
    },
  };
}
