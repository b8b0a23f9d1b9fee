/** Primary result codes of SQLite; extended ones carry them in their low byte. Source: https://sqlite.org/rescode.html */
const CODE = {
  busy: 5,
  locked: 6,
  readonly: 8,
  io: 10,
  corrupt: 11,
  full: 13,
  cantopen: 14,
  notadb: 26,
} as const;

const TEXTS: ReadonlyMap<number | undefined, string> = new Map([
  [CODE.busy, 'another program holds the database'],
  [CODE.locked, 'another program holds the database'],
  [CODE.readonly, 'the file may not be written'],
  [CODE.io, 'the disk cannot be read or written'],
  [CODE.corrupt, 'the database is damaged'],
  [CODE.full, 'the disk is full'],
  [CODE.cantopen, 'the file cannot be opened'],
  [CODE.notadb, 'the file is not a database'],
]);

/** Whether another process holds the database, so that it is worth trying again. */
export function isBusy(error: unknown): boolean {
  const code = codeOf(error);
  return code === CODE.busy || code === CODE.locked;
}

/** What the system says of a disk that is full, read-only, not mounted yet, or another user's. */
const PASSING_FAULTS: ReadonlySet<unknown> = new Set([
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EACCES',
  'EPERM',
  'EIO',
  'EBUSY',
]);

/** Whether opening the database again may work without any change to the configuration. */
export function mayPass(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined) return code !== CODE.corrupt && code !== CODE.notadb;
  return error instanceof Error && 'code' in error && PASSING_FAULTS.has(error.code);
}

/** What is wrong, as a clause for people; SQLite's own words when the code is none of the usual ones. */
export function troubleText(error: unknown): string {
  return TEXTS.get(codeOf(error)) ?? (error instanceof Error ? error.message : String(error));
}

function codeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number')
    return undefined;
  return error.errcode & 0xff;
}
