import { findLetters } from '../../text/find-letters.ts';
import { ROLE_WORDS } from './role-words.ts';

/** How far from the name the hint looks, in characters. */
const HINT_REACH = 60;
const SURELY_BEHIND =
  /^["”’']?(?:\s+(?:(?:is|was|are|were|remains|became|serves as|served as) (?:an?|the|one of)|refers? to|consists? of|means|(?:is|are) defined as)\s|\s*[,–—(]\s*(?:an?|the|who|which|one of|known as|or)\s)/u;
const MAYBE_BEHIND = /^["”’'*_]{0,3}(?:\s+(?:is|are)\s|\s*[,:–—(-]\s*\p{Ll}+\s|\s+\p{Ll}{4,})/u;
const SURELY_BEFORE = new RegExp(
  `\\b(?:${ROLE_WORDS}|called|named|known as|dubbed)[.,]?\\s["“‘']?(?:\\p{Lu}[\\p{L}.'’-]*\\s){0,3}$`,
  'iu',
);
const MAYBE_BEFORE =
  /(?:\p{Ll}{4} of|,? or|\s(?!\p{Ll}{0,12}(?:ed|ing|ly)\s|(?:that|with|from|when|after|says|said|tells|told|into|than|over|before|while|about|against|between|because|where|which)\s)\p{Ll}{4,15})\s["“‘']?(?:\p{Lu}[\p{L}.'’-]*\s){0,2}$|\($/u;

/** How likely a sentence says who or what a name is, by its bare text. */
export type DefinitionHint = 'surely' | 'maybe' | 'no';

/**
 * Makes a quick test, of the bare text, whether a sentence may say who or what a name is: for choosing which of many
 * sentences to read.
 * @param lastWord of the name, as it is written in the question
 */
export function createDefinitionHint(lastWord: string): (text: string) => DefinitionHint {
  const findName = findLetters(lastWord);
  return (text) => {
    let hint: DefinitionHint = 'no';
    for (const { start, end } of findName(text)) {
      const after = text.slice(end, end + HINT_REACH);
      const before = text.slice(Math.max(0, start - HINT_REACH), start);
      if (SURELY_BEHIND.test(after) || SURELY_BEFORE.test(before)) return 'surely';
      if (MAYBE_BEHIND.test(after) || MAYBE_BEFORE.test(before)) hint = 'maybe';
    }
    return hint;
  };
}
