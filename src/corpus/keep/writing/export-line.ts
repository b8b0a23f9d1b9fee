import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { readLines } from '../../formats/read-lines.ts';
import { writeFileAtomically } from './write-file.ts';

/** The bytes of one line of an export (without its line end); `undefined` when there is no such line. */
export async function readExportLine(file: string, line: number): Promise<Uint8Array | undefined> {
  for await (const { number, bytes } of readLines(file)) if (number === line) return bytes;
  return undefined;
}

/** The hash by which the corpus knows the article of a line. */
export function lineHash(line: Uint8Array): string {
  return createHash('sha256').update(line).digest('hex');
}

/**
 * Puts other bytes in the place of a line and leaves every other byte of the unpacked export as it is. A line that is
 * emptied keeps its line end, so that the lines after it keep their numbers, by which articles without an address are
 * known.
 */
export async function replaceExportLine(file: string, line: number, replacement: Uint8Array): Promise<void> {
  const packed = file.toLowerCase().endsWith('.gz');
  const source = createReadStream(file);
  const input = packed ? piped(source, createGunzip()) : source;
  const changed = withLine(input, line, replacement);
  const output = packed ? piped(changed, createGzip()) : changed;
  await writeFileAtomically(file, output, { overwrite: true });
}

async function* withLine(
  input: AsyncIterable<unknown>,
  line: number,
  replacement: Uint8Array,
): AsyncGenerator<Uint8Array> {
  let number = 1;
  if (line === 1) yield replacement;
  for await (const chunk of input) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('an export is read as bytes');
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield chunk.subarray(number === line ? end : start, end + 1);
      start = end + 1;
      number++;
      if (number === line) yield replacement;
    }
    if (number !== line) yield chunk.subarray(start);
  }
}

function piped(source: Readable | AsyncIterable<Uint8Array>, through: NodeJS.ReadWriteStream): Readable {
  const output = new PassThrough();
  pipeline(source, through, output).catch((cause: unknown) => {
    output.destroy(cause instanceof Error ? cause : new Error(String(cause)));
  });
  return output;
}
