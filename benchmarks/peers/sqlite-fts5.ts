import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { STOP_WORDS } from '../../src/text/stop-words.ts';
import { contentWords, type Peer } from './peer.ts';

const NO_STOP_WORDS: ReadonlySet<string> = new Set();

/** The `porter` tokenizer over `unicode61`, words joined by OR, ordered by its built-in BM25 (`rank`). */
export const sqliteFts5: Peer = {
  name: 'SQLite FTS5',
  stopWords: ['dropped', 'kept'],
  build({ sentences }, { stopWords, folder }) {
    const file = join(folder, 'fts5.sqlite');
    const db = new DatabaseSync(file);
    db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144');
    db.exec(`CREATE VIRTUAL TABLE sentence USING fts5(text, tokenize = 'porter unicode61', content = '')`);
    db.exec('BEGIN');
    const insert = db.prepare('INSERT INTO sentence (rowid, text) VALUES (?, ?)');
    for (const [id, text] of sentences.entries()) insert.run(id + 1, text);
    db.exec('COMMIT');
    db.exec(`INSERT INTO sentence (sentence) VALUES ('optimize')`);
    const select = db.prepare('SELECT rowid FROM sentence WHERE sentence MATCH ? ORDER BY rank LIMIT ?');
    return {
      search({ text }, k) {
        const words = contentWords(text, stopWords === 'dropped' ? STOP_WORDS : NO_STOP_WORDS);
        if (words.length === 0) return [];
        const query = words.map((word) => `"${word}"`).join(' OR ');
        return select.all(query, k).map(({ rowid }) => Number(rowid) - 1);
      },
      diskBytes: () => statSync(file).size,
      close: () => db.close(),
    };
  },
};
