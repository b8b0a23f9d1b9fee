import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { filesBelow } from '../../../src/corpus/keep/writing/files-below.ts';
import { migrateAll } from '../../../src/operate/backup/migrate.ts';
import { restoreBackup } from '../../../src/operate/backup/restore-backup.ts';
import { writeBackup } from '../../../src/operate/backup/write-backup.ts';
import { connectPostgres, type Postgres } from '../../../src/state/postgres/connect.ts';
import { openPostgresState } from '../../../src/state/postgres/open-postgres-state.ts';
import { openState, type State } from '../../../src/state/state.ts';
import { describePostgres, type PostgresServer, startPostgres } from '../../postgres.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const now = () => NOW;
/** More than fits into one part of what is stored. */
const LARGE = 'The harbour was dredged in 1931. '.repeat(200_000);

describePostgres('articles and state', () => {
  let server: PostgresServer;
  let postgres: Postgres;
  let home: string;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    home = mkdtempSync(join(tmpdir(), 'footnote-migrate-'));
    postgres = connectPostgres(await server.database());
  });
  afterEach(async () => {
    await postgres.close();
    rmSync(home, { recursive: true });
  });

  const places = (name: string) => ({
    corpus: join(home, name, 'corpus'),
    dataDir: join(home, name, 'data'),
  });

  /** Folders with some of everything. */
  async function fill(name: string) {
    const place = places(name);
    mkdirSync(join(place.corpus, '.trash', 'x'), { recursive: true });
    writeFileSync(join(place.corpus, 'bridge.md'), 'The bridge was built in 1842.');
    writeFileSync(join(place.corpus, 'empty.txt'), '');
    writeFileSync(join(place.corpus, 'harbour.txt'), LARGE);
    writeFileSync(join(place.corpus, '.trash', 'x', 'content'), 'Taken out.');
    const state = openState(place.dataDir);
    await state.settings.set('language', 'en');
    await state.gaps.set('q', { a: 'ß “quoted” \u0000' }, 60_000);
    for (let i = 0; i < 600; i++) await state.audit.set(`entry-${i}`, { i });
    await state.close();
    return place;
  }

  async function contentOf(folder: string) {
    const names = await filesBelow(folder);
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  }

  async function everythingIn(state: State) {
    const rows = await Promise.all(
      [state.settings, state.gaps, state.audit].map((store) => Array.fromAsync(store.iterator?.({}) ?? [])),
    );
    return rows.map((each) => each.sort());
  }

  it('move into a database and back, and nothing is another', async () => {
    const from = await fill('from');
    const amounts = { files: 4, entries: 602 };
    expect(await migrateAll('folder-to-postgres', { ...from, postgres })).toEqual({
      from: amounts,
      to: amounts,
    });
    const back = places('back');
    expect(await migrateAll('postgres-to-folder', { ...back, postgres })).toEqual({
      from: amounts,
      to: amounts,
    });
    expect(await contentOf(back.corpus)).toEqual(await contentOf(from.corpus));
    const [before, after] = [openState(from.dataDir), openState(back.dataDir)];
    expect(await everythingIn(after)).toEqual(await everythingIn(before));
    for (const state of [before, after]) await state.close();
  });

  it('move only to where nothing is', async () => {
    const from = await fill('from');
    await migrateAll('folder-to-postgres', { ...from, postgres });
    await expect(migrateAll('folder-to-postgres', { ...from, postgres })).rejects.toThrow(
      /holds 4 files of articles already. Set DATABASE_URL/,
    );
    await expect(migrateAll('postgres-to-folder', { ...from, postgres })).rejects.toThrow(
      /4 files in .* already. Set CORPUS_DIR/,
    );
    const { corpus } = places('empty');
    await expect(
      migrateAll('postgres-to-folder', { corpus, dataDir: from.dataDir, postgres }),
    ).rejects.toThrow(/602 entries of state in .* already. Set DATA_DIR/);
  });

  it('are backed up out of a database while processes use it, and restored into it', async () => {
    const from = await fill('from');
    await migrateAll('folder-to-postgres', { ...from, postgres });
    const state = await openPostgresState(postgres);
    const file = join(home, 'backup.tar.gz');
    const options = { ...from, file, postgres, now };
    expect(await writeBackup({ ...options, version: '0.1.0' })).toMatchObject({
      corpus: 'folder',
      files: 4,
      entries: 602,
    });
    await state.settings.set('language', 'fr');
    await postgres.run("UPDATE footnote.files SET sha256 = NULL WHERE path = 'bridge.md'");
    const { entries, aside } = await restoreBackup(options);
    expect(entries).toBe(602);
    expect(await state.settings.get('language')).toBe('en');
    const again = places('again');
    await migrateAll('postgres-to-folder', { ...again, postgres });
    expect(await contentOf(again.corpus)).toEqual(await contentOf(from.corpus));
    expect(aside).toMatch(/before-restore-.*\.tar\.gz$/);
  });

  it('are restored into folders from a backup of a database', async () => {
    const from = await fill('from');
    await migrateAll('folder-to-postgres', { ...from, postgres });
    const file = join(home, 'backup.tar.gz');
    await writeBackup({ ...from, file, postgres, version: '0.1.0', now });
    const to = places('to');
    expect(await restoreBackup({ ...to, file, now })).toMatchObject({ written: 4, entries: 602 });
    expect(await contentOf(to.corpus)).toEqual(await contentOf(from.corpus));
  });
});
