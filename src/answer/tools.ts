import { createGazetteer } from '../text/gazetteer.ts';
import { loadOpposites, loadOtherWords } from '../text/other-words.ts';
import { TermReader } from '../text/terms.ts';
import { loadLanguage } from '../text/wink.ts';
import { loadWordVectors } from '../text/word-vectors.ts';
import type { Tools } from './engine.ts';
import { loadModel, type Model } from './model.ts';
import { createRelations } from './relations.ts';

/** Loads what answering needs besides a corpus: the language model, the gazetteer, the ranker's weights. */
export function loadTools(model: Model = loadModel()): Tools {
  const language = loadLanguage();
  const reader = new TermReader(language.stem);
  const termOf = (word: string): string => reader.term(word);
  return {
    language,
    reader,
    otherWords: loadOtherWords(termOf),
    opposites: loadOpposites(),
    relations: createRelations(termOf),
    gazetteer: createGazetteer(),
    vectors: loadWordVectors(),
    model,
  };
}
