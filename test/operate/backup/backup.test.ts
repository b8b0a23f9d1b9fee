import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from 'tar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { filesBelow } from '../../../src/corpus/keep/writing/files-below.ts';
import { restoreBackup } from '../../../src/operate/backup/restore-backup.ts';
import { writeBackup } from '../../../src/operate/backup/write-backup.ts';
import { openState, type State } from '../../../src/state/state.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const now = () => NOW;

let folder: string;
let corpus: string;
let dataDir: string;
let file: string;
let state: State;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'footnote-backup-'));
  corpus = join(folder, 'corpus');
  dataDir = join(folder, 'data');
  file = join(folder, 'backup.tar.gz');
  mkdirSync(join(corpus, 'harbour', '.trash'), { recursive: true });
  writeFileSync(join(corpus, 'harbour', 'bridge.md'), 'The bridge was built in 1931.');
  writeFileSync(join(corpus, '@ferry.txt'), 'The ferry sails on Mondays.');
  writeFileSync(join(corpus, 'harbour', '.trash', 'content'), 'Taken out.');
  state = openState(dataDir);
  await state.settings.set('language', 'en');
  await state.audit.set('1', { who: 'Ada' });
});
afterEach(async () => {
  await state.close();
  rmSync(folder, { recursive: true });
});

const back = () => writeBackup({ corpus, dataDir, file, version: '0.1.0', now });
const restore = () => restoreBackup({ corpus, dataDir, file, now });

/** Paths and contents of a folder. */
async function contentOf(place: string): Promise<Record<string, string>> {
  const names = await filesBelow(place);
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(place, name), 'utf8')]));
}

describe('a backup', () => {
  it('brings articles, trash and state back, while the bot holds the state open', async () => {
    const before = await contentOf(corpus);
    expect(await back()).toEqual({
      format: 1,
      footnote: '0.1.0',
      made: '2026-03-01T12:00:00.000Z',
      corpus: 'folder',
      files: 3,
      entries: 2,
    });
    writeFileSync(join(corpus, 'harbour', 'bridge.md'), 'The bridge was built in 1932.');
    rmSync(join(corpus, '@ferry.txt'));
    writeFileSync(join(corpus, 'new.md'), 'Written later.');
    await state.settings.set('language', 'fr');
    await state.settings.set('later', true);
    const { written, moved, aside, entries } = await restore();
    expect({ written, moved, entries }).toEqual({ written: 2, moved: 2, entries: 2 });
    expect(await contentOf(corpus)).toEqual(before);
    expect(await state.settings.get('language')).toBe('en');
    expect(await state.settings.get('later')).toBeUndefined();
    expect(await contentOf(aside ?? '')).toEqual({
      'harbour/bridge.md': 'The bridge was built in 1932.',
      'new.md': 'Written later.',
    });
  });

  it('changes nothing where nothing differs', async () => {
    await back();
    expect(await restore()).toMatchObject({ written: 0, moved: 0 });
    expect(
      readdirSync(dataDir).filter((name) => name.startsWith('before') || name.startsWith('restore')),
    ).toEqual([]);
  });

  it('goes into an empty place', async () => {
    await back();
    const before = await contentOf(corpus);
    const there = { corpus: join(folder, 'other', 'corpus'), dataDir: join(folder, 'other', 'data') };
    expect(await restoreBackup({ ...there, file, now })).toMatchObject({ written: 3, moved: 0, entries: 2 });
    expect(await contentOf(there.corpus)).toEqual(before);
  });

  it('of one export is that file alone', async () => {
    const exported = join(folder, 'articles.jsonl');
    writeFileSync(exported, '{"title":"Bridge","text":"Built in 1931."}\n');
    await writeBackup({ corpus: exported, dataDir, file, version: '0.1.0', now });
    const moved = join(folder, 'moved.jsonl');
    writeFileSync(moved, 'something else\n');
    await restoreBackup({ corpus: moved, dataDir, file, now });
    expect(readFileSync(moved, 'utf8')).toBe('{"title":"Bridge","text":"Built in 1931."}\n');
    expect(readdirSync(folder)).toContain('corpus');
  });

  it('leaves out what a link points to', async () => {
    symlinkSync('/etc/hostname', join(corpus, 'link.md'));
    expect(await back()).toMatchObject({ files: 3 });
  });
});

describe('what is refused, before anything is changed', () => {
  it('a name that is taken', async () => {
    writeFileSync(file, 'mine');
    await expect(back()).rejects.toThrow(`${file} is there already. Choose another name, or move it away.`);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it('a place among the articles', async () => {
    file = join(corpus, 'backup.tar.gz');
    await expect(back()).rejects.toThrow(/would lie among the articles/);
  });

  it('articles that are not there', async () => {
    await expect(
      writeBackup({ corpus: join(folder, 'gone'), dataDir, file, version: '0.1.0', now }),
    ).rejects.toThrow(/There is no .*gone\. Set CORPUS_DIR/);
  });

  it('a backup that is not there', async () => {
    await expect(restore()).rejects.toThrow(`There is no backup ${file}.`);
  });

  it('a folder where the backup has one file', async () => {
    const exported = join(folder, 'articles.jsonl');
    writeFileSync(exported, '{}\n');
    await writeBackup({ corpus: exported, dataDir, file, version: '0.1.0', now });
    await expect(restore()).rejects.toThrow(/articles are one file, and .*corpus is not\. Set CORPUS_DIR/);
  });

  it.each<[string, () => Promise<void> | void]>([
    [
      'cut off',
      async () => {
        await back();
        truncateSync(file, 300);
      },
    ],
    ['another file', () => writeFileSync(file, 'Dear diary')],
    ['another archive', () => create({ file, cwd: folder, gzip: true }, ['corpus'])],
    [
      'one with a link out of it',
      async () => {
        const bad = join(folder, 'bad');
        mkdirSync(join(bad, 'corpus'), { recursive: true });
        await back();
        rmSync(file);
        symlinkSync('/etc', join(bad, 'corpus', 'out'));
        cpSync(join(dataDir, 'footnote.sqlite'), join(bad, 'footnote.sqlite'));
        const manifest = { format: 1, footnote: '0.1.0', made: '', corpus: 'folder', files: 1, entries: 0 };
        writeFileSync(join(bad, 'backup.json'), JSON.stringify(manifest));
        await create({ file, cwd: bad, gzip: true }, ['backup.json', 'footnote.sqlite', 'corpus']);
      },
    ],
  ])('an archive that is none of ours: %s', async (_, spoil) => {
    await spoil();
    const before = await contentOf(corpus);
    await expect(restore()).rejects.toThrow(
      /is no whole backup of this version \(.+\)\. Nothing was changed/,
    );
    expect(await contentOf(corpus)).toEqual(before);
    expect(await state.settings.get('language')).toBe('en');
  });
});
