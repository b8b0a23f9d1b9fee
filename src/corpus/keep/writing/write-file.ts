import { randomBytes } from 'node:crypto';
import { constants, copyFile, link, lstat, mkdir, open, readdir, rename, rm, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a file is called while it is being written; hidden, so that the corpus passes it over. */
const TEMPORARY = /^\.footnote-[0-9a-f]{16}\.tmp$/;

/** There is a file at the path already. */
export class PathTaken extends Error {
  override readonly name = 'PathTaken';
}

export interface WriteOptions {
  readonly overwrite: boolean;
}

/**
 * Writes a file so that, whatever happens, there is either the whole of it or what was there before: it is written
 * under another name in the same folder, forced to the disk, and then renamed.
 * @param content bytes, or blocks of bytes as they come
 * @throws {PathTaken} when there is a file already and `overwrite` is not set
 */
export async function writeFileAtomically(
  path: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
  { overwrite }: WriteOptions,
): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  if (!overwrite && (await exists(path))) throw new PathTaken();
  const temporary = temporaryIn(folder);
  try {
    await writeThrough(temporary, content);
    if (overwrite) await rename(temporary, path);
    else await claim(temporary, path);
  } finally {
    await rm(temporary, { force: true });
  }
  await syncFolder(folder);
}

/**
 * Moves a file; to another disk by way of a copy, which takes the place of the move only when it is complete.
 * @throws {PathTaken} when there is a file at the new place
 */
export async function moveFile(from: string, to: string): Promise<void> {
  const folder = dirname(to);
  await mkdir(folder, { recursive: true });
  if (await exists(to)) throw new PathTaken();
  try {
    await rename(from, to);
  } catch (cause) {
    if (codeOf(cause) !== 'EXDEV') throw cause;
    const temporary = temporaryIn(folder);
    try {
      await copyFile(from, temporary, constants.COPYFILE_EXCL);
      await sync(temporary);
      await rename(temporary, to);
    } finally {
      await rm(temporary, { force: true });
    }
    await unlink(from);
  }
  await syncFolder(folder);
  await syncFolder(dirname(from));
}

/**
 * Deletes the files in a folder, and in those within it, that were being written before a time and never finished. What
 * may not be looked into (`lost+found`) holds none of ours.
 */
export async function sweepTemporary(folder: string, before: number): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    if (codeOf(cause) === undefined) throw cause;
    return [];
  });
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await sweepTemporary(path, before);
    if (!entry.isFile() || !TEMPORARY.test(entry.name)) continue;
    const info = await lstat(path);
    if (info.mtimeMs < before) await rm(path, { force: true });
  }
}

export async function exists(path: string): Promise<boolean> {
  const found = await lstat(path).catch((cause: unknown) => {
    if (codeOf(cause) === 'ENOENT' || codeOf(cause) === 'ENOTDIR') return undefined;
    throw cause;
  });
  return found !== undefined;
}

/** The operating system's code of a failure, like `ENOENT`. */
export function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}

function temporaryIn(folder: string): string {
  return join(folder, `.footnote-${randomBytes(8).toString('hex')}.tmp`);
}

async function writeThrough(path: string, content: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o644);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Gives a file its name only if nobody has it; where there are no hard links, by looking first. */
async function claim(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') throw new PathTaken();
    if (await exists(path)) throw new PathTaken();
    await rename(temporary, path);
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes a rename last; systems that can't do it for folders (Windows) do without. */
async function syncFolder(folder: string): Promise<void> {
  await sync(folder).catch((cause: unknown) => {
    if (codeOf(cause) === undefined) throw cause;
  });
}
