import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** Hidden names that mean something for a moment only: locks, and files that are being written. */
const PASSING = /^\.footnote(?:\.lock$|-[0-9a-f]{16}\.tmp$)/;

/**
 * The plain files below a folder, the trash among them; links are left out, since what they point to is elsewhere.
 * @returns paths below the folder with `/`, in the order of the alphabet
 */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !PASSING.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
