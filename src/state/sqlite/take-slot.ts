import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makePrivateFolder } from './private-files.ts';
import { isBusy } from './sqlite-errors.ts';

/** A folder that no other process has. */
export interface Slot {
  readonly folder: string;
  release(): void;
}

/**
 * Takes the first of the folders `0`, `1`, … that no other process has taken, so that the same process finds what it left
 * there. The lock is one of the system's on a database file, which goes with its process whatever ends it.
 * @throws an error of the disk
 */
export function takeSlot(home: string): Slot {
  makePrivateFolder(home);
  for (let number = 0; ; number++) {
    const lock = new DatabaseSync(join(home, `${number}.lock`), { timeout: 0 });
    try {
      lock.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      lock.close();
      if (isBusy(error)) continue;
      throw error;
    }
    const folder = join(home, String(number));
    makePrivateFolder(folder);
    return { folder, release: () => lock.close() };
  }
}
