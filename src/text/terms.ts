import { SpellingTable } from './scanning/spelling-table.ts';
import { isStopWord } from './stop-words.ts';
import { joinsNext, normalizeWord, type Token, tokenize } from './words.ts';

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
  readonly #spellings = new SpellingTable<Spelling>();

  readonly #most: number;

  /**
   * @param stem Porter2 stem of a normalised word
   * @param most spellings that are remembered
   */
  constructor(stem: (word: string) => string, most: number = DEFAULTS.spellings) {
    this.#stem = stem;
    this.#most = most;
  }

  /** The words of `text.slice(start, end)`, with offsets into `text`. */
  read(text: string, start = 0, end = text.length): Word[] {
    const words: Word[] = [];
    this.each(text, start, end, (spelling, token, next) => {
      const { term, stop } = spelling;
      const word = { start: token.start, end: token.end, term, stop, spelling };
      words.push(next === undefined ? word : { ...word, joined: this.joinedIn(text, token, next) });
    });
    return words;
  }

  /**
   * The same for who needs no list of them.
   * @param take is given each word, and the next one when both are written as one
   * @returns how many words there are
   */
  each(
    text: string,
    start: number,
    end: number,
    take: (spelling: Spelling, token: Token, next: Token | undefined) => void,
  ): number {
    const tokens = tokenize(text, start, end);
    for (let i = 0; i < tokens.length; i++) {
      const [token, next] = [tokens[i], tokens[i + 1]];
      if (token === undefined) continue;
      const isJoined = next !== undefined && joinsNext(text, token, next);
      take(this.#spelling(text, token.start, token.end), token, isJoined ? next : undefined);
    }
    return tokens.length;
  }

  /** The term of one spelling. */
  term(raw: string): string {
    return this.#spelling(raw, 0, raw.length).term;
  }

  /** The term of two words written as one. */
  joined(left: string, right: string): string {
    return this.term(normalizeWord(left) + normalizeWord(right));
  }

  /** The same for two words of a text. */
  joinedIn(text: string, left: Token, right: Token): string {
    return this.joined(text.slice(left.start, left.end), text.slice(right.start, right.end));
  }

  #spelling(text: string, start: number, end: number): Spelling {
    if (this.#spellings.size >= this.#most) this.#spellings.clear();
    return this.#spellings.get(text, start, end, (letters) => {
      const word = normalizeWord(letters);
      return { letters, term: this.#stem(word), stop: isStopWord(word, letters) };
    });
  }
}
