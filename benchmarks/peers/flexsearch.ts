import { Encoder, Index } from 'flexsearch';
import english from 'flexsearch/lang/en';
import type { Peer } from './peer.ts';

/**
 * The preset for English (stemmer, stop words), `suggest` so that a sentence need not have all words, and the resolution
 * of its formula for documents of a few hundred characters.
 */
export const flexsearch: Peer = {
  name: 'FlexSearch',
  stopWords: ['dropped', 'kept'],
  build({ sentences }, { stopWords }) {
    const encoder = new Encoder(english);
    if (stopWords === 'kept') encoder.assign({ filter: () => true });
    const index = new Index({ tokenize: 'strict', encoder, resolution: 30 });
    for (const [id, text] of sentences.entries()) index.add(id, text);
    return { search: ({ text }, limit) => index.search(text, { limit, suggest: true }).map(Number) };
  },
};
