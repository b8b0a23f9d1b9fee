import model from 'wink-eng-lite-web-model';
import type { ItemToken } from 'wink-nlp';
import { type EnglishLexicon, loadForgetfulModel, readLexicon } from './scanning/forgetful-model.ts';

/** wink-nlp's parts of speech (Universal Dependencies tags). */
type PartOfSpeech = string;

export interface TaggedWord {
  readonly value: string;
  readonly pos: PartOfSpeech;
}

/** The language tools that wink-nlp lends; made once (loading the model takes some 100 ms) and passed around. */
export interface Language {
  /**
   * Porter2 stem of a lower-case word; irregular forms meet their base form ("won" → "win", "children" → "child"). A
   * run of letters longer than any word stays as it is.
   */
  stem(word: string): string;
  /** Tokens of a short text with their part of speech; the rest of a long one is passed over. */
  tag(text: string): TaggedWord[];
  /** Whether a word stands in the model's lexicon of some 80,000 English words. */
  knows(word: string): boolean;
  /** The lexicon, for another model: `createSentenceEnds`. */
  readonly lexicon: EnglishLexicon;
}

/** Beyond these a text is no language, and wink-nlp's time grows with the square or worse. */
const LANGUAGE_LIMITS = {
  /** Letters of a word that is stemmed, or looked up. The longest English words have some forty. */
  word: 48,
  /** Characters without a blank that are tagged as one piece; addresses are longer, and are cut. */
  run: 64,
  /** Characters of a text that is tagged. */
  text: 4000,
} as const;

const LONG_RUN = new RegExp(`\\S{${LANGUAGE_LIMITS.run}}`, 'g');

function asStringFunction(value: unknown, name: string): (...args: readonly unknown[]) => string {
  if (typeof value !== 'function')
    throw new Error(`wink-eng-lite-web-model has no ${name}; reinstall it with npm ci`);
  return (...args) => {
    const out: unknown = Reflect.apply(value, undefined, args);
    return typeof out === 'string' ? out : '';
  };
}

/** The stemmer of `Language`, without the model that the rest of it needs. @throws when the model lacks its stemmer */
export function createStem(): Language['stem'] {
  const porter = asStringFunction(model.addons.stem, 'stemmer');
  const lemmatize = asStringFunction(model.addons.lemmatize, 'lemmatizer');
  // Only the lists of irregular forms are wanted: regular endings are the stemmer's work.
  const noRegularForms = { hasSamePOS: () => false };
  const base = (word: string): string => {
    const verb = lemmatize(word, 'VERB', noRegularForms);
    return verb === word ? lemmatize(word, 'NOUN', noRegularForms) : verb;
  };
  return (word) => (word.length <= LANGUAGE_LIMITS.word ? porter(base(word)) : word);
}

/** Loads wink-nlp and its English model. Throws when the model lacks its stemmer (a broken installation). */
export function loadLanguage(): Language {
  const lexicon = readLexicon();
  const language = loadForgetfulModel(['sbd', 'pos'], { lexicon });
  const idOf = (word: string): number =>
    language.read(word, (document, its) => Number(document.tokens().itemAt(0).out(its.uniqueId)));
  // Words beyond the lexicon get rising numbers as they are met, so the first of them tells where it ends.
  const lexiconEnd = idOf('qxzvwqxz');
  return {
    lexicon,
    knows: (word) => word !== '' && word.length <= LANGUAGE_LIMITS.word && idOf(word) < lexiconEnd,
    stem: createStem(),
    tag: (text) =>
      language.read(text.slice(0, LANGUAGE_LIMITS.text).replace(LONG_RUN, '$& '), (document, its) => {
        const words: TaggedWord[] = [];
        document.tokens().each((token: ItemToken) => {
          const pos = token.out(its.pos);
          words.push({ value: token.out(), pos });
        });
        return words;
      }),
  };
}
