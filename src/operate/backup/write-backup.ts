import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { create, replace } from 'tar';
import { filesBelow } from '../../corpus/keep/writing/files-below.ts';
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
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Writes articles (trash included) and state into one archive, also while a bot runs on them. The archive is there whole
 * or not at all; it holds what `.env` does not: no token.
 * @throws {BackupError} when the file is there already or a place is missing; {@link StateError}
 */
export async function writeBackup({ corpus, dataDir, file, version, now }: BackupOptions): Promise<Manifest> {
  if ((await infoOf(file)) !== undefined)
    throw new BackupError(`${file} is there already. Choose another name, or move it away.`);
  const found = await infoOf(corpus);
  if (found === undefined) throw new BackupError(`There is no ${corpus}. Set CORPUS_DIR to the articles.`);
  const isFolder = found.isDirectory();
  if (isFolder && resolve(file).startsWith(`${resolve(corpus)}/`))
    throw new BackupError(`${file} would lie among the articles. Choose a place outside ${corpus}.`);
  const files = isFolder ? await filesBelow(corpus) : [basename(corpus)];
  const stage = await stageBeside(file);
  try {
    const entries = await copyState(dataDir, join(stage, NAMES.state));
    const manifest: Manifest = {
      format: 1,
      footnote: version,
      made: new Date(now()).toISOString(),
      corpus: isFolder ? 'folder' : 'file',
      files: files.length,
      entries,
    };
    await writeFile(join(stage, NAMES.manifest), `${JSON.stringify(manifest, null, 2)}\n`);
    const archive = join(stage, 'archive.tar');
    const packing = { file: archive, portable: true } as const;
    await create({ ...packing, cwd: stage }, [NAMES.manifest, NAMES.state]);
    // An article's name may begin with "@", which would be taken for an archive to be copied from.
    const names = files.map((name) => `./${name}`);
    if (names.length > 0)
      await replace({ ...packing, cwd: isFolder ? corpus : dirname(corpus), prefix: NAMES.corpus }, names);
    await pipeline(
      createReadStream(archive),
      createGzip(),
      createWriteStream(join(stage, 'archive.tar.gz'), { mode: 0o600 }),
    );
    await rename(join(stage, 'archive.tar.gz'), file);
    return manifest;
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
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
