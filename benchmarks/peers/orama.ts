import { create, insertMultiple, search } from '@orama/orama';
import { stopwords } from '@orama/stopwords/english';
import type { Peer } from './peer.ts';

const BATCH = 5000;

/** BM25 with its own English stemmer and list of stop words; threshold 1 joins the words by OR. */
export const orama: Peer = {
  name: 'Orama',
  stopWords: ['dropped', 'kept'],
  async build({ sentences }, { stopWords }) {
    const tokenizer = {
      language: 'english',
      stemming: true,
      ...(stopWords === 'dropped' ? { stopWords: stopwords } : {}),
    };
    const db = create({ schema: { text: 'string' }, components: { tokenizer } });
    for (let from = 0; from < sentences.length; from += BATCH) {
      const rows = sentences.slice(from, from + BATCH).map((text, i) => ({ id: String(from + i), text }));
      await insertMultiple(db, rows, BATCH);
    }
    return {
      async search({ text }, limit) {
        const { hits } = await search(db, { term: text, properties: ['text'], limit, threshold: 1 });
        return hits.map(({ id }) => Number(id));
      },
    };
  },
};
