import type { Problem } from './article.ts';

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
 * Decodes a text file: UTF-8, or UTF-16 by its byte order mark or its pattern of zero bytes; when it is neither,
 * Windows-1252 if every byte makes sense there (with a warning). UTF-8 with a few broken bytes is kept with U+FFFD in
 * their place and an error that names the line.
 * @param declared the character set that the file names itself, as HTML does
 * @throws {UnreadableBytes} for binary files
 */
export function decodeText(bytes: Uint8Array, path: string, declared?: string): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked) return { text: new TextDecoder(marked).decode(bytes), problems: [] };
  refuseBinary(bytes);
  const plain = strict('utf-8', bytes);
  if (plain !== undefined) return { text: plain, problems: [] };
  const named = declared === undefined ? undefined : strict(declared, bytes);
  if (named !== undefined) return { text: named, problems: [] };

  const line = 1 + countNewlines(bytes, firstInvalid(bytes));
  const windows = windows1252(bytes);
  if (windows !== undefined) {
    const message = 'The file is not UTF-8; it was read as Windows-1252 (Western European).';
    const fix = 'Save it as UTF-8, and check that its accents and quotation marks are right.';
    return { text: windows, problems: [{ severity: 'warning', path, line, message, fix }] };
  }
  const message = 'The file has bytes that are not valid UTF-8; the lines with them are left out.';
  const fix = 'Save the file as UTF-8, or mend the damaged characters.';
  return {
    text: new TextDecoder().decode(bytes),
    problems: [{ severity: 'error', path, line, message, fix }],
    damaged: true,
  };
}

/** Decodes with the encoding of that name, or gives `undefined` when the bytes are not valid in it or it is unknown. */
function strict(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof RangeError) return undefined;
    throw cause;
  }
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

/**
 * The text as Windows-1252, or `undefined` when that is not sure: a byte undefined there, a control character, or
 * valid UTF-8 sequences beside the broken ones (then the file is damaged UTF-8).
 */
function windows1252(bytes: Uint8Array): string | undefined {
  let high = 0;
  let sequences = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 0x81 || byte === 0x8d || byte === 0x8f || byte === 0x90 || byte === 0x9d) return undefined;
    if (byte < 0x80) continue;
    high++;
    if (byte >= 0xc3 && byte <= 0xf4 && isContinuation(bytes[i + 1])) sequences++;
  }
  if (sequences > 0 || high > bytes.length * 0.3) return undefined;
  return new TextDecoder('windows-1252').decode(bytes);
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
