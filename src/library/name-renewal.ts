import type { Engine } from '../answer/engine.ts';
import type { CorpusName } from '../answer/sentence/name-index.ts';
import { createPace } from '../scheduling/time-slices.ts';

export interface NameRenewalOptions {
  /** How long the work may keep the event loop, in milliseconds. */
  readonly slice: number;
  /** Ends the work. */
  readonly signal: AbortSignal;
  readonly onError: (error: unknown) => void;
}

/**
 * Reads the names of a corpus that answers already: a reload need not wait for it.
 * @returns a function that begins with another corpus and gives the one before up; `done` is told the names
 */
export function createNameRenewal({
  slice,
  signal,
  onError,
}: NameRenewalOptions): (engine: Engine, done: (names: readonly CorpusName[]) => void) => void {
  let current = new AbortController();
  const renew = async (
    engine: Engine,
    done: (names: readonly CorpusName[]) => void,
    until: AbortSignal,
  ): Promise<void> => {
    try {
      done(await engine.readNames(createPace(slice, until)));
    } catch (error) {
      if (!until.aborted) onError(error);
    }
  };
  return (engine, done) => {
    current.abort();
    current = new AbortController();
    void renew(engine, done, AbortSignal.any([signal, current.signal]));
  };
}
