import { createGazetteer } from '../text/gazetteer.ts';
import { TermReader } from '../text/terms.ts';
import { loadLanguage } from '../text/wink.ts';
import { loadWordVectors } from '../text/word-vectors.ts';
import type { Tools } from './engine.ts';
import { loadModel, type Model } from './model.ts';

/** Loads what answering needs besides a corpus: the language model, the gazetteer, the ranker's weights. */
export function loadTools(model: Model = loadModel()): Tools {
  const language = loadLanguage();
  return {
    language,
    reader: new TermReader(language.stem),
    gazetteer: createGazetteer(),
    vectors: loadWordVectors(),
    model,
  };
}
