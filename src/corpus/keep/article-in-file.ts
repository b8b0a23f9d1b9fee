import { stat } from 'node:fs/promises';
import type { Article } from '../article.ts';
import { knownExtension } from '../reading/list-files.ts';
import { KeeperError } from './keeper.ts';
import { type KeepingTools, placeOf } from './keeping-tools.ts';
import { lineHash, readExportLine } from './writing/export-line.ts';
import { exists } from './writing/write-file.ts';

/** Whether an article is a line of an export; any other has a file, or a place in one. */
export function isExport({ path }: Article): boolean {
  return /\.jsonl(?:\.gz)?$/i.test(path);
}

/** The bytes of an article's line. @throws {KeeperError} `not-found` when it is not the one that was read */
export async function lineOf(tools: KeepingTools, { path, line, hash }: Article): Promise<Uint8Array> {
  const bytes = await readExportLine(await placeOf(tools, path), line);
  if (bytes !== undefined && lineHash(bytes) === hash) return bytes;
  throw new KeeperError('not-found', `${path} has changed since it was read. Reload, then try again.`);
}

/**
 * An article of a feed or a list can't be taken out of its file without writing the file anew.
 * @throws {KeeperError} `not-found`, `not-editable`
 */
export async function mustBeAlone(tools: KeepingTools, { path, id }: Article): Promise<void> {
  if (!(await exists(await placeOf(tools, path)))) {
    throw new KeeperError(
      'not-found',
      `${path} is not there any more. Reload to bring the corpus up to date.`,
    );
  }
  if (id === path.slice(0, path.length - (knownExtension(path)?.length ?? 0))) return;
  throw new KeeperError(
    'not-editable',
    `It is one of several articles in ${path}. Change that file itself, then reload.`,
  );
}

/** Whether a corpus is a folder, and there. */
export async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
