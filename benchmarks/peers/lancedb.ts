import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { connect, Index } from '@lancedb/lancedb';
import type { Peer } from './peer.ts';

const BATCH = 50_000;

/** Its full-text index for English with stemming and ASCII folding; words are joined by OR. */
export const lancedb: Peer = {
  name: 'LanceDB full text',
  stopWords: ['dropped', 'kept'],
  async build({ sentences }, { stopWords, folder }) {
    const db = await connect(folder);
    const rows = (from: number) =>
      sentences.slice(from, from + BATCH).map((text, i) => ({ id: from + i, text }));
    const table = await db.createTable('sentences', rows(0));
    for (let from = BATCH; from < sentences.length; from += BATCH) await table.add(rows(from));
    const config = Index.fts({
      withPosition: false,
      language: 'English',
      stem: true,
      removeStopWords: stopWords === 'dropped',
      asciiFolding: true,
      lowercase: true,
    });
    await table.createIndex('text', { config });
    await table.optimize();
    return {
      async search({ text }, k) {
        const query = table
          .query()
          .fullTextSearch(text, { columns: ['text'] })
          .select(['id', '_score'])
          .limit(k);
        return (await query.toArray()).map(({ id }) => Number(id));
      },
      diskBytes: () => folderBytes(join(folder, 'sentences.lance', '_indices')),
      async close() {
        table.close();
        await db.dropTable('sentences');
        db.close();
      },
    };
  },
};

function folderBytes(folder: string): number {
  let bytes = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += statSync(join(entry.parentPath, entry.name)).size;
  }
  return bytes;
}
