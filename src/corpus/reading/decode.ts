import type { Problem } from '../article.ts';
import { detect, strictly } from '../encoding/detect.ts';
import { looksGarbled, ungarbled } from '../encoding/garbled.ts';

/** Text of a file, and what was noticed about its bytes. */
export interface Decoded {
  readonly text: string;
  readonly problems: readonly Problem[];
  /** Some bytes were no valid characters; U+FFFD stands in their place. */
  readonly damaged?: boolean;
}

/** The bytes are no text, or a text in an unknown character set. `message` and `fix` are for the user. */
export class UnreadableBytes extends Error {
  readonly fix: string;
  constructor(message: string, fix: string) {
    super(message);
    this.fix = fix;
  }
}

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\u0003\u0004', 'a ZIP archive (or an Office document)'],
  ['\u0089PNG', 'a PNG picture'],
  ['\u00FF\u00D8\u00FF', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['\u007FELF', 'a program'],
  ['\u001F\u008B', 'a gzip archive'],
  ['\u00D0\u00CF\u0011\u00E0', 'an old Office document'],
  ['Rar!', 'a RAR archive'],
  ['7z\u00BC\u00AF', 'a 7-Zip archive'],
];

/**
 * Decodes a text file: UTF-8, or UTF-16 by its byte order mark or its pattern of zero bytes; when it is neither, in the
 * character set that the file names itself, else in the one that its bytes fit best (with a warning). UTF-8 with a few
 * broken bytes is kept with U+FFFD in their place and an error that names the line. A text that was garbled by reading
 * UTF-8 as Windows-1252 is put right when all of it can be, which is said.
 * @param declared the character set that the file names itself, as HTML does
 * @throws {UnreadableBytes} for binary files
 */
export function decodeText(bytes: Uint8Array, path: string, declared?: string): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), problems: [] };
  refuseBinary(bytes);
  const escapes = bytes.includes(0x1b) ? strictly('iso-2022-jp', bytes) : undefined;
  const plain = escapes === undefined || escapes.includes('\u001B') ? strictly('utf-8', bytes) : undefined;
  if (plain !== undefined) return withoutGarbling(plain, path);
  const named = declared === undefined ? undefined : strictly(declared, bytes);
  if (named !== undefined) return { text: named, problems: [] };

  const line = 1 + countNewlines(bytes, firstInvalid(bytes));
  const found = isDamagedUtf8(bytes) ? undefined : detect(bytes);
  if (found !== undefined) {
    const message = `The file is not UTF-8; it was read as ${found.name}.`;
    const fix = 'Save it as UTF-8, and check that its accents and quotation marks are right.';
    return { text: found.text, problems: [{ severity: 'warning', path, line, message, fix }] };
  }
  const message = 'The file has bytes that are not valid UTF-8; the lines with them are left out.';
  const fix = 'Save the file as UTF-8, or mend the damaged characters.';
  return {
    text: new TextDecoder().decode(bytes),
    problems: [{ severity: 'error', path, line, message, fix }],
    damaged: true,
  };
}

function withoutGarbling(text: string, path: string): Decoded {
  const mended = ungarbled(text);
  const warning = (message: string, fix: string): Problem => ({
    severity: 'warning',
    path,
    line: 1,
    message,
    fix,
  });
  if (mended !== undefined) {
    const message = 'The text was garbled (UTF-8 once read as Windows-1252); it is read as it was meant.';
    return {
      text: mended,
      problems: [warning(message, 'Save it anew, and check that its accents are right.')],
    };
  }
  if (!looksGarbled(text)) return { text, problems: [] };
  const message = 'Parts of the text are garbled ("â€™" for an apostrophe); they stay as they are.';
  return { text, problems: [warning(message, 'Put them right in the file.')] };
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 512);
  if (head.length < 8) return undefined;
  const zeros = [0, 0];
  for (let i = 0; i < head.length; i++) if (head[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length * 0.4 && even === 0) return 'utf-16le';
  if (even > head.length * 0.4 && odd === 0) return 'utf-16be';
  return undefined;
}

function refuseBinary(bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const kind = SIGNATURES.find(([signature]) => head.startsWith(signature))?.[1];
  if (kind === undefined && !bytes.subarray(0, 64 * 1024).includes(0)) return;
  throw new UnreadableBytes(
    `The file is not text${kind ? `: it looks like ${kind}` : ' (binary data)'}.`,
    'Give it the right extension, or save the article as text (.txt or .md).',
  );
}

/** Most of its characters beyond ASCII are sound UTF-8: it is that, with some broken bytes, and no other set. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let sound = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : 1;
    const isSound = byte >= 0xc2 && byte <= 0xf4 && followers(bytes, i + 1, more);
    if (isSound) {
      sound++;
      i += more;
    } else broken++;
  }
  return sound > broken;
}

function followers(bytes: Uint8Array, from: number, count: number): boolean {
  for (let i = from; i < from + count; i++) if (!isContinuation(bytes[i])) return false;
  return true;
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte < 0xc0;
}

/** Where the bytes stop being UTF-8: bisection over prefixes that a streaming decoder accepts. */
function firstInvalid(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (validPrefix(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  return low;
}

function validPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch (cause) {
    if (cause instanceof TypeError) return false;
    throw cause;
  }
}

function countNewlines(bytes: Uint8Array, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0 && at < end; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}
