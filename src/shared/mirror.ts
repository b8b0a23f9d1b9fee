import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { filesBelow } from '../corpus/keep/writing/files-below.ts';
import { writeFileAtomically } from '../corpus/keep/writing/write-file.ts';
import { CONTENT_DEFAULTS } from './content.ts';
import type { SharedFile } from './file-table.ts';

const DEFAULTS = {
  /** Files that are looked at together. */
  together: 64,
} as const;

/** Drafts are in the making before anybody else knows of them. */
const DRAFTS = '.drafts/';

type Present = Omit<SharedFile, 'sha256'>;

/** The files of the shared corpus in a folder of this process. */
export class Mirror {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * What differs in the folder from what it should hold: files that are other, more, or missing (`sha256` null).
   * @param only the files that can differ; absent: any
   */
  async changesFrom(known: ReadonlyMap<string, SharedFile>, only?: readonly string[]): Promise<SharedFile[]> {
    const changes: SharedFile[] = [];
    const present = await this.#look(only ?? (await filesBelow(this.folder)));
    for (const file of present.values()) {
      const before = known.get(file.path);
      if (before === undefined || !looksSame(before, file))
        changes.push({ ...file, sha256: await this.#digest(file.path) });
    }
    for (const path of only ?? known.keys()) {
      const before = known.get(path);
      if (before !== undefined && !present.has(path)) changes.push({ ...before, sha256: null });
    }
    return changes;
  }

  /** Those of some files that the folder lacks, or has otherwise. What it has and should not is removed. */
  async missing(wanted: ReadonlyMap<string, SharedFile>): Promise<SharedFile[]> {
    const present = await this.#look(await filesBelow(this.folder));
    for (const path of present.keys())
      if (!wanted.has(path) && !path.startsWith(DRAFTS)) await this.remove(path);
    return [...wanted.values()].filter((file) => {
      const found = present.get(file.path);
      return found === undefined || !looksSame(file, found);
    });
  }

  /** Puts a file there, whole or not at all, with its time: by that and the size it is known again. */
  async write({ path, modified }: Present, content: AsyncIterable<Uint8Array>): Promise<void> {
    const place = join(this.folder, path);
    await writeFileAtomically(place, content, { overwrite: true });
    await this.stamp({ path, modified });
  }

  async stamp({ path, modified }: Pick<Present, 'path' | 'modified'>): Promise<void> {
    await utimes(join(this.folder, path), modified / 1000, modified / 1000);
  }

  async remove(path: string): Promise<void> {
    await rm(join(this.folder, path), { force: true });
  }

  /** The bytes of a file, part after part. */
  read(path: string): AsyncIterable<Uint8Array> {
    return createReadStream(join(this.folder, path), { highWaterMark: CONTENT_DEFAULTS.part });
  }

  /** Those of some files that are there. */
  async #look(paths: readonly string[]): Promise<Map<string, Present>> {
    const found = new Map<string, Present>();
    for (let at = 0; at < paths.length; at += DEFAULTS.together) {
      const some = paths.slice(at, at + DEFAULTS.together);
      const infos = await Promise.all(
        some.map((path) => lstat(join(this.folder, path)).catch(() => undefined)),
      );
      for (const [i, path] of some.entries()) {
        const info = infos[i];
        if (info !== undefined)
          found.set(path, { path, size: info.size, modified: Math.round(info.mtimeMs) });
      }
    }
    return found;
  }

  async #digest(path: string): Promise<string> {
    const hash = createHash('sha256');
    await pipeline(createReadStream(join(this.folder, path)), hash);
    return hash.digest('hex');
  }
}

function looksSame(a: Present, b: Present): boolean {
  return a.size === b.size && a.modified === b.modified;
}
