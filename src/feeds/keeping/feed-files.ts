import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { withLock } from '../../corpus/keep/folder-lock.ts';
import { codeOf, PathTaken, writeFileAtomically } from '../../corpus/keep/writing/write-file.ts';

/** The folder of the corpus that holds a folder for each feed. */
export const FEEDS_FOLDER = 'feeds';

interface FeedFile {
  readonly path: string;
  /** When it was written, milliseconds since 1970. */
  readonly at: number;
}

/** Where articles of feeds are written. Paths are relative to the corpus folder. */
export interface FeedFiles {
  /** Writes a file, whole or not at all; leaves one that is there as it is. */
  create(path: string, bytes: Uint8Array): Promise<void>;
  /**
   * Puts a newer state in a file's place, if it still is what was written then.
   * @param expected the SHA-256 of that
   */
  replace(path: string, bytes: Uint8Array, expected: string): Promise<boolean>;
  /** Takes a file out, if it is there. */
  remove(path: string): Promise<void>;
  /** The files of a feed, in no order. */
  list(feed: string): Promise<readonly FeedFile[]>;
}

/**
 * @param corpus the folder of articles, absolute
 * @param change see `FeedHome`
 */
export function openFeedFiles(
  corpus: string,
  change: <T>(work: () => Promise<T>, only: readonly string[]) => Promise<T> = (work) => work(),
): FeedFiles {
  return {
    async create(path, bytes) {
      try {
        await change(() => writeFileAtomically(join(corpus, path), bytes, { overwrite: false }), [path]);
      } catch (cause) {
        if (!(cause instanceof PathTaken)) throw cause;
      }
    },
    replace: (path, bytes, expected) =>
      change(
        () =>
          withLock(corpus, async () => {
            const present = await readFile(join(corpus, path)).catch(absent);
            if (present === undefined || sha256(present) !== expected) return false;
            await writeFileAtomically(join(corpus, path), bytes, { overwrite: true });
            return true;
          }),
        [path],
      ),
    remove: (path) => change(() => withLock(corpus, () => rm(join(corpus, path), { force: true })), [path]),
    async list(feed) {
      const folder = join(FEEDS_FOLDER, feed);
      const months = (await readdir(join(corpus, folder)).catch(absent)) ?? [];
      const files: FeedFile[] = [];
      for (const month of months) {
        const names = (await readdir(join(corpus, folder, month)).catch(absent)) ?? [];
        for (const name of names.filter((each) => !each.startsWith('.'))) {
          const path = `${folder}/${month}/${name}`;
          const info = await stat(join(corpus, path)).catch(absent);
          if (info?.isFile() === true) files.push({ path, at: info.mtimeMs });
        }
      }
      return files;
    },
  };
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function absent(cause: unknown): undefined {
  if (codeOf(cause) !== 'ENOENT' && codeOf(cause) !== 'ENOTDIR') throw cause;
  return undefined;
}
