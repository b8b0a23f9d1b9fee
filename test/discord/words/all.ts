import { openDictionary, type Words } from '../../../src/discord/words/words.ts';

const DICTIONARY = openDictionary();

/** What most tests expect. */
export const EN: Words = DICTIONARY.en;

/** Every language, for what must hold in all of them. */
export const ALL: readonly Words[] = Object.values(DICTIONARY);
