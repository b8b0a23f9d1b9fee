import keyvTestSuite, { keyvIteratorTests } from '@keyv/test-suite';
import { Keyv } from 'keyv';
import * as vitest from 'vitest';
import { connectPostgres, type Postgres } from '../../../src/state/postgres/connect.ts';
import { migrate } from '../../../src/state/postgres/migrations.ts';
import { PostgresStore, writeEntries } from '../../../src/state/postgres/postgres-store.ts';
import { WriteBehind } from '../../../src/state/postgres/write-behind.ts';
import { describePostgres, type PostgresServer, startPostgres } from '../../postgres.ts';

const { afterAll, beforeAll, describe, expect, it } = vitest;

describePostgres('PostgresStore', () => {
  let server: PostgresServer;
  let postgres: Postgres;
  let clock = 1000;
  beforeAll(async () => {
    server = await startPostgres();
    postgres = connectPostgres(await server.database());
    await migrate(postgres);
  });
  afterAll(async () => {
    await postgres.close();
    await server.close();
  });

  function store(now = () => Date.now(), told: string[] = []) {
    const queue = new WriteBehind((entries) => writeEntries(postgres, entries), { now });
    return new PostgresStore(postgres, 'views', { now, queue, onBadRow: (key) => told.push(key) });
  }

  describe("Keyv's own suite for storage adapters", () => {
    keyvTestSuite(vitest, Keyv, store);
    keyvIteratorTests(vitest, Keyv, store);
  });

  it('forgets what has expired', async () => {
    const views = store(() => clock);
    await views.set('a', '"short"', 50);
    await views.set('b', '"for ever"');
    clock = 1051;
    expect([await views.get('a'), await views.get('b')]).toEqual([undefined, '"for ever"']);
  });

  it('iterates over more than a page, while entries are deleted', async () => {
    const views = store();
    const keys = Array.from({ length: 450 }, (_, i) => `many:${String(i).padStart(3, '0')}`);
    await Promise.all(keys.map((key) => views.set(key, '{}')));
    const seen: string[] = [];
    for await (const [key] of views.iterator('many')) {
      seen.push(key);
      await views.delete(key);
    }
    expect(seen).toEqual(keys);
  });

  it('passes over a row that is none', async () => {
    const told: string[] = [];
    const views = store(Date.now, told);
    await postgres.run(`INSERT INTO footnote.views VALUES ('odd:1', '{"val', NULL), ('odd:2', '{}', NULL)`);
    expect(await Array.fromAsync(views.iterator('odd'))).toEqual([['odd:2', '{}']]);
    expect(await views.get('odd:1')).toBeUndefined();
    expect(told).toEqual(['odd:1', 'odd:1']);
  });

  it.each([
    ['nothing', undefined, undefined, true],
    ['what it expects', '"old"', '"old"', true],
    ['something else', '"other"', '"old"', false],
    ['something where it expects nothing', '"other"', undefined, false],
    ['nothing where it expects something', undefined, '"old"', false],
  ])('exchanges when there is %s', async (_, present, expected, done) => {
    const views = store();
    await views.delete('x');
    if (present !== undefined) await views.set('x', present);
    expect(await views.replace('x', expected, '"new"')).toBe(done);
    expect(await views.get('x')).toBe(done ? '"new"' : present);
  });

  it('writes what waited when the server is back, and reads it meanwhile', async () => {
    const views = store();
    await server.stop();
    await views.set('waited', '1');
    expect(await views.get('waited')).toBe('1');
    await expect(views.get('elsewhere')).rejects.toThrow();
    await server.start();
    await expect
      .poll(() => postgres.run(`SELECT FROM footnote.views WHERE key = 'waited'`).catch(() => 0), {
        timeout: 20_000,
      })
      .toBe(1);
  });
});
