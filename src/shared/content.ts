import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Queries } from '../state/postgres/connect.ts';

export const CONTENT_DEFAULTS = {
  /** Bytes of a part: what is held in memory at once. */
  part: 4 * 1024 * 1024,
} as const;

/** What was stored under a digest is not what the digest says: a damaged database, or a file that changed while it was read. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly sha256: string;

  constructor(sha256: string, found: string) {
    super(`The bytes stored under ${sha256} have the digest ${found}`);
    this.sha256 = sha256;
  }
}

/** The digest (SHA-256, hexadecimal) under which bytes are stored. */
export function sha256Of(parts: Iterable<Uint8Array>): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/** Deletes bytes that were found damaged, so that they can be stored anew. */
export async function dropContent(queries: Queries, { sha256 }: ContentError): Promise<void> {
  await queries.run('DELETE FROM footnote.blobs WHERE sha256 = $1', [sha256]);
}

const Part = z.object({ bytes: z.instanceof(Buffer) });

/** Stores bytes under their SHA-256 (hexadecimal), once. @param parts of any size; checked. @throws {ContentError} */
export async function putContent(
  queries: Queries,
  sha256: string,
  parts: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<void> {
  const known = await queries.run('SELECT FROM footnote.blobs WHERE sha256 = $1 LIMIT 1', [sha256]);
  if (known > 0) return;
  const hash = createHash('sha256');
  let number = 0;
  for await (const bytes of parts) {
    hash.update(bytes);
    await queries.run('INSERT INTO footnote.blobs VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [
      sha256,
      number++,
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length),
    ]);
  }
  check(hash.digest('hex'), sha256);
}

/** The bytes under a digest, part after part; whoever writes them down does so for good only after the last. @throws {ContentError} */
export async function* contentOf(queries: Queries, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for (let number = 0; ; number++) {
    const [part] = await queries.rows(
      Part,
      'SELECT bytes FROM footnote.blobs WHERE sha256 = $1 AND part = $2',
      [sha256, number],
    );
    if (part === undefined) break;
    hash.update(part.bytes);
    yield part.bytes;
  }
  check(hash.digest('hex'), sha256);
}

function check(found: string, expected: string): void {
  if (found !== expected) throw new ContentError(expected, found);
}
