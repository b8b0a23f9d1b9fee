import { DatabaseSync } from 'node:sqlite';
import keyvTestSuite, { keyvIteratorTests } from '@keyv/test-suite';
import { Keyv } from 'keyv';
import * as vitest from 'vitest';
import { SqliteStore } from '../../../src/state/sqlite/sqlite-store.ts';

const { describe, expect, it } = vitest;

describe("Keyv's own suite for storage adapters", () => {
  const database = new DatabaseSync(':memory:');
  const store = () => new SqliteStore(database);
  keyvTestSuite(vitest, Keyv, store);
  keyvIteratorTests(vitest, Keyv, store);
});

describe('SqliteStore', () => {
  it('forgets what has expired, and sweeps it out of the file', async () => {
    let now = 1000;
    const database = new DatabaseSync(':memory:');
    const store = new SqliteStore(database, { now: () => now });
    await store.set('views:a', '"short"', 50);
    await store.set('views:b', '"long"', 500);
    await store.set('views:c', '"for ever"');
    now = 1100;
    expect(await store.get('views:a')).toBeUndefined();
    expect(await store.has('views:a')).toBe(false);
    expect(await store.get('views:b')).toBe('"long"');
    expect(store.sweep()).toBe(1);
    expect(database.prepare('SELECT count(*) AS n FROM keyv').get()).toEqual({ n: 2 });
  });

  it('iterates over more than a page, while entries are deleted', async () => {
    const store = new SqliteStore(new DatabaseSync(':memory:'));
    const keys = Array.from({ length: 250 }, (_, i) => `many:${String(i).padStart(3, '0')}`);
    for (const key of keys) await store.set(key, '{}');
    await store.set('other:000', '1');
    const seen: string[] = [];
    for await (const [key] of store.iterator('many')) {
      seen.push(key);
      await store.delete(key);
    }
    expect(seen).toEqual(keys);
    expect(await store.has('other:000')).toBe(true);
  });

  it('keeps namespaces apart that begin alike', async () => {
    const database = new DatabaseSync(':memory:');
    const view = new Keyv({ store: new SqliteStore(database), namespace: 'view' });
    const views = new Keyv({ store: new SqliteStore(database), namespace: 'views' });
    await view.set('x', 1);
    await views.set('x', 2);
    await view.clear();
    expect([await view.get('x'), await views.get('x')]).toEqual([undefined, 2]);
  });
});
