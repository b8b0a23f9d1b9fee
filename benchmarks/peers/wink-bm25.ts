import bm25 from 'wink-bm25-text-search';
import type { Peer } from './peer.ts';
import type { WinkTokens } from './wink-tokens.ts';

/** It refuses to work on fewer documents. */
const FEWEST_DOCUMENTS = 3;

/** Set up as in its README, with wink-nlp's stems, stop words and negation. */
export function createWinkBm25(tokensOf: WinkTokens): Peer {
  return {
    name: 'wink-bm25-text-search',
    stopWords: ['dropped', 'kept'],
    build({ sentences }, { stopWords }) {
      const engine = bm25();
      engine.defineConfig({ fldWeights: { text: 1 } });
      engine.definePrepTasks([(text) => tokensOf(text, stopWords)]);
      for (const [id, text] of sentences.entries()) engine.addDoc({ text }, id);
      const missing = Math.max(0, FEWEST_DOCUMENTS - sentences.length);
      for (let i = 0; i < missing; i++) engine.addDoc({ text: '' }, sentences.length + i);
      engine.consolidate();
      return {
        search: ({ text }, k) =>
          engine
            .search(text, k)
            .map(([id]) => Number(id))
            .filter((id) => id < sentences.length),
      };
    },
  };
}
