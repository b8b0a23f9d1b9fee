import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openState, StateError } from '../../src/state/state.ts';

describe('openState', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'footnote-state-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes the folder, and remembers over a restart', async () => {
    const dataDir = join(folder, 'deep', 'data');
    const first = openState(dataDir);
    await first.settings.set('guilds', ['1', '2']);
    await first.views.set('guilds', 'another namespace');
    await first.close();
    const second = openState(dataDir);
    expect(await second.settings.get('guilds')).toEqual(['1', '2']);
    expect(await second.views.get('guilds')).toBe('another namespace');
    await second.close();
  });

  it('lets a second process write at the same time (WAL)', async () => {
    const [one, two] = [openState(folder), openState(folder)];
    await Promise.all([one.feedback.set('a', 1), two.feedback.set('b', 2)]);
    expect([await two.feedback.get('a'), await one.feedback.get('b')]).toEqual([1, 2]);
    await one.close();
    await two.close();
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

  it('can be closed twice; a store that is closed throws instead of forgetting', async () => {
    const state = openState(folder);
    await state.close();
    await state.close();
    await expect(state.settings.set('a', 1)).rejects.toThrow(/database is not open|finalized/);
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
});
