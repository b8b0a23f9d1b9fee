import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { SegmentFiles, SegmentShare } from '../library/index.ts';
import type { Postgres } from '../state/postgres/connect.ts';
import { LOCKS } from '../state/postgres/migrations.ts';
import { type AdvisoryLock, tryLock } from './advisory-lock.ts';
import { CONTENT_DEFAULTS, ContentError, contentOf, dropContent, putContent, sha256Of } from './content.ts';

const DEFAULTS = {
  /** Bytes of articles from which on asking the others is worth it: some thousand sentences, a third of a second. */
  from: 400_000,
  /** Milliseconds between two looks whether another process has made the segments. */
  look: 250,
} as const;

const Row = z.object({ sha256: z.string().nullable() });

export interface SharedSegmentsOptions {
  readonly postgres: Postgres;
  /** Of the program (`codeVersion`): another one can't read what it makes. */
  readonly code: string;
  /** Told why segments could not be had from another process, or not be given to one: each makes its own then. */
  readonly onError: (error: unknown) => void;
}

/** Shares the segments of a change among the processes of a database: whoever has the lock makes them for all. */
export function shareSegments({ postgres, code, onError }: SharedSegmentsOptions): SegmentShare {
  return {
    from: DEFAULTS.from,
    async *segmentsOf(articles, make, signal) {
      const digest = createHash('sha256').update(`${code} ${articles}`).digest('hex');
      const found = await fetchOrLock({ postgres, digest, onError, signal }).catch((error: unknown) => {
        signal?.throwIfAborted();
        onError(error);
        return undefined;
      });
      if (found === undefined) yield* make();
      else if ('files' in found) yield* found.files;
      else yield* makeForAll({ postgres, digest, onError }, make, found.lock);
    },
  };
}

interface Wanted {
  readonly postgres: Postgres;
  readonly digest: string;
  readonly onError: (error: unknown) => void;
}

/** @returns the files, or the right to make them */
async function fetchOrLock(
  wanted: Wanted & { readonly signal: AbortSignal | undefined },
): Promise<{ readonly files: SegmentFiles } | { readonly lock: AdvisoryLock }> {
  const { postgres, signal } = wanted;
  for (;;) {
    const files = await fetchFiles(wanted);
    if (files !== undefined) return { files };
    const lock = await tryLock(postgres, LOCKS.segments);
    if (lock === undefined) {
      await sleep(DEFAULTS.look, undefined, signal && { signal });
      continue;
    }
    // Somebody may have stored them between the look and the lock.
    const stored = await fetchFiles(wanted);
    if (stored === undefined) return { lock };
    await lock.release();
    return { files: stored };
  }
}

/** @returns what is stored, checked and whole; `undefined` when there is nothing */
async function fetchFiles({ postgres, digest, onError }: Wanted): Promise<SegmentFiles | undefined> {
  const rows = await postgres.rows(
    Row,
    'SELECT sha256 FROM footnote.segments WHERE digest = $1 ORDER BY number',
    [digest],
  );
  if (rows.at(-1)?.sha256 !== null) return undefined;
  const digests = rows.flatMap(({ sha256 }) => (sha256 === null ? [] : [sha256]));
  try {
    // Checked before the first is used: what is damaged is made anew as a whole.
    for (const sha256 of digests) for await (const _ of contentOf(postgres, sha256));
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    onError(error);
    await postgres.run('DELETE FROM footnote.segments WHERE digest = $1', [digest]);
    await dropContent(postgres, error);
    return undefined;
  }
  return (async function* () {
    for (const sha256 of digests) yield await Array.fromAsync(contentOf(postgres, sha256));
  })();
}

/** Makes the files, and stores each as it is made; the last row, of no file, says that all are there. */
async function* makeForAll(wanted: Wanted, make: () => SegmentFiles, lock: AdvisoryLock): SegmentFiles {
  let number = 0;
  let isStoring = true;
  const put = async (parts: readonly Uint8Array[] | undefined): Promise<void> => {
    if (isStoring)
      await storeFile(wanted, number++, parts).catch((error: unknown) => {
        isStoring = false;
        wanted.onError(error);
      });
  };
  try {
    for await (const parts of make()) {
      await put(parts);
      yield parts;
    }
    await put(undefined);
  } finally {
    await lock.release();
  }
}

async function storeFile(
  { postgres, digest }: Wanted,
  number: number,
  parts: readonly Uint8Array[] | undefined,
): Promise<void> {
  await postgres.transaction(async (queries) => {
    // A process that died may have left the first of them.
    if (number === 0) await queries.run('DELETE FROM footnote.segments WHERE digest = $1', [digest]);
    const sha256 = parts === undefined ? null : sha256Of(parts);
    if (parts !== undefined && sha256 !== null) await putContent(queries, sha256, slicesOf(parts));
    await queries.run('INSERT INTO footnote.segments (digest, number, sha256) VALUES ($1, $2, $3)', [
      digest,
      number,
      sha256,
    ]);
  });
}

/** All bytes of some parts in slices of one size: a file has many small parts, and each slice is a row. */
function* slicesOf(parts: readonly Uint8Array[]): Generator<Uint8Array> {
  const all = Buffer.concat(parts);
  for (let at = 0; at < all.length; at += CONTENT_DEFAULTS.part)
    yield all.subarray(at, at + CONTENT_DEFAULTS.part);
}
