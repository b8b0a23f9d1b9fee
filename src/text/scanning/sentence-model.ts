import model from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';

/** The model's sentences of a text, with other blank space than the text's. */
export type SentenceModel = (text: string) => readonly string[];

/**
 * wink-nlp's model of sentences. It takes a few hundred milliseconds and 20 MB to load. By itself it remembers every word
 * it has met, takes it for a word of its lexicon from then on, and cuts otherwise: "A.J. Brown" in two, once "A.J" stood
 * somewhere. Here it forgets them after each text, so that what it finds depends on the text alone. It is loaded once: each
 * further load takes twice as long as the one before, and about the twentieth fails.
 * @throws when the model is not the one that this is made for
 */
export function loadSentenceModel(): SentenceModel {
  const { nlp, lexemes } = load();
  return (text) => {
    const before = lexemes.list.length;
    const sentences = nlp.readDoc(text).sentences().out();
    for (let i = before; i < lexemes.list.length; i++)
      Reflect.deleteProperty(lexemes.hash, String(lexemes.list[i]));
    return sentences;
  };
}

function load() {
  const read: unknown = model.core;
  const core: unknown = typeof read === 'function' ? read() : undefined;
  const lexemes = lexemesOf(core);
  return { nlp: winkNlp({ ...model, core: () => core }, ['sbd']), lexemes };
}

/** The words of the model's lexicon, and their numbers: both grow as it reads. */
function lexemesOf(core: unknown): { readonly list: readonly unknown[]; readonly hash: object } {
  const lexemes = partOf(partOf(core, 'features'), 'lexeme');
  const [list, hash] = [partOf(lexemes, 'list'), partOf(lexemes, 'hash')];
  if (!Array.isArray(list) || typeof hash !== 'object' || hash === null)
    throw new Error('wink-eng-lite-web-model has no list of words; reinstall it with npm ci');
  return { list, hash };
}

function partOf(whole: unknown, name: string): unknown {
  return typeof whole === 'object' && whole !== null ? Reflect.get(whole, name) : undefined;
}
