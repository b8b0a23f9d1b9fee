import { STOP_WORDS } from './stop-words.ts';
import { joinsNext, normalizeWord, type Token, tokenize } from './words.ts';

/** A word with the term it is indexed under. */
export interface Word extends Token {
  /** Normalised and stemmed. */
  readonly term: string;
  readonly stop: boolean;
  /** The term of this word glued to the next one, where a hyphen or a name's article joins them. */
  readonly joined?: string;
}

interface Entry {
  readonly term: string;
  readonly stop: boolean;
}

/** A corpus of any size is made of these for the most part; the others are stemmed again when they are met. */
const MOST_CACHED_SPELLINGS = 150_000;

/**
 * SerialQueue text into terms. Holds a cache of spellings (a corpus has some hundred thousand of them, each met many
 * times), which is why it is a class; the outcome depends on the text alone.
 */
export class TermReader {
  readonly #stem: (word: string) => string;
  readonly #cache = new Map<string, Entry>();

  /** @param stem Porter2 stem of a normalised word. */
  constructor(stem: (word: string) => string) {
    this.#stem = stem;
  }

  /** The words of `text.slice(start, end)`, with offsets into `text`. */
  read(text: string, start = 0, end = text.length): Word[] {
    const tokens = tokenize(text, start, end);
    const words: Word[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i];
      if (token === undefined) continue;
      const { term, stop } = this.#entry(text.slice(token.start, token.end));
      const next = tokens[i + 1];
      if (next !== undefined && joinsNext(text, token, next)) {
        const joined = this.joined(text.slice(token.start, token.end), text.slice(next.start, next.end));
        words.push({ start: token.start, end: token.end, term, stop, joined });
      } else words.push({ start: token.start, end: token.end, term, stop });
    }
    return words;
  }

  /** The term of one spelling. */
  term(raw: string): string {
    return this.#entry(raw).term;
  }

  /** The term of two words written as one. */
  joined(left: string, right: string): string {
    return this.term(normalizeWord(left) + normalizeWord(right));
  }

  #entry(raw: string): Entry {
    const known = this.#cache.get(raw);
    if (known !== undefined) return known;
    const word = normalizeWord(raw);
    const entry = { term: this.#stem(word), stop: STOP_WORDS.has(word) };
    if (this.#cache.size >= MOST_CACHED_SPELLINGS) this.#cache.clear();
    // A copy, so that the cache does not keep whole articles alive through slices of them.
    this.#cache.set(Buffer.from(raw, 'utf8').toString('utf8'), entry);
    return entry;
  }
}
