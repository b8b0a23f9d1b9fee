import { createReadStream } from 'node:fs';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { CORPUS_LIMITS } from '../limits.ts';

/** One line's bytes without its line end, or `undefined` when it is longer than the limit. */
export interface RawLine {
  readonly number: number;
  readonly bytes: Uint8Array | undefined;
  /** How many bytes of the file have been read so far (packed bytes for `.gz`). */
  readonly read: number;
}

/**
 * Reads a file line by line, unpacking `.gz`, with no more than a block and a line in memory.
 * @throws the file system's or zlib's error when the file cannot be read to its end
 */
export async function* readLines(file: string, signal?: AbortSignal): AsyncGenerator<RawLine> {
  const source = createReadStream(file);
  const output: Readable = file.toLowerCase().endsWith('.gz') ? unpack(source) : source;
  let pieces: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  let unpacked = 0;
  const take = (): RawLine => {
    const bytes = length > CORPUS_LIMITS.lineBytes ? undefined : Buffer.concat(pieces);
    pieces = [];
    length = 0;
    return { number: number++, bytes, read: source.bytesRead };
  };
  try {
    for await (const chunk of output) {
      signal?.throwIfAborted();
      const block: Uint8Array = chunk;
      unpacked += block.length;
      if (unpacked > CORPUS_LIMITS.unpackedBytes) throw new Error('it unpacks to more than 4 GB');
      let start = 0;
      for (let end = block.indexOf(10); end >= 0; end = block.indexOf(10, start)) {
        add(block.subarray(start, end));
        yield take();
        start = end + 1;
      }
      add(block.subarray(start));
    }
    if (length > 0) yield take();
  } finally {
    source.destroy();
  }

  function add(piece: Uint8Array): void {
    length += piece.length;
    if (length <= CORPUS_LIMITS.lineBytes) pieces.push(piece);
    else pieces = [];
  }
}

function unpack(source: Readable): Readable {
  const output = new PassThrough();
  pipeline(source, createGunzip(), output).catch((cause: unknown) => {
    output.destroy(cause instanceof Error ? cause : new Error(String(cause)));
  });
  return output;
}
