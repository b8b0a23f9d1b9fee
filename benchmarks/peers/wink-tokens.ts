import model from 'wink-eng-lite-web-model';
import type { ItemToken, ItsFunction } from 'wink-nlp';
import winkNLP from 'wink-nlp';
import { z } from 'zod';
import type { StopWords } from './peer.ts';

/**
 * A text's words as the README of wink-bm25-text-search prepares them: stems, negated ones marked, without punctuation
 * (and, as there, without numbers).
 */
export type WinkTokens = (text: string, stopWords: StopWords) => string[];

/** Make it once: a second wink-nlp on the same model is slow and grows with each one. */
export function createWinkTokens(): WinkTokens {
  const nlp = winkNLP(model, ['sbd', 'negation']);
  const { its } = nlp;
  // Its declared type does not fit that of `out`.
  const stemOf = z.custom<ItsFunction<string>>((value) => typeof value === 'function').parse(its.stem);
  return (text, stopWords) => {
    const tokens: string[] = [];
    nlp
      .readDoc(text)
      .tokens()
      .each((token: ItemToken) => {
        if (token.out(its.type) !== 'word') return;
        if (stopWords === 'dropped' && token.out(its.stopWordFlag)) return;
        const stem = token.out(stemOf);
        tokens.push(token.out(its.negationFlag) ? `!${stem}` : stem);
      });
    return tokens;
  };
}
