import { createGazetteer, type Gazetteer } from '../text/gazetteer.ts';
import { loadOpposites, loadOtherWords, loadSynonyms, type OtherWords } from '../text/other-words.ts';
import { TermReader } from '../text/terms.ts';
import { type Language, loadLanguage } from '../text/wink.ts';
import { loadWordVectors, type WordVectors } from '../text/word-vectors.ts';
import { loadModel, type Model } from './ranking/load-model.ts';
import { createPhrasalVerbs, type PhrasalVerbs } from './topic/phrasal-verbs.ts';
import { createRelations, type Relations } from './topic/relation-words.ts';
import { createRoles, type Roles } from './topic/roles.ts';

/** What all questions share, whatever the corpus. */
export interface Tools {
  readonly language: Language;
  readonly reader: TermReader;
  readonly gazetteer: Gazetteer;
  readonly vectors: WordVectors;
  readonly otherWords: OtherWords;
  readonly opposites: OtherWords;
  readonly synonyms: OtherWords;
  readonly relations: Relations;
  readonly phrasal: PhrasalVerbs;
  readonly roles: Roles;
  readonly model: Model;
}

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
    synonyms: loadSynonyms(),
    relations: createRelations(termOf),
    phrasal: createPhrasalVerbs(termOf),
    roles: createRoles(),
    gazetteer: createGazetteer(),
    vectors: loadWordVectors(),
    model,
  };
}
