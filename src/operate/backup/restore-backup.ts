import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar';
import { withLock } from '../../corpus/keep/folder-lock.ts';
import { filesBelow } from '../../corpus/keep/writing/files-below.ts';
import { moveFile, writeFileAtomically } from '../../corpus/keep/writing/write-file.ts';
import { copyFromFolders } from '../../shared/index.ts';
import type { Postgres } from '../../state/postgres/connect.ts';
import { restoreState } from '../../state/sqlite/copy-state.ts';
import { makePrivateFolder } from '../../state/sqlite/private-files.ts';
import { BackupError, Manifest, NAMES } from './manifest.ts';
import { type BackupPlaces, writeBackup } from './write-backup.ts';

export interface RestoreOptions extends BackupPlaces {
  /** What `writeBackup` made. */
  readonly file: string;
  /** Where articles and state are, when not in the two places. */
  readonly postgres?: Postgres | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Articles' files that were written, because they were missing or different. */
  readonly written: number;
  /** Where files went that differ or are not in the backup, or a backup of the database before; absent when there were none. */
  readonly aside?: string;
  readonly moved: number;
  readonly entries: number;
}

/**
 * Puts articles and state back as a backup has them. Files that differ are not deleted: they are moved into a folder
 * within the data folder. Works while a bot runs; it reads the articles at its next reload.
 * @throws {BackupError} when the file is no whole backup, before anything is changed; {@link StateError}; an error of the
 *   disk
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { file, dataDir, now, postgres } = options;
  makePrivateFolder(dataDir);
  const stage = await mkdtemp(join(dataDir, 'restore-'));
  try {
    const manifest = await unpack(file, stage);
    const aside = join(dataDir, `before-restore-${new Date(now()).toISOString().replaceAll(':', '-')}`);
    return postgres === undefined
      ? await intoFolders(manifest, stage, aside, options)
      : await intoDatabase(manifest, stage, `${aside}.tar.gz`, { ...options, postgres });
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

async function intoFolders(
  manifest: Manifest,
  stage: string,
  aside: string,
  { corpus, dataDir }: BackupPlaces,
): Promise<Restored> {
  const isFolder = manifest.corpus === 'folder';
  const info = await stat(corpus).catch(() => undefined);
  if (info !== undefined && info.isDirectory() !== isFolder)
    throw new BackupError(
      `The backup's articles are ${isFolder ? 'a folder' : 'one file'}, and ${corpus} is not. Set CORPUS_DIR to where they should go.`,
    );
  const from = join(stage, NAMES.corpus);
  const place = { from, aside, folder: isFolder ? corpus : dirname(corpus) };
  makePrivateFolder(place.folder);
  const { written, moved } = await withLock(place.folder, () =>
    replaceFiles(place, isFolder ? undefined : basename(corpus)),
  );
  const entries = restoreState(stage, dataDir);
  return { manifest, written, moved, ...(moved > 0 && { aside }), entries };
}

/** What the database held is backed up first. */
async function intoDatabase(
  manifest: Manifest,
  stage: string,
  aside: string,
  options: RestoreOptions & { readonly postgres: Postgres },
): Promise<Restored> {
  const { files } = await writeBackup({ ...options, file: aside, version: manifest.footnote });
  const corpus = join(stage, NAMES.corpus);
  makePrivateFolder(corpus);
  const folders = { corpus, dataDir: stage };
  const after = await copyFromFolders(folders, options.postgres);
  return { manifest, written: after.files, moved: files, aside, entries: after.entries };
}

/** Unpacks what a backup can hold, and nothing else. */
async function unpack(file: string, stage: string): Promise<Manifest> {
  if ((await stat(file).catch(() => undefined))?.isFile() !== true)
    throw new BackupError(`There is no backup ${file}.`);
  const ours = (path: string) =>
    path === NAMES.manifest || path === NAMES.state || path.startsWith(`${NAMES.corpus}/`);
  try {
    await extract({
      file,
      cwd: stage,
      strict: true,
      preserveOwner: false,
      filter: (path, entry) =>
        ours(path.replace(/^\.\//, '')) &&
        'type' in entry &&
        ['File', 'OldFile', 'Directory'].includes(entry.type),
    });
    const manifest = Manifest.parse(JSON.parse(await readFile(join(stage, NAMES.manifest), 'utf8')));
    const found = await filesBelow(join(stage, NAMES.corpus)).catch(() => []);
    if (found.length !== manifest.files)
      throw new Error(`${found.length} of ${manifest.files} files of articles`);
    return manifest;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split('\n', 1)[0] : String(cause);
    throw new BackupError(
      `${file} is no whole backup of this version (${reason}). Nothing was changed. Make backups with: footnote backup FILE`,
      { cause },
    );
  }
}

interface Place {
  readonly from: string;
  readonly folder: string;
  readonly aside: string;
}

/** @param only the one file that counts, in a folder that holds other things too */
async function replaceFiles(
  { from, folder, aside }: Place,
  only: string | undefined,
): Promise<{ written: number; moved: number }> {
  const names = await filesBelow(from);
  const targetOf = (name: string) => only ?? name;
  const wanted = new Map(names.map((name) => [targetOf(name), join(from, name)]));
  let [written, moved] = [0, 0];
  for (const name of only === undefined ? await filesBelow(folder) : [only]) {
    const path = join(folder, name);
    const source = wanted.get(name);
    if ((await sizeOf(path)) === undefined) continue;
    if (source !== undefined && (await sameBytes(path, source))) wanted.delete(name);
    else {
      await moveFile(path, join(aside, name));
      moved += 1;
    }
  }
  for (const [name, source] of wanted) {
    await writeFileAtomically(join(folder, name), createReadStream(source), { overwrite: false });
    written += 1;
  }
  return { written, moved };
}

async function sameBytes(one: string, other: string): Promise<boolean> {
  if ((await sizeOf(one)) !== (await sizeOf(other))) return false;
  return (await digest(one)) === (await digest(other));
}

async function sizeOf(path: string): Promise<number | undefined> {
  return (await stat(path).catch(() => undefined))?.size;
}

async function digest(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
