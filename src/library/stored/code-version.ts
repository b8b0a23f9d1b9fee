import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** All that decides how a file becomes articles, sentences and postings; the packages are pinned in package.json. */
const DECISIVE = [
  'package.json',
  'src/corpus/**/*.ts',
  'src/text/**/*.ts',
  'src/search/**/*.ts',
  'src/answer/sentence/{find-mentions,name-index}.ts',
  'src/library/**/*.ts',
  'src/timeline/{dates,events,quote,resolve}/**/*.ts',
];

/** A digest of the code that reads and indexes: what another version has stored is not used. */
export function codeVersion(): string {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const hash = createHash('sha256').update(`${process.versions.v8} ${process.arch}`);
  for (const file of globSync(DECISIVE, { cwd: root }).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('base64url');
}
