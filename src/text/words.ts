import { wordEnd } from './scanning/word-end.ts';

/** One word of a text: offsets in UTF-16 units, end exclusive. */
export interface Token {
  readonly start: number;
  readonly end: number;
}

/** The words of `text.slice(start, end)`, in order, with offsets into `text`. */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = [];
  for (let at = start; at < end; ) {
    const found = wordEnd(text, at, end);
    if (found > at) tokens.push({ start: at, end: found });
    at = Math.max(found, at + 1);
  }
  return tokens;
}

const APOSTROPHES = /['’ʼ‘`´]/g;
const POSSESSIVE = /(?:['’ʼ‘`´]s|['’ʼ‘`´])$/i;
const MARKS = /\p{M}/gu;
const ASCII_WORD = /^[a-z0-9]*$/;
/** Letters that Unicode's decomposition leaves alone but that people type without their strokes. */
const STROKES: ReadonlyMap<string, string> = new Map([
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ı', 'i'],
  ['ħ', 'h'],
]);

/** Acronyms, and spelt-out names glued to one word (`joinsNext`), of countries that go by both. */
const COUNTRY_ACRONYMS: ReadonlyMap<string, string> = new Map([
  ['US', 'usa'],
  ['U.S.', 'usa'],
  ['U.S.A.', 'usa'],
  ['unitedstates', 'usa'],
  ['unitedkingdom', 'uk'],
]);

/**
 * The spelling under which a word is looked up: lower case, no diacritics, no apostrophes, no possessive, no thousands
 * separators. Acronyms of countries meet their spelt-out form ("U.S.", "US" → "usa"), which keeps them apart from "us".
 */
export function normalizeWord(raw: string): string {
  const country = COUNTRY_ACRONYMS.get(raw);
  if (country !== undefined) return country;
  let word = raw.toLowerCase();
  if (ASCII_WORD.test(word)) return word;
  word = word.replace(POSSESSIVE, '').replace(APOSTROPHES, '').normalize('NFKD').replace(MARKS, '');
  if (/^\p{N}/u.test(word)) return word.replace(/,(?=\p{N}{3})/gu, '');
  if (/^(?:\p{L}\.)+$/u.test(word)) word = word.replaceAll('.', '');
  return word.replace(/[^\0-\x7f]/g, (letter) => STROKES.get(letter) ?? letter);
}

/** Whether a capital letter stands at an offset of a text. */
export function opensWithCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(text.slice(at, at + 2));
}

/** Articles and particles that transliterated names carry, glued or not: "Al-Shaer", "al Shaer", "alShaer". */
const NAME_PARTICLES = new Set([
  'al',
  'el',
  'ash',
  'as',
  'an',
  'ar',
  'at',
  'az',
  'ad',
  'abu',
  'bin',
  'ibn',
  'abd',
  'ben',
]);
const LONGEST_PARTICLE = 3;

/**
 * Whether two neighbouring words are also indexed as one, so that "Al-Shaer", "Al Shaer" and "Alshaer" meet: always
 * across a hyphen, after a name's article when the next word is a name, and in the names of two countries.
 */
export function joinsNext(text: string, left: Token, right: Token): boolean {
  if (right.start - left.end !== 1) return false;
  const gap = text[left.end];
  if (gap === '-' || gap === '‐' || gap === '‑') return true;
  if (gap !== ' ') return false;
  if (
    text.startsWith('United', left.start) &&
    /^(?:States|Kingdom)$/.test(text.slice(right.start, right.end))
  )
    return true;
  const length = left.end - left.start;
  if (length < 2 || length > LONGEST_PARTICLE || !opensWithCapital(text, right.start)) return false;
  return NAME_PARTICLES.has(text.slice(left.start, left.end).toLowerCase());
}
