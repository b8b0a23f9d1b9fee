import { findLetters } from '../text/find-letters.ts';
import { ROLE_WORDS } from './role-words.ts';

/** How far from the name the hint looks, in characters. */
const HINT_REACH = 60;
const DEFINES_BEHIND =
  /^["”’']?(?:\s+(?:is|was|are|were|serves as|served as) (?:an?|the|one of)\b|\s*[,–—(]\s*(?:an?|the|who|which|one of|known as)\b)/iu;
const DEFINES_BEFORE = new RegExp(
  `\\b(?:${ROLE_WORDS})[,]?\\s["“‘']?(?:\\p{Lu}[\\p{L}.'’-]*\\s){0,3}$`,
  'iu',
);

/**
 * Makes a quick test, of the bare text, whether a sentence may say who or what a name is: for choosing which of many
 * sentences to read.
 * @param lastWord of the name, as it is written in the question
 */
export function createDefinitionHint(lastWord: string): (text: string) => boolean {
  const findName = findLetters(lastWord);
  return (text) => {
    for (const { start, end } of findName(text)) {
      if (DEFINES_BEHIND.test(text.slice(end, end + HINT_REACH))) return true;
      if (DEFINES_BEFORE.test(text.slice(Math.max(0, start - HINT_REACH), start))) return true;
    }
    return false;
  };
}
