import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** All that decides how a file becomes articles, sentences and postings; the packages are pinned in package.json. */
const DECISIVE = {
  files: ['package.json', 'src/answer/sentence/find-mentions.ts', 'src/answer/sentence/name-index.ts'],
  folders: [
    'src/corpus',
    'src/text',
    'src/search',
    'src/library',
    'src/timeline/dates',
    'src/timeline/events',
    'src/timeline/quote',
    'src/timeline/resolve',
  ],
} as const;

/** A digest of the code that reads and indexes: what another version has stored is not used. */
export function codeVersion(): string {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const hash = createHash('sha256').update(`${process.versions.v8} ${process.arch}`);
  for (const file of [...DECISIVE.files, ...DECISIVE.folders.flatMap((folder) => codeIn(root, folder))]) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('base64url');
}

/** Paths below the root, in order. */
function codeIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, path))
    .sort();
}
