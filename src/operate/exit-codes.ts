import { ConfigError } from '../config/config.ts';
import { LoginError } from '../discord/connection/client.ts';
import { StateError } from '../state/state.ts';
import { HealthError } from './health-server.ts';

/**
 * What the process ends with, for whatever starts it again. Source of the numbers: BSD's sysexits, which systemd knows by
 * name.
 */
export const EXIT = {
  /** Told to end. */
  done: 0,
  /** A fault; another start may help. */
  fault: 1,
  /** Something is in the way that may pass by itself (EX_TEMPFAIL). */
  later: 75,
  /** Wrong until a person mends it (EX_CONFIG): another start is of no use. */
  config: 78,
} as const;

/**
 * The code for what ended the start, when it is one of the errors that name their own fix.
 * @returns undefined for a fault of the program
 */
export function exitCodeOf(error: unknown): number | undefined {
  if (error instanceof ConfigError) return EXIT.config;
  if (error instanceof HealthError) return EXIT.later;
  if (error instanceof StateError || error instanceof LoginError)
    return error.mayPass ? EXIT.later : EXIT.config;
  return undefined;
}
