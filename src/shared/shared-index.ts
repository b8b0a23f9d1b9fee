import { closeSync, openSync, readSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { writeFileAtomically } from '../corpus/keep/writing/write-file.ts';
import type { IndexStore } from '../library/index.ts';
import type { Postgres, Queries } from '../state/postgres/connect.ts';
import { LOCKS } from '../state/postgres/migrations.ts';
import { tryLock } from './advisory-lock.ts';
import { CONTENT_DEFAULTS, ContentError, contentOf, dropContent, putContent, sha256Of } from './content.ts';

const DEFAULTS = {
  /** Milliseconds between two looks whether another process has built the index. */
  look: 250,
} as const;

/** The name under which what ties the files together is stored; no file is called so. */
const MANIFEST = '/manifest';

const Row = z.object({ name: z.string(), sha256: z.string() });
const Version = z.object({ version: z.string().transform(Number) });

export interface SharedIndexOptions {
  readonly postgres: Postgres;
  /** Where this process keeps indexes. */
  readonly store: IndexStore;
  /** The corpus's folder, as the library calls it to the store. */
  readonly corpus: string;
  /** Of the program (`codeVersion`): another one can't read the index. */
  readonly code: string;
  /** Where files may lie for a moment. */
  readonly dataDir: string;
  /** The version of the corpus that is indexed. */
  readonly version: () => number;
  /** Told why an index could not be stored: the others build their own then. */
  readonly onError: (error: unknown) => void;
}

/**
 * Lets one process build the index of a corpus and the others fetch it: whoever has none takes what is stored, or builds
 * it under a lock and stores it. What is fetched is checked against its digest.
 * @param build opens the library, which keeps its index in the store
 * @returns what `build` returns
 * @throws what `build` throws; an error of the database
 */
export async function buildOnce<T>(options: SharedIndexOptions, build: () => Promise<T>): Promise<T> {
  const { postgres, store, corpus, code, onError } = options;
  while (store.load(corpus, code) === undefined && !(await fetchIndex(options))) {
    const lock = await tryLock(postgres, LOCKS.index);
    if (lock === undefined) {
      await sleep(DEFAULTS.look);
      continue;
    }
    try {
      // Somebody may have stored it between the look and the lock.
      if (await fetchIndex(options)) break;
      const built = await build();
      await storeIndex(options).catch(onError);
      return built;
    } finally {
      await lock.release();
    }
  }
  const built = await build();
  // What has changed since was indexed here; the next one to start shall not have to do it again.
  void refresh(options).catch(onError);
  return built;
}

async function refresh(options: SharedIndexOptions): Promise<void> {
  const { postgres, code, version } = options;
  const [stored] = await postgres.rows(
    Version,
    'SELECT version FROM footnote.indexes WHERE code = $1 AND name = $2',
    [code, MANIFEST],
  );
  if (stored !== undefined && stored.version >= version()) return;
  const lock = await tryLock(postgres, LOCKS.index);
  if (lock === undefined) return;
  await storeIndex(options).finally(lock.release);
}

/** @returns whether there was one that this program can read, and it was whole; what is damaged is dropped */
async function fetchIndex(options: SharedIndexOptions): Promise<boolean> {
  try {
    return await fetchWhole(options);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    options.onError(error);
    const { postgres, code } = options;
    await postgres.run('DELETE FROM footnote.indexes WHERE code = $1', [code]);
    await dropContent(postgres, error);
    return false;
  }
}

async function fetchWhole({ postgres, store, corpus, code, dataDir }: SharedIndexOptions): Promise<boolean> {
  const rows = await postgres.rows(Row, 'SELECT name, sha256 FROM footnote.indexes WHERE code = $1', [code]);
  const manifest = rows.find(({ name }) => name === MANIFEST);
  if (manifest === undefined) return false;
  const files = rows.filter((row) => row !== manifest);
  const stage = await mkdtemp(join(dataDir, 'fetch-'));
  try {
    for (const { name, sha256 } of files) {
      // First beside it, until its digest is known to be right.
      const path = join(stage, 'file');
      await writeFileAtomically(path, contentOf(postgres, sha256), { overwrite: true });
      store.write(corpus, name, partsOf(path));
    }
    const parts = await Array.fromAsync(contentOf(postgres, manifest.sha256));
    return store.save(
      corpus,
      code,
      Buffer.concat(parts),
      files.map(({ name }) => name),
    );
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/** Stores what the store holds, in place of what was stored of the same program. */
async function storeIndex({ postgres, store, corpus, code, version }: SharedIndexOptions): Promise<void> {
  const kept = store.load(corpus, code);
  if (kept === undefined) return;
  const { manifest, names, open } = kept;
  await postgres.transaction(async (queries) => {
    await queries.run('DELETE FROM footnote.indexes WHERE code = $1', [code]);
    const put = async (name: string, parts: () => Iterable<Uint8Array>) => {
      const sha256 = sha256Of(parts());
      await putContent(queries, sha256, parts());
      await putName(queries, { code, name, sha256, version: version() });
    };
    for (const name of names) {
      const source = open(name);
      await put(name, function* () {
        const { part } = CONTENT_DEFAULTS;
        for (let at = 0; at < source.size; at += part)
          yield source.read(at, Math.min(part, source.size - at));
      });
    }
    await put(MANIFEST, () => [manifest]);
  });
}

async function putName(
  queries: Queries,
  { code, name, sha256, version }: { code: string; name: string; sha256: string; version: number },
): Promise<void> {
  await queries.run('INSERT INTO footnote.indexes (code, name, sha256, version) VALUES ($1, $2, $3, $4)', [
    code,
    name,
    sha256,
    version,
  ]);
}

function* partsOf(path: string): Generator<Uint8Array> {
  const file = openSync(path, 'r');
  try {
    for (;;) {
      const part = Buffer.allocUnsafe(CONTENT_DEFAULTS.part);
      const size = readSync(file, part);
      if (size === 0) return;
      yield part.subarray(0, size);
    }
  } finally {
    closeSync(file);
  }
}
