import { chmodSync, closeSync, mkdirSync, openSync, statSync } from 'node:fs';

/** Modes of what is the owner's alone: a folder, a file. */
const FOLDER = 0o700;
const FILE = 0o600;
/** What everyone else may do. */
const OTHERS = 0o077;

/** Makes a folder that nobody else can look into, and those above it that are missing; one that is there stays as it is. */
export function makePrivateFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true, mode: FOLDER });
  // The mode is cut by the process's umask, which may take away from the owner too.
  if (first !== undefined) chmodSync(path, FOLDER);
}

/** Makes an empty file that nobody else can read; one that is there stays as it is. */
export function makePrivateFile(path: string): void {
  closeSync(openSync(path, 'a', FILE));
}

/** Those of some paths that others can read, write or list; what is missing is left out. Empty on Windows. */
export function openToOthers(paths: readonly string[]): string[] {
  if (process.platform === 'win32') return [];
  return paths.filter((path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    return found !== undefined && (found.mode & OTHERS) !== 0;
  });
}
