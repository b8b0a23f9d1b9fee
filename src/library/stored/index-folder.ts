import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder } from '../../state/sqlite/private-files.ts';
import { createFileOpener } from './file-source.ts';
import type { IndexStore, KeptIndex, Scratch } from './index-store.ts';
import { readManifest, storeManifest } from './manifest-file.ts';

const INDEX_FOLDER_DEFAULTS = {
  folder: 'index',
  manifest: 'manifest',
  /** How many corpora are kept; the one that was not used for longest goes first. */
  corpora: 4,
  /** A file that no manifest names may be one that another process has not saved yet, until it is this old. */
  strayMilliseconds: 24 * 60 * 60 * 1000,
} as const;

/** What earlier versions kept. */
const OUTDATED = ['cache.sqlite', 'cache.sqlite-wal', 'cache.sqlite-shm'];
const OWNER_ONLY = 0o600;

export interface IndexFolderOptions {
  /** Make the folder when it is missing; without it, no folder means no store. */
  readonly create?: boolean;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Told what went wrong; nothing is thrown. */
  readonly onError?: (error: unknown) => void;
}

/**
 * Keeps indexes as files in the folder for state, a folder for each corpus.
 * @returns `undefined` when there can be none, since the folder is missing or can't be written
 */
export function openIndexFolder(
  dataDir: string,
  { create = false, now = () => Date.now(), onError = () => undefined }: IndexFolderOptions = {},
): IndexStore | undefined {
  const { folder, manifest: manifestName, corpora, strayMilliseconds } = INDEX_FOLDER_DEFAULTS;
  const root = join(dataDir, folder);
  const { openFile, openScratch } = createFileOpener();
  if (!create && !existsSync(root)) return undefined;
  return attempt(() => {
    makePrivateFolder(dataDir);
    makePrivateFolder(root);
    for (const name of OUTDATED) rmSync(join(dataDir, name), { force: true });
    return { load, write, save, scratch, close: () => undefined };
  });

  function load(corpus: string, version: string): KeptIndex | undefined {
    return attempt(() => {
      const home = folderOf(corpus);
      const path = join(home, manifestName);
      if (!existsSync(path)) return undefined;
      const kept = readManifest(openFile(path));
      if (kept.version !== version) return undefined;
      utimesSync(path, now() / 1000, now() / 1000);
      return { manifest: kept.manifest, names: kept.names, open: (name) => openFile(join(home, name)) };
    });
  }

  function write(corpus: string, name: string, parts: Iterable<Uint8Array>) {
    return attempt(() => {
      makePrivateFolder(folderOf(corpus));
      const path = join(folderOf(corpus), name);
      writeWhole(path, parts);
      return openFile(path);
    });
  }

  function scratch(corpus: string): Scratch | undefined {
    return attempt(() => {
      makePrivateFolder(folderOf(corpus));
      return openScratch(join(folderOf(corpus), `${randomBytes(9).toString('base64url')}.scratch`));
    });
  }

  function save(
    corpus: string,
    version: string,
    manifest: Uint8Array,
    names: readonly string[],
    dropped: readonly string[] = [],
  ): boolean {
    const saved = attempt(() => {
      const home = folderOf(corpus);
      makePrivateFolder(home);
      if (!names.every((name) => existsSync(join(home, name))))
        throw new Error('Another process has replaced the index that was to be kept');
      const path = join(home, manifestName);
      const before = existsSync(path) ? attempt(() => readManifest(openFile(path)).names) : undefined;
      writeWhole(path, storeManifest({ version, manifest, names }));
      utimesSync(path, now() / 1000, now() / 1000);
      removeUnused(home, new Set([manifestName, ...names]), new Set([...(before ?? []), ...dropped]));
      removeOldCorpora();
      return true;
    });
    return saved ?? false;
  }

  function removeUnused(home: string, used: ReadonlySet<string>, useless: ReadonlySet<string>): void {
    for (const name of readdirSync(home)) {
      if (used.has(name)) continue;
      const path = join(home, name);
      if (useless.has(name) || now() - statSync(path).mtimeMs > strayMilliseconds)
        rmSync(path, { force: true });
    }
  }

  function removeOldCorpora(): void {
    const homes = readdirSync(root).map((name) => join(root, name));
    const used = (home: string) =>
      statSync(join(home, manifestName), { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
    const oldest = homes.map((home) => ({ home, at: used(home) })).sort((a, b) => b.at - a.at);
    for (const { home } of oldest.slice(corpora)) rmSync(home, { recursive: true, force: true });
  }

  function folderOf(corpus: string): string {
    return join(root, createHash('sha256').update(corpus).digest('hex').slice(0, 20));
  }

  function attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      onError(error);
      return undefined;
    }
  }
}

/** Writes a file beside its place first: it is there whole, or not at all. */
function writeWhole(path: string, parts: Iterable<Uint8Array>): void {
  const beside = `${path}.part`;
  const file = openSync(beside, 'w', OWNER_ONLY);
  try {
    for (const part of parts) for (let at = 0; at < part.length; ) at += writeSync(file, part, at);
    fsyncSync(file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
}
