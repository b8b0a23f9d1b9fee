import { joinChunks } from './join-tokens.ts';
import type { Token } from './token.ts';
import { MARKS, PLAIN, senseOf } from './word-senses.ts';

// Dates and times in figures, numbers with their suffixes, words (kept whole with digits: A320), marks.
const TOKEN =
  /\d{4}-\d{2}-\d{2}(?!\d)|\d{1,4}[/.]\d{1,2}[/.]\d{1,4}(?![\d/\p{L}])|\d{1,2}-\d{1,2}-\d{4}(?![\d\p{L}-])|[1-4]Q(?:['’]?\d{2}|\d{4})?(?![\p{L}\d])|\d{1,2}(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(?:\d{4}|\d{2})(?![\p{L}\d])|\d{1,2}:\d{2}(?::\d{2})?(?!\d)|['’]\d{2}s?(?![\p{L}\d])|\d+(?:[.,]\d+)*(?:['’]?s(?![\p{L}\d])|(?:st|nd|rd|th)(?![\p{L}\d]))?|[ap]\.m\.?(?!\p{L})|B\. ?C\.(?: ?E\.)?|A\. ?D\.(?!\p{L})|C\. ?E\.|\p{L}[\p{L}\p{M}\d]*|['’]s(?!\p{L})|o['’]clock|[^\s\p{L}\d]/gu;

/** Kinds that are no letters or figures: what follows them is not glued to a word. */
const MARK_KINDS: ReadonlySet<string> = new Set([...Object.values(MARKS), 'mark']);
/** Kinds that may follow a letter or figure without a space: "5pm", "Monday's", "2011-12". */
const GLUED: ReadonlySet<string> = new Set([...MARK_KINDS, 'meridiem', 'zone']);

/**
 * Splits a text into tokens. Ambiguous words get the sense of a date only where spelling allows it: "may" and "march"
 * need a capital letter, "Sun" and "Mar" a capital and no more letters in capitals, "no" must be "No.".
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let before: Token | undefined;
  const addresses = addressesIn(text);
  for (let at = 0; ; ) {
    const start = skipSpace(text, at);
    if (start >= text.length) break;
    at = tokenEnd(text, start);
    const found = text.slice(start, at);
    const known = senseOf(found);
    const glued = before !== undefined && before.end === start && !MARK_KINDS.has(before.kind);
    const runsOn = known.kind === 'figures' && /\p{L}/u.test(text.charAt(at));
    const addressed = addresses.length > 0 && addresses.some(([from, to]) => start >= from && start < to);
    const coded = known.kind === 'shortYear' && /^(?:quarterCode|halfCode|fy)$/.test(before?.kind ?? '');
    const sense = runsOn || addressed || (glued && !coded && !GLUED.has(known.kind)) ? PLAIN : known;
    before = { start, end: at, text: found, kind: sense.kind, value: sense.value };
    tokens.push(before);
  }
  return joinChunks(tokens, text);
}

/** Where the token ends that begins at a place: every character but blank space belongs to one. */
function tokenEnd(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (isMark(first)) {
    const next = text.charCodeAt(start + 1);
    // "'s", "'21".
    const isOpen = (first === APOSTROPHE || first === CURLY) && (next === SMALL_S || isFigure(next));
    if (!isOpen) return start + 1;
  }
  let end = start;
  let next = first;
  while (isPlain(next, end > start)) next = text.charCodeAt(++end);
  // Most tokens are words of plain letters; a single one may begin "a.m." or "o'clock".
  const isWord = end > start + 1 ? !(next > 127) || isMark(next) : end > start && isBlankOrNothing(next);
  if (isWord) return end;
  TOKEN.lastIndex = start;
  return TOKEN.test(text) ? TOKEN.lastIndex : text.length;
}

const APOSTROPHE = 0x27;
const CURLY = 0x2019;
const SMALL_S = 0x73;

/** A space, or the end of the text. */
function isBlankOrNothing(code: number): boolean {
  return code === 0x20 || Number.isNaN(code);
}

function isFigure(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Surely neither a letter nor a figure nor blank: the marks of ASCII, dashes and quotation marks. */
function isMark(code: number): boolean {
  return (
    (code > 0x20 && code < 48) ||
    (code > 57 && code < 65) ||
    (code > 90 && code < 97) ||
    (code > 122 && code < 127) ||
    (code >= 0x2010 && code < 0x2028)
  );
}

/** An ASCII letter, or, behind one, a figure. */
function isPlain(code: number, inside: boolean): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (inside && code >= 48 && code <= 57);
}

/** The first place at or after another where no blank space stands. */
function skipSpace(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) continue;
    if (code < 0xa0 || !/\s/.test(text.charAt(at))) break;
  }
  return at;
}

/** Where web and e-mail addresses stand: their figures and words are no dates. */
function addressesIn(text: string): readonly (readonly [from: number, to: number])[] {
  if (!text.includes('/') && !text.includes('www.') && !text.includes('@')) return [];
  const found: [number, number][] = [];
  for (const { 0: run, index } of text.matchAll(/\S+/g)) {
    if (/:\/\/|www\.|[a-z]\.[a-z]{2,6}\/|\w@\w/i.test(run)) found.push([index, index + run.length]);
  }
  return found;
}
