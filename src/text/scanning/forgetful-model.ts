import model from 'wink-eng-lite-web-model';
import winkNlp, { type Document, type ItsHelpers } from 'wink-nlp';

/** wink-nlp with its English model. */
export interface ForgetfulModel {
  /** @param use is given the document, and keeps nothing of it */
  read<T>(text: string, use: (document: Document, its: ItsHelpers) => T): T;
  /** Whether the lexicon has a word, spelt like this. */
  has(word: string): boolean;
  /** The words of the lexicon with one of these characters in them. */
  withAny(characters: string): ReadonlySet<string>;
}

/** wink-nlp's lexicon of English, as it was read: none of the models that are made of it changes it. */
export interface EnglishLexicon {
  readonly core: object;
}

interface ForgetfulOptions {
  /** That of another model, so that it is read once; absent: one of its own. */
  readonly lexicon?: EnglishLexicon;
  readonly words?: number;
  /** In the place of the model's own. */
  readonly parts?: Partial<Pick<typeof model, 'sbd'>>;
}

const DEFAULTS = {
  /** Words beyond the lexicon that are met before the room they take (a hundred bytes each) is given back. */
  words: 5_000,
} as const;

/** Reads the lexicon: some 100 ms, 20 MB. @throws when there is none */
export function readLexicon(): EnglishLexicon {
  const read: unknown = model.core;
  const core: unknown = typeof read === 'function' ? read() : undefined;
  if (typeof core !== 'object' || core === null) throw broken('lexeme');
  return { core };
}

/**
 * Makes a model of wink-nlp's for English. By itself it keeps every word it has met, takes it for a word of its
 * lexicon from then on, and cuts otherwise: "A.J. Brown" in two, once "A.J" stood somewhere. Here the words are forgotten
 * after each text, so that what it finds depends on the text alone, and memory stays as it is.
 * @param pipe the annotations that are wanted, as wink-nlp calls them
 * @throws when the model is not the one that this is made for
 */
export function loadForgetfulModel(
  pipe: readonly string[],
  { lexicon = readLexicon(), words: most = DEFAULTS.words, parts = {} }: ForgetfulOptions = {},
): ForgetfulModel {
  const core = ownCore(lexicon);
  const features = GROWING.map((name) => featureOf(core, name));
  const [words] = features;
  if (words === undefined) throw broken('lexeme');
  // Only what hangs on the words is made anew, which takes some milliseconds. What the model has for entities of one's own
  // is not asked for: nobody here has any, and each time it is twice as long.
  const metaCER = () => ({ machines: [], transformers: [] });
  const make = () => winkNlp({ ...model, core: () => core, metaCER, ...parts }, [...pipe]);
  let nlp = make();
  return {
    has: (word) => Reflect.has(words.hash, word),
    withAny(characters) {
      const all = words.list.slice(0, words.own).map(String);
      return new Set(all.filter((word) => Array.from(characters).some((one) => word.includes(one))));
    },
    read(text, use) {
      const before = words.list.length;
      const result = use(nlp.readDoc(text), nlp.its);
      forgetFrom(words, before);
      if (words.list.length - words.own > most) {
        for (const feature of features) {
          forgetFrom(feature, feature.own);
          feature.list.length = feature.own;
          Reflect.set(feature.whole, 'index', feature.own);
        }
        nlp = make();
      }
      return result;
    },
  };
}

/** What the model knows of one kind, by number and by spelling: both grow as it reads. */
interface Feature {
  readonly whole: object;
  readonly list: unknown[];
  readonly hash: object;
  /** How many it had at first. */
  readonly own: number;
}

/** What a model adds to as it reads. */
const GROWING = ['lexeme', 'prefix', 'suffix', 'shape'] as const;

/** The lexicon for one model alone, which adds words to lists of its own and looks the others up where all do. */
function ownCore({ core }: EnglishLexicon): object {
  const features = Object.assign({}, partOf(core, 'features'));
  for (const name of GROWING) {
    const [list, hash] = ['list', 'hash'].map((part) => partOf(partOf(features, name), part));
    if (!Array.isArray(list) || typeof hash !== 'object') throw broken(name);
    const own = { list: Array.from(list), hash: Object.create(hash) };
    Reflect.set(features, name, Object.assign({}, partOf(features, name), own));
  }
  return Object.assign({}, core, { features });
}

function forgetFrom({ list, hash }: Feature, first: number): void {
  for (let i = first; i < list.length; i++) Reflect.deleteProperty(hash, String(list[i]));
}

function featureOf(core: unknown, name: string): Feature {
  const whole = partOf(partOf(core, 'features'), name);
  const [list, hash, own] = ['list', 'hash', 'intrinsicSize'].map((part) => partOf(whole, part));
  if (typeof whole !== 'object' || whole === null || typeof hash !== 'object' || hash === null)
    throw broken(name);
  if (!Array.isArray(list) || own !== list.length) throw broken(name);
  return { whole, list, hash, own: list.length };
}

function broken(part: string): Error {
  return new Error(`wink-eng-lite-web-model has no list of ${part}; reinstall it with npm ci`);
}

function partOf(whole: unknown, name: string): unknown {
  return typeof whole === 'object' && whole !== null ? Reflect.get(whole, name) : undefined;
}
