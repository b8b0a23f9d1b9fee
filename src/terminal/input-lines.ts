import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';

/** A mistake in what the user gave; its message is meant to be read by them. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/**
 * The lines of a `.jsonl` or `.jsonl.gz` file, checked one by one; blank lines are passed over.
 * @throws {InputError} naming file and line when the file can't be read or a line does not fit
 */
export async function* readJsonLines<T>(file: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  const raw = createReadStream(file);
  const failed = new Promise<never>((_, reject) => {
    raw.once('error', (cause: Error) =>
      reject(new InputError(`${file} can't be read: ${cause.message}`, { cause })),
    );
  });
  failed.catch(() => undefined);
  const stream = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  const unpackFailed = new Promise<never>((_, reject) => {
    stream.once('error', (cause: Error) =>
      reject(new InputError(`${file} can't be unpacked: ${cause.message}`, { cause })),
    );
  });
  unpackFailed.catch(() => undefined);
  const lines = createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })[
    Symbol.asyncIterator
  ]();
  for (let number = 1; ; number++) {
    const next = await Promise.race([lines.next(), failed, unpackFailed]);
    if (next.done === true) return;
    if (next.value.trim() === '') continue;
    // Windows editors put a byte order mark in front of the first line.
    yield parseLine(next.value.replace(/^\uFEFF/, ''), schema, `${file}:${number}`);
  }
}

/**
 * One line of JSON, checked.
 * @param place what to call the line when it does not fit, such as `file:3`
 * @throws {InputError}
 */
export function parseLine<T>(line: string, schema: z.ZodType<T>, place: string): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new InputError(`${place} is not JSON; every line must be one JSON object`, { cause });
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new InputError(`${place}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'does not fit'}`);
}
