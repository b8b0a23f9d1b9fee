import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { create, replace } from 'tar';
import { filesBelow } from '../../corpus/keep/writing/files-below.ts';
import { copyToFolders } from '../../shared/index.ts';
import type { Postgres } from '../../state/postgres/connect.ts';
import { copyState } from '../../state/sqlite/copy-state.ts';
import { BackupError, type Manifest, NAMES } from './manifest.ts';

export interface BackupPlaces {
  /** A folder of articles, or one export. */
  readonly corpus: string;
  readonly dataDir: string;
}

export interface BackupOptions extends BackupPlaces {
  /** The `.tar.gz` to be made. */
  readonly file: string;
  readonly version: string;
  /** Where articles and state are, when not in the two places. */
  readonly postgres?: Postgres | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Writes articles (trash included) and state into one archive, also while a bot runs on them. The archive is there whole
 * or not at all; it holds what `.env` does not: no token.
 * @throws {BackupError} when the file is there already or a place is missing; {@link StateError}
 */
export async function writeBackup(options: BackupOptions): Promise<Manifest> {
  const { file, corpus, postgres } = options;
  if ((await infoOf(file)) !== undefined)
    throw new BackupError(`${file} is there already. Choose another name, or move it away.`);
  if (postgres === undefined) await checkPlaces(corpus, file);
  const stage = await stageBeside(file);
  try {
    const content =
      postgres === undefined ? await ofFolders(options, stage) : await ofDatabase(postgres, stage);
    const manifest: Manifest = {
      format: 1,
      footnote: options.version,
      made: new Date(options.now()).toISOString(),
      corpus: content.isFolder ? 'folder' : 'file',
      files: content.names.length,
      entries: content.entries,
    };
    await writeFile(join(stage, NAMES.manifest), `${JSON.stringify(manifest, null, 2)}\n`);
    await pack(stage, content);
    await rename(join(stage, 'archive.tar.gz'), file);
    return manifest;
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

/** What goes into a backup; the state is in the stage by then. */
interface Content {
  readonly isFolder: boolean;
  /** Where the articles' files are, and which. */
  readonly folder: string;
  readonly names: readonly string[];
  readonly entries: number;
}

async function ofFolders({ corpus, dataDir }: BackupPlaces, stage: string): Promise<Content> {
  const isFolder = (await infoOf(corpus))?.isDirectory() ?? false;
  return {
    isFolder,
    folder: isFolder ? corpus : dirname(corpus),
    names: isFolder ? await filesBelow(corpus) : [basename(corpus)],
    entries: await copyState(dataDir, join(stage, NAMES.state)),
  };
}

async function ofDatabase(postgres: Postgres, stage: string): Promise<Content> {
  const folder = join(stage, 'articles');
  const { entries } = await copyToFolders(postgres, { corpus: folder, dataDir: stage });
  return { isFolder: true, folder, names: await filesBelow(folder), entries };
}

async function pack(stage: string, { folder, names }: Content): Promise<void> {
  const archive = join(stage, 'archive.tar');
  const packing = { file: archive, portable: true } as const;
  await create({ ...packing, cwd: stage }, [NAMES.manifest, NAMES.state]);
  // An article's name may begin with "@", which would be taken for an archive to be copied from.
  const paths = names.map((name) => `./${name}`);
  if (paths.length > 0) await replace({ ...packing, cwd: folder, prefix: NAMES.corpus }, paths);
  await pipeline(
    createReadStream(archive),
    createGzip(),
    createWriteStream(join(stage, 'archive.tar.gz'), { mode: 0o600 }),
  );
}

async function checkPlaces(corpus: string, file: string): Promise<void> {
  const found = await infoOf(corpus);
  if (found === undefined) throw new BackupError(`There is no ${corpus}. Set CORPUS_DIR to the articles.`);
  if (found.isDirectory() && resolve(file).startsWith(`${resolve(corpus)}/`))
    throw new BackupError(`${file} would lie among the articles. Choose a place outside ${corpus}.`);
}

async function stageBeside(file: string): Promise<string> {
  try {
    return await mkdtemp(join(dirname(resolve(file)), '.footnote-backup-'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BackupError(`Nothing can be written beside ${file} (${reason}).`, { cause });
  }
}

function infoOf(path: string) {
  return stat(path).catch(() => undefined);
}
