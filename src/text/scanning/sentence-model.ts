import { isBlank } from './blanks.ts';
import type { EnglishLexicon } from './forgetful-model.ts';
import { LINE_FEED, OTHER } from './sentence-machine.ts';
import { loadSignModel, type SignModel } from './word-signs.ts';

/** Where the model's sentences of a text end, in order; `undefined` when it does not give the text again. */
export type SentenceModel = (text: string) => number[] | undefined;

/**
 * wink-nlp's ends of sentences. Its machine goes on from a full stop, a question mark, an abbreviation or an empty line,
 * and gives up at an ordinary word: so it reads those only, and what comes right behind them. What wink-nlp cuts a word
 * into and takes it for is asked once for each word. All together that takes a tenth of wink-nlp's time.
 * @param lexicon see `loadForgetfulModel`
 * @throws see `loadSignModel`
 */
export function loadSentenceModel(lexicon?: EnglishLexicon): SentenceModel {
  const model = loadSignModel(undefined, lexicon);
  return (text) => {
    const reading = new Reading(text, model);
    for (let at = 0; at < text.length; ) {
      const [start, end] = reading.goesOn ? nextWord(text, at) : nextWithMark(text, at);
      if (start < end && !reading.add(start, end)) return undefined;
      at = end;
    }
    return reading.ends();
  };
}

/** The signs of one text, as far as the machine needs them. */
class Reading {
  readonly #text: string;
  readonly #model: SignModel;
  readonly #signs: number[] = [];
  readonly #ends: number[] = [];
  /** Whether the machine may be in the middle of something. */
  goesOn = false;

  constructor(text: string, model: SignModel) {
    this.#text = text;
    this.#model = model;
  }

  /** Adds the word from `start` to `end`. @returns false when wink-nlp does not give it again */
  add(start: number, end: number): boolean {
    const letters = endOfLetters(this.#text, start, end);
    if (letters === end && end - start > 1) return this.#push(this.#ofLetters(start, end), end);
    if (this.#isMarkedWord(start, letters, end)) {
      this.#push(this.#ofLetters(start, letters), letters);
      for (let at = letters; at < end; at++) this.#push(this.#ofMark(at), at + 1);
      return true;
    }
    const isSpaced = start > 0 && kindOf(this.#text.charCodeAt(start - 1)) === SPACE;
    // "1,000", "McDonald’s", "(the": whatever it is cut into, it begins with nothing that the machine waits for.
    if (!this.#isAbbreviated() && isPlain(this.#text, start, end, isSpaced)) return this.#push(OTHER, end);
    const word = this.#model.signsOf(this.#text.slice(start, end));
    if (word === undefined) return false;
    for (const [at, sign] of word.signs.entries())
      this.#push(at === 0 && isSpaced ? word.spaced : sign, this.#endOf(start, word.ends[at] ?? 0));
    return true;
  }

  ends(): number[] {
    const all = this.#model.machine.ends(this.#signs).map((place) => this.#ends[place] ?? 0);
    all.push(this.#endOf(this.#text.length, 0));
    return all.filter((end, i) => end > (all[i - 1] ?? 0));
  }

  #push(sign: number, end: number): true {
    this.#signs.push(sign);
    this.#ends.push(end);
    if (sign !== LINE_FEED) this.goesOn = sign !== OTHER;
    return true;
  }

  /** Only behind an abbreviation it matters whether a word is one that opens sentences; those are in the lexicon. */
  #ofLetters(start: number, end: number): number {
    if (!this.#isAbbreviated()) return OTHER;
    const word = this.#text.slice(start, end);
    if (!this.#model.has(word) && !this.#model.has(word.toLowerCase())) return OTHER;
    return this.#model.signsOf(word)?.signs[0] ?? OTHER;
  }

  /** "sank.", "sank.”": letters and their mark, with a closing mark or without, unless the lexicon has that as a whole. */
  #isMarkedWord(start: number, letters: number, end: number): boolean {
    if (letters - start < 2 || !isMark(this.#text.charCodeAt(letters))) return false;
    const rest = end - letters;
    if (rest > 2 || (rest === 2 && !isClosing(this.#text.charCodeAt(letters + 1)))) return false;
    return !this.#hasMarked(start, letters + 1) && (rest === 1 || !this.#hasMarked(start, end));
  }

  #ofMark(at: number): number {
    return this.#model.signsOf(this.#text.charAt(at))?.signs[0] ?? OTHER;
  }

  #hasMarked(start: number, end: number): boolean {
    return this.#model.hasMarked(this.#text.slice(start, end));
  }

  #isAbbreviated(): boolean {
    return this.#signs.findLast((sign) => sign !== LINE_FEED) === this.#model.abbreviation;
  }

  /** Where a token ends; what is blank ends with what stands before it. */
  #endOf(start: number, end: number): number {
    let at = start + end;
    if (end === 0) while (at > 0 && isBlank(this.#text.charCodeAt(at - 1))) at--;
    return at;
  }
}

/** What wink-nlp cuts a text at; breaks are words of their own. */
const [WORD, SPACE, BREAK] = [0, 1, 2];

function kindOf(code: number): number {
  if (code <= 0x20) {
    if (code === 0x20) return SPACE;
    return code === 0x0a || code === 0x0d || code === 0x09 ? BREAK : WORD;
  }
  if (code < 0xa0) return WORD;
  const isSpace =
    code === 0xa0 ||
    (code >= 0x2002 && code <= 0x2005) ||
    code === 0x2009 ||
    code === 0x200a ||
    code === 0x202f ||
    code === 0x205f;
  return isSpace ? SPACE : WORD;
}

function isMark(code: number): boolean {
  return code === 0x2e || code === 0x21 || code === 0x3f;
}

/** Straight or curly, as it closes a quotation. */
function isClosing(code: number): boolean {
  return code === 0x22 || code === 0x27 || code === 0x201d || code === 0x2019;
}

/** The next word or break from a place on. */
function nextWord(text: string, from: number): [start: number, end: number] {
  let start = from;
  while (start < text.length && kindOf(text.charCodeAt(start)) === SPACE) start++;
  return [start, endOfRun(text, start)];
}

/** The next word with a mark in it, or break. */
function nextWithMark(text: string, from: number): [start: number, end: number] {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isMark(code)) {
      let start = at;
      while (start > from && kindOf(text.charCodeAt(start - 1)) === WORD) start--;
      return [start, endOfRun(text, at)];
    }
    if (code < 0x20 && kindOf(code) === BREAK) return [at, endOfRun(text, at)];
  }
  return [text.length, text.length];
}

function endOfRun(text: string, start: number): number {
  const kind = kindOf(text.charCodeAt(start));
  let end = start;
  while (end < text.length && kindOf(text.charCodeAt(end)) === kind) end++;
  return end;
}

function endOfLetters(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isLetter(text.charCodeAt(at))) at++;
  return at;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** Whether a word begins with a letter, a digit or an opening mark, and has no mark of an end. */
function isPlain(text: string, start: number, end: number, isSpaced: boolean): boolean {
  const first = text.charCodeAt(start);
  if (!isLetter(first) && !(first >= 0x30 && first <= 0x39) && !isOpening(first, isSpaced)) return false;
  for (let at = start; at < end; at++) if (isMark(text.charCodeAt(at))) return false;
  return true;
}

/** A straight mark opens only behind a space. */
function isOpening(code: number, isSpaced: boolean): boolean {
  const isStraight = code === 0x22 || code === 0x27;
  return (isStraight && isSpaced) || code === 0x201c || code === 0x2018 || code === 0x28 || code === 0x5b;
}
