import { isBlank } from './scanning/blanks.ts';
import type { EnglishLexicon } from './scanning/forgetful-model.ts';
import { loadSentenceModel, type SentenceModel } from './scanning/sentence-model.ts';

/**
 * Finds where sentences end in a running text.
 * @returns offsets (UTF-16 units) after each sentence's last character, in order; the last one is where the text's last
 *   non-blank character ends
 */
export type SentenceEnds = (text: string) => number[];

/** The tokenizer's time grows with the square of a word's length; no word of a language is this long. */
const MONSTER = 200;

/**
 * wink-nlp's sentence boundaries. Make it once: the model is loaded with the first text, takes a few hundred milliseconds
 * and, with a lexicon of its own, 20 MB; who opens a corpus that is indexed already never needs it.
 * @param lexicon that of another model, so that it is read once
 */
export function createSentenceEnds(lexicon?: EnglishLexicon): SentenceEnds {
  let model: SentenceModel | undefined;
  const byModel: SentenceEnds = (text) => {
    model ??= loadSentenceModel(lexicon);
    return model(text) ?? endsByMarks(text);
  };
  return (text) => {
    if (!hasMonster(text)) return byModel(text);
    const ends: number[] = [];
    for (const line of text.matchAll(/[^\n]+/g)) {
      const inLine = hasMonster(line[0]) ? endsByMarks(line[0]) : byModel(line[0]);
      for (const end of inLine) ends.push(line.index + end);
    }
    return ends;
  };
}

/** Whether so many characters stand without a blank. It looks at few: backwards, from where such a run would end. */
function hasMonster(text: string): boolean {
  for (let from = 0; from + MONSTER <= text.length; ) {
    let at = from + MONSTER - 1;
    while (at >= from && !isBlank(text.charCodeAt(at))) at--;
    if (at < from) return true;
    from = at + 1;
  }
  return false;
}

/** The plain rule, for texts that the model is not made for. */
function endsByMarks(text: string): number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(/(?<![.!?…])[.!?…]+["”’)\]]*(?=\s)|[。！？]+/gu)) {
    ends.push(match.index + match[0].length);
  }
  const last = text.trimEnd().length;
  if (last > (ends.at(-1) ?? 0)) ends.push(last);
  return ends;
}
