import type { Bow } from 'wink-nlp';
import vectorizer from 'wink-nlp/utilities/bm25-vectorizer.js';
import similarity from 'wink-nlp/utilities/similarity.js';
import { z } from 'zod';
import { TopK } from '../../src/search/top-k.ts';
import type { Peer } from './peer.ts';
import type { WinkTokens } from './wink-tokens.ts';

const bagOfWords = z.custom<Bow>((value) => typeof value === 'object' && value !== null);

/** wink-nlp's own pieces and nothing else: its BM25 vectoriser, its bag-of-words cosine with every sentence in turn. */
export function createWinkCosine(tokensOf: WinkTokens): Peer {
  return {
    name: 'wink-nlp cosine',
    stopWords: ['dropped', 'kept'],
    build({ sentences }, { stopWords }) {
      const bm25 = vectorizer();
      for (const text of sentences) bm25.learn(tokensOf(text, stopWords));
      // What a vectoriser's document gives by default is its bag of words.
      const bags = sentences.map((_, i) => bagOfWords.parse(bm25.doc(i).out()));
      return {
        search({ text }, k) {
          const bag = bm25.bowOf(tokensOf(text, stopWords));
          const top = new TopK(k);
          for (const [i, other] of bags.entries()) {
            const cosine = similarity.bow.cosine(bag, other);
            if (cosine > 0) top.offer(i, cosine);
          }
          return top.sorted().map(({ key }) => key);
        },
      };
    },
  };
}
