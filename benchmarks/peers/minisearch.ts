import MiniSearch from 'minisearch';
import { STOP_WORDS } from '../../src/text/stop-words.ts';
import type { Peer } from './peer.ts';

/** Its defaults: words are joined by OR, ranked by BM25+, not stemmed; stop words through `processTerm`. */
export const minisearch: Peer = {
  name: 'MiniSearch',
  stopWords: ['dropped', 'kept'],
  build({ sentences }, { stopWords }) {
    const index = new MiniSearch<{ id: number; text: string }>({
      fields: ['text'],
      processTerm: (term) => {
        const word = term.toLowerCase();
        return stopWords === 'dropped' && STOP_WORDS.has(word) ? null : word;
      },
    });
    index.addAll(sentences.map((text, id) => ({ id, text })));
    return {
      search: ({ text }, k) =>
        index
          .search(text)
          .slice(0, k)
          .map(({ id }) => id),
    };
  },
};
