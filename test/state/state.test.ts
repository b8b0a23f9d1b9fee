import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openState, StateError } from '../../src/state/state.ts';
import { testState } from './state-suite.ts';

describe('a state in a folder', () => {
  testState(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'footnote-state-'));
    return {
      open: async (options) => openState(folder, options),
      close: async () => rmSync(folder, { recursive: true }),
    };
  });
});

describe('openState', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'footnote-state-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes the folder', async () => {
    const dataDir = join(folder, 'deep', 'data');
    await openState(dataDir).close();
    expect(existsSync(join(dataDir, 'footnote.sqlite'))).toBe(true);
  });

  it('sweeps out what expired while it was closed', async () => {
    const rows = () => {
      const database = new DatabaseSync(join(folder, 'footnote.sqlite'));
      const { n } = database.prepare('SELECT count(*) AS n FROM keyv').get() ?? {};
      database.close();
      return n;
    };
    const start = 1_700_000_000_000;
    const before = openState(folder, { now: () => start });
    await before.views.set('old', 'x', 1000);
    await before.close();
    expect(rows()).toBe(1);
    await openState(folder, { now: () => start + 1001 }).close();
    expect(rows()).toBe(0);
  });

  it.each([
    ['a file stands in the way', () => writeFileSync(join(folder, 'data'), ''), 'data'],
    [
      'the file is not a database',
      () => writeFileSync(join(folder, 'footnote.sqlite'), 'not a database'.repeat(100)),
      '.',
    ],
  ])('says what to do when %s', (_, prepare, name) => {
    prepare();
    expect(() => openState(join(folder, name))).toThrow(StateError);
    expect(() => openState(join(folder, name))).toThrow(/Cannot keep state in .*DATA_DIR/);
  });

  const write = (sql: string) => {
    const database = new DatabaseSync(join(folder, 'footnote.sqlite'));
    database.exec(sql);
    database.close();
  };
  const bytes = () => readFileSync(join(folder, 'footnote.sqlite'));

  it.each([
    ['another program’s tables', 'CREATE TABLE songs (title TEXT)', /another program's database/],
    [
      'another program’s keyv table',
      'CREATE TABLE keyv (key TEXT, value TEXT)',
      /another program's database/,
    ],
    ['another program’s mark', 'PRAGMA application_id = 77', /another program's database/],
    [
      'a later version',
      'PRAGMA user_version = 2',
      /a later version of Footnote \(format 2; this one knows 1\)/,
    ],
  ])('refuses %s, and leaves the file as it is', (_, sql, message) => {
    write(sql);
    const before = bytes();
    expect(() => openState(folder)).toThrow(StateError);
    expect(() => openState(folder)).toThrow(message);
    expect(bytes().equals(before)).toBe(true);
  });

  it('goes on with what an earlier version wrote', async () => {
    write(`PRAGMA user_version = 1;
      CREATE TABLE keyv (key TEXT PRIMARY KEY, value TEXT NOT NULL, expires INTEGER) STRICT, WITHOUT ROWID;
      INSERT INTO keyv VALUES ('settings:a', '{"value":1}', NULL)`);
    const state = openState(folder);
    expect(await state.settings.get('a')).toBe(1);
    await state.close();
  });

  it('passes over a row that is none, and tells of it once', async () => {
    const told: string[] = [];
    await openState(folder).close();
    write(`INSERT INTO keyv VALUES ('audit:1', '{"value":{"a":1}}', NULL), ('audit:2', '{"val', NULL),
      ('audit:3', 'null', NULL), ('audit:4', '{"value":{"a":4}}', NULL), ('settings:x', '', NULL)`);
    const state = openState(folder, { onBadRow: (key) => told.push(key) });
    const values = async () =>
      (await Array.fromAsync(state.audit.iterator?.({}) ?? [])).map(([, value]) => value);
    expect(await values()).toEqual([{ a: 1 }, { a: 4 }]);
    expect(await values()).toHaveLength(2);
    expect(await state.settings.get('x')).toBeUndefined();
    expect(told).toEqual(['audit:2', 'audit:3', 'settings:x']);
    await state.close();
  });

  it('waits for nobody who holds the database, forgets nothing, and reads on', async () => {
    const state = openState(folder);
    await state.views.set('before', 1);
    const other = new DatabaseSync(join(folder, 'footnote.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    const turns: number[] = [];
    const timer = setInterval(() => turns.push(performance.now()), 5);
    await state.views.set('during', 2);
    await state.settings.set('patient', 3);
    expect([await state.views.get('before'), await state.views.get('during')]).toEqual([1, 2]);
    while (turns.length < 20) await new Promise((resolve) => setImmediate(resolve));
    other.exec('COMMIT');
    clearInterval(timer);
    other.close();
    await state.close();
    const again = openState(folder);
    expect([await again.views.get('during'), await again.settings.get('patient')]).toEqual([2, 3]);
    await again.close();
  });
});
