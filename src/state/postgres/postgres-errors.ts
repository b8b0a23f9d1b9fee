import { StateError } from '../state-error.ts';

/** Classes and codes of what passes by itself. Source: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const PASSING_CLASSES: ReadonlySet<string> = new Set([
  '08', // connection exception
  '53', // insufficient resources: disk full, out of memory, too many connections
  '57', // operator intervention: shutting down, starting up, crashed
  '58', // system error
]);
const PASSING_CODES: ReadonlySet<string> = new Set([
  '25006', // read only: a replica that is about to take over
  '40001', // serialization failure
  '40P01', // deadlock
  '55P03', // a lock was not to be had in time
]);

/** What the system says of a server that does not listen, or no longer. */
const NETWORK: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** node-postgres has no codes for its own troubles; these are their words. */
const OWN_WORDS =
  /^(?:Connection terminated|timeout (?:exceeded|expired)|Query read timeout|Client has encountered a connection error)/i;

/** Whether the same may work a moment later, on another connection. */
export function isPassing(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isPassing);
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code === undefined) return OWN_WORDS.test(error.message);
  return PASSING_CODES.has(code) || PASSING_CLASSES.has(code.slice(0, 2)) || NETWORK.has(code);
}

/** What is wrong, as a clause for people. */
export function postgresTrouble(error: unknown): string {
  if (error instanceof AggregateError) return postgresTrouble(error.errors[0]);
  const code = error instanceof Error ? codeOf(error) : undefined;
  if (code === '53100') return "the database server's disk is full";
  if (code === '53300') return 'the database has no connection left';
  if (code === '25006') return 'the database may only be read at present';
  if (code?.startsWith('57P') === true) return 'the database is stopping or starting';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return "the database server's name is not known";
  if (code === '28P01' || code === '28000') return 'the database refuses the user or the password';
  if (code === '3D000') return 'there is no such database';
  if (isPassing(error)) return 'the database cannot be reached';
  return error instanceof Error ? error.message : String(error);
}

/** What keeps a database from being used, with what to do. @param place without a password */
export function unusable(place: string, cause: unknown): StateError {
  if (cause instanceof StateError) return cause;
  return new StateError(
    `Cannot use PostgreSQL at ${place}: ${postgresTrouble(cause)}. Start the server, or mend DATABASE_URL.`,
    { mayPass: isPassing(cause), cause },
  );
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
