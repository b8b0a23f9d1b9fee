import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../../log.ts';

const KEEP_TRYING_DEFAULTS = {
  /** Milliseconds before the second try; each pause is twice the one before. */
  first: 1000,
  /** The longest pause of our own choice, in milliseconds. */
  longest: 5 * 60 * 1000,
  /** How often a long wait is mentioned again, in milliseconds. */
  remind: 60 * 60 * 1000,
} as const;

export interface KeepTryingOptions {
  /** What went wrong, as a sentence without its full stop. */
  readonly what: (error: unknown) => string;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Gives up, with the signal's reason. */
  readonly signal: AbortSignal;
  /** Undefined: it will never work. Otherwise how long to wait at least, in milliseconds; 0 when nobody says. */
  readonly waitFor: (error: unknown) => number | undefined;
  readonly pause?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

/**
 * Does something until it works, with growing pauses, and says in the log what is waited for and until when: once, and
 * again when the reason has changed, when it was told how long to wait, and every hour.
 * @throws what `work` throws, when that is final; the signal's reason
 */
export async function keepTrying<T>(work: () => Promise<T>, options: KeepTryingOptions): Promise<T> {
  let said: { readonly text: string; readonly at: number } | undefined;
  for (
    let own: number = KEEP_TRYING_DEFAULTS.first;
    ;
    own = Math.min(own * 2, KEEP_TRYING_DEFAULTS.longest)
  ) {
    options.signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      const asked = options.waitFor(error);
      if (asked === undefined) throw error;
      const text = options.what(error);
      const now = options.now();
      const known = asked === 0 && text === said?.text && now - said.at < KEEP_TRYING_DEFAULTS.remind;
      if (!known) said = { text, at: now };
      await waitUntil(now + Math.max(own, asked), text, options, known ? 'debug' : 'warn');
    }
  }
}

/** Waits until a moment; mentions it in the log at the begin and, when it is far, every hour. */
export async function waitUntil(
  moment: number,
  what: string,
  { log, now, signal, pause = wait }: Omit<KeepTryingOptions, 'what' | 'waitFor'>,
  level: 'warn' | 'debug' = 'warn',
): Promise<void> {
  for (let left = moment - now(); left > 0; left = moment - now()) {
    const until = new Date(moment).toISOString();
    log[level]({ until }, `${what}. Trying again in ${lengthOf(left)}, at ${until}`);
    await pause(Math.min(left, KEEP_TRYING_DEFAULTS.remind), signal);
  }
}

/** `2 h 5 min`, `40 s`. @param ms milliseconds */
export function lengthOf(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

function wait(ms: number, signal: AbortSignal): Promise<unknown> {
  return sleep(ms, undefined, { signal });
}
