import type { Token } from './words.ts';

/** So many signs that are no letters may stand between two letters of a word that is looked for: "Al-Shaer", "U.S.". */
const WIDEST_GAP = 2;
const LETTER_OR_DIGIT = /^[\p{L}\p{N}]$/u;

/**
 * Makes a finder of a word by its letters and digits alone, whatever their case and whatever little stands between
 * them: "al shaer" finds "Al-Shaer". A find begins and ends where a word of the text does; finds come in order and may
 * overlap. The text is walked once, in time proportional to its length, whatever the word (Knuth, Morris and Pratt,
 * "Fast pattern matching in strings", 1977).
 */
export function findLetters(word: string): (text: string) => Token[] {
  const sought: number[] = [];
  for (let at = 0; at < word.length; at += lengthAt(word, at)) {
    const letter = letterAt(word, at);
    if (letter !== NO_LETTER) sought.push(letter);
  }
  const borders = bordersOf(sought);
  const length = sought.length;
  return (text) => {
    const found: Token[] = [];
    if (length === 0) return found;
    // Where the last letters stand, as many as are sought, in turns.
    const places: number[] = [];
    let matched = 0;
    let seen = 0;
    let end = 0;
    for (let at = 0; at < text.length; at += lengthAt(text, at)) {
      const letter = letterAt(text, at);
      if (letter === NO_LETTER) continue;
      if (at - end > WIDEST_GAP) matched = 0;
      end = at + lengthAt(text, at);
      while (matched > 0 && letter !== sought[matched]) matched = borders[matched] ?? 0;
      if (letter === sought[matched]) matched++;
      places[seen++ % length] = at;
      if (matched < length) continue;
      matched = borders[matched] ?? 0;
      const start = places[seen % length] ?? at;
      if (letterAt(text, end) === NO_LETTER && !endsWithLetter(text, start)) found.push({ start, end });
    }
    return found;
  };
}

/** For each number of matched letters, how many of them still match when the next one does not. */
function bordersOf(sought: readonly number[]): number[] {
  const borders = [0, 0];
  let border = 0;
  for (let i = 1; i < sought.length; i++) {
    while (border > 0 && sought[i] !== sought[border]) border = borders[border] ?? 0;
    if (sought[i] === sought[border]) border++;
    borders.push(border);
  }
  return borders;
}

const NO_LETTER = -1;

/** The letter (in lower case) or digit at an offset, as a code point. */
function letterAt(text: string, at: number): number {
  const code = text.codePointAt(at) ?? 0;
  if (code < 128) {
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) return code;
    return code >= 65 && code <= 90 ? code + 32 : NO_LETTER;
  }
  const sign = String.fromCodePoint(code);
  return LETTER_OR_DIGIT.test(sign) ? (sign.toLowerCase().codePointAt(0) ?? code) : NO_LETTER;
}

const lengthAt = (text: string, at: number): number => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

const endsWithLetter = (text: string, end: number): boolean =>
  end > 0 &&
  (letterAt(text, end - 1) !== NO_LETTER ||
    (letterAt(text, end - 2) !== NO_LETTER && lengthAt(text, end - 2) === 2));
