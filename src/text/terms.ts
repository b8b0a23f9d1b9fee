import { SpellingTable } from './scanning/spelling-table.ts';
import { wordEnd } from './scanning/word-end.ts';
import { isStopWord } from './stop-words.ts';
import { joinsNext, normalizeWord, type Token } from './words.ts';

/** A word with the term it is indexed under. */
export interface Word extends Token {
  /** Normalised and stemmed. */
  readonly term: string;
  readonly stop: boolean;
  /** The term of this word glued to the next one, where a hyphen or a name's article joins them. */
  readonly joined?: string;
  /** The same object wherever the word is spelt like this, as long as the reader has not forgotten it. */
  readonly spelling: Spelling;
}

/** What all words of one spelling share. */
export interface Spelling {
  readonly letters: string;
  readonly term: string;
  readonly stop: boolean;
}

const DEFAULTS = {
  /** Spellings that are remembered, some hundred bytes each; the others are stemmed again when they are met. */
  spellings: 30_000,
} as const;

/**
 * Turns text into terms. Holds a cache of spellings (a corpus has some hundred thousand of them, each met many
 * times), which is why it is a class; the outcome depends on the text alone.
 */
export class TermReader {
  readonly #stem: (word: string) => string;
  readonly #spellings: SpellingTable<Spelling>;

  /**
   * @param stem Porter2 stem of a normalised word
   * @param most spellings that are remembered
   */
  constructor(stem: (word: string) => string, most: number = DEFAULTS.spellings) {
    this.#stem = stem;
    this.#spellings = new SpellingTable(most);
  }

  /** How often it has forgotten all spellings: from then on it gives their numbers anew. */
  get forgotten(): number {
    return this.#spellings.forgotten;
  }

  /** The words of `text.slice(start, end)`, with offsets into `text`. */
  read(text: string, start = 0, end = text.length): Word[] {
    const words: Word[] = [];
    let left: Word | undefined;
    this.each(text, start, end, (number, from, to, joins) => {
      const spelling = this.spelling(number);
      const word = { start: from, end: to, term: spelling.term, stop: spelling.stop, spelling };
      if (left !== undefined) words.push({ ...left, joined: this.joinedIn(text, left, word) });
      left = joins ? word : undefined;
      if (!joins) words.push(word);
    });
    return words;
  }

  /**
   * The same for who needs no list of them.
   * @param take is given each word by the number of its spelling (from 0 on, as they came; good until something else is
   *   read), where it stands, and whether it and the next one are also written as one
   * @returns how many words there are
   */
  each(
    text: string,
    start: number,
    end: number,
    take: (spelling: number, start: number, end: number, joins: boolean) => void,
  ): number {
    let count = 0;
    // The word before, whose neighbour had to be known.
    let [from, to] = [0, 0];
    for (let at = start; at < end; ) {
      const found = wordEnd(text, at, end);
      if (found > at) {
        if (count++ > 0) take(this.#numberOf(text, from, to), from, to, isJoined(text, from, to, at, found));
        [from, to] = [at, found];
      }
      at = Math.max(found, at + 1);
    }
    if (count > 0) take(this.#numberOf(text, from, to), from, to, false);
    return count;
  }

  /** The spelling of a number that `each` has given. @throws {RangeError} for another number */
  spelling(number: number): Spelling {
    const spelling = this.#spellings.valueOf(number);
    if (spelling === undefined) throw new RangeError(`There is no spelling ${number}`);
    return spelling;
  }

  /** The term of one spelling. */
  term(raw: string): string {
    return this.spelling(this.#numberOf(raw, 0, raw.length)).term;
  }

  /** The term of two words written as one. */
  joined(left: string, right: string): string {
    return this.term(normalizeWord(left) + normalizeWord(right));
  }

  /** The same for two words of a text. */
  joinedIn(text: string, left: Token, right: Token): string {
    return this.joined(text.slice(left.start, left.end), text.slice(right.start, right.end));
  }

  #numberOf(text: string, start: number, end: number): number {
    return this.#spellings.numberOf(text, start, end, (letters) => {
      const word = normalizeWord(letters);
      return { letters, term: this.#stem(word), stop: isStopWord(word, letters) };
    });
  }
}

/** Most words stand apart by one blank, and are no names: then nothing need be asked. */
function isJoined(text: string, start: number, end: number, nextStart: number, nextEnd: number): boolean {
  if (nextStart - end !== 1) return false;
  return joinsNext(text, { start, end }, { start: nextStart, end: nextEnd });
}
