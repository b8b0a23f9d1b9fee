import model from 'wink-eng-lite-web-model';
import { isBlank } from './blanks.ts';
import { type EnglishLexicon, loadForgetfulModel } from './forgetful-model.ts';
import { OTHER, readSentenceMachine, type SentenceMachine } from './sentence-machine.ts';

/** What a word between blanks is to the machine that finds the ends of sentences. */
interface WordSigns {
  /** Of each of the tokens that wink-nlp cuts it into. */
  readonly signs: readonly number[];
  /** Where each of them ends; 0 for what is blank. */
  readonly ends: readonly number[];
  /** The first one's behind a space. */
  readonly spaced: number;
}

/** wink-nlp's model for the ends of sentences: its machine, and what that reads. */
export interface SignModel {
  readonly machine: SentenceMachine;
  /** The sign of an abbreviation that a sentence may end with. */
  readonly abbreviation: number;
  /** @returns `undefined` when the tokens are not the word, character for character */
  signsOf(word: string): WordSigns | undefined;
  /** Whether the lexicon has a word, spelt like this. */
  has(word: string): boolean;
  /** The same for a word with a mark that may end a sentence: of those there are few. */
  hasMarked(word: string): boolean;
}

const DEFAULTS = {
  /** Words whose signs are remembered, some hundred bytes each; the others are read again when they are met. */
  words: 20_000,
} as const;

/**
 * Loads the model, which takes a few hundred milliseconds.
 * @param lexicon see `loadForgetfulModel`
 * @throws when it is not the one that this is made for
 */
export function loadSignModel(most: number = DEFAULTS.words, lexicon?: EnglishLexicon): SignModel {
  const parts: unknown = typeof model.sbd === 'function' ? model.sbd() : undefined;
  const [json] = listIn(parts, 'machines');
  const [transform] = listIn(parts, 'transformers');
  if (typeof transform !== 'function') throw broken();
  const machine = readSentenceMachine(json);
  const events: unknown[] = [];
  // What wink-nlp has its own machine read is written down.
  const record = (...args: readonly unknown[]): unknown => {
    const event: unknown = Reflect.apply(transform, undefined, args);
    events[Number(args[3])] = event;
    return event;
  };
  const sbd = () => Object.assign({}, parts, { transformers: [record] });
  const words = loadForgetfulModel(['sbd'], { parts: { sbd }, ...(lexicon && { lexicon }) });
  const look = (text: string): { readonly signs: number[]; readonly tokens: readonly string[] } => {
    events.length = 0;
    const tokens = words.read(text, (document) => document.tokens().out());
    return { tokens, signs: tokens.map((token, at) => machine.signOf(token === '\n' ? token : events[at])) };
  };
  const make = (word: string): WordSigns | undefined => {
    const { signs, tokens } = look(word);
    const ends = locate(word, tokens);
    const [first = OTHER] = signs;
    // What no rule has is nothing behind a space either.
    return ends && { signs, ends, spaced: first === OTHER ? OTHER : (look(` ${word}`).signs[0] ?? OTHER) };
  };
  const [abbreviation = OTHER] = look('etc.').signs;
  if (abbreviation === OTHER) throw broken();
  const marked = words.withAny('.!?');
  const known = new Map<string, WordSigns | undefined>();
  return {
    machine,
    abbreviation,
    has: (word) => words.has(word),
    hasMarked: (word) => marked.has(word),
    signsOf(word) {
      const found = known.get(word);
      if (found !== undefined || known.has(word)) return found;
      if (known.size >= most) known.clear();
      const made = make(word);
      // A copy, that does not keep the whole text alive.
      known.set(Buffer.from(word, 'utf16le').toString('utf16le'), made);
      return made;
    },
  };
}

/** Where tokens end in their word, blank space apart; `undefined` when they are not those of the word. */
function locate(word: string, tokens: readonly string[]): number[] | undefined {
  const ends: number[] = [];
  let at = 0;
  const skipBlank = (): void => {
    while (at < word.length && isBlank(word.charCodeAt(at))) at++;
  };
  for (const token of tokens) {
    let end = ends.at(-1) ?? 0;
    for (let i = 0; i < token.length; i++) {
      const code = token.charCodeAt(i);
      if (isBlank(code)) continue;
      skipBlank();
      if (word.charCodeAt(at) !== code) return undefined;
      end = ++at;
    }
    ends.push(end);
  }
  skipBlank();
  return at === word.length ? ends : undefined;
}

function listIn(whole: unknown, name: string): readonly unknown[] {
  const list: unknown = typeof whole === 'object' && whole !== null ? Reflect.get(whole, name) : undefined;
  if (!Array.isArray(list)) throw broken();
  return list;
}

function broken(): Error {
  return new Error('wink-eng-lite-web-model has no model of sentences; reinstall it with npm ci');
}
