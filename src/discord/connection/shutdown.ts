import type { Log } from '../../log.ts';
import { isGone } from '../routing/errors.ts';

/** What of `process` is needed; a test gives an emitter of its own. */
interface ProcessLike {
  on(event: string, listener: (argument: unknown) => void): unknown;
  exitCode?: number | string | null | undefined;
  exit(code: number): void;
}

export interface ShutdownOptions {
  readonly process: ProcessLike;
  readonly log: Log;
  /** Finishes and closes everything; called once. */
  readonly close: () => Promise<void>;
}

/**
 * Ends the process in good order on SIGINT or SIGTERM; a second signal ends it at once. A rejection that nobody
 * handled is written to the log: an interaction that has expired must not take the bot down. After an exception that
 * nobody caught the state is unknown, so everything is closed and the process ends with code 1.
 * @returns a function that does the same as the first signal; its code is the exit code
 */
export function installShutdown({ process, log, close }: ShutdownOptions): (code: number) => Promise<void> {
  let closing = false;
  process.on('SIGINT', () => void shutdown(0, 'SIGINT'));
  process.on('SIGTERM', () => void shutdown(0, 'SIGTERM'));
  process.on('unhandledRejection', (err) =>
    log.error({ err }, 'A promise was rejected and nobody handled it'),
  );
  process.on('uncaughtException', (err) => {
    if (isGone(err)) {
      log.warn({ err }, 'The interaction could no longer be answered');
      return;
    }
    log.fatal({ err }, 'An exception was not caught');
    void shutdown(1, 'uncaughtException');
  });
  return (code) => shutdown(code, 'request');

  async function shutdown(code: number, reason: string): Promise<void> {
    if (closing) {
      log.warn({ reason }, 'Ending at once');
      process.exit(130);
      return;
    }
    closing = true;
    log.info({ reason }, 'Shutting down');
    try {
      await close();
      process.exit(code);
    } catch (err) {
      log.error({ err }, 'The shutdown was not clean');
      process.exit(1);
    }
  }
}
