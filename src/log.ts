import { type DestinationStream, destination, type Logger, pino } from 'pino';
import type { LogLevel } from './config/config.ts';

export type Log = Logger;

export interface LogOptions {
  readonly level: LogLevel;
  /** Strings that must never be written, such as the bot's token. */
  readonly secrets?: readonly string[];
  /** Where the lines go; absent: standard error, so that standard output stays for results. */
  readonly to?: DestinationStream;
}

/** Interaction tokens stand in the addresses that discord.js puts into its errors; they are good for 15 minutes. */
const TOKEN_IN_ADDRESS = /(\/(?:webhooks|interactions)\/\d+\/)[\w.~%-]{16,}/g;

/**
 * A pino log of one JSON line per entry, without any token in it.
 * @param options level, secrets to blot out, and a destination
 */
export function createLog({ level, secrets = [], to }: LogOptions): Log {
  const blotted = secrets.filter((secret) => secret !== '');
  const streamWrite = (line: string): string =>
    blotted.reduce(
      (text, secret) => text.replaceAll(secret, '[secret]'),
      line.replace(TOKEN_IN_ADDRESS, '$1[secret]'),
    );
  return pino(
    { level, base: null, timestamp: isoTime, hooks: { streamWrite } },
    to ?? destination({ dest: 2, sync: true }),
  );
}

function isoTime(): string {
  return `,"time":"${new Date().toISOString()}"`;
}
