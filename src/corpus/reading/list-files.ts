import { type Dirent, type Stats, stat } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Problem } from '../article.ts';
import { CORPUS_LIMITS } from '../limits.ts';

/** A file of the corpus that a reader exists for. */
export interface CorpusFile {
  /** Relative to the corpus folder, `/` between its parts. */
  readonly path: string;
  readonly absolute: string;
  readonly size: number;
  readonly modified: number;
}

/** Extensions that the readers know, with their dots. */
// biome-ignore format: a table
export const EXTENSIONS = [
  '.txt', '.md', '.markdown', '.wiki', '.mediawiki', '.wikitext', '.jsonl', '.jsonl.gz', '.json',
  '.html', '.htm', '.pdf', '.docx', '.odt', '.rtf', '.epub', '.eml', '.mbox', '.srt', '.vtt', '.xml', '.rss', '.atom',
] as const;

const LONGEST_FIRST = [...EXTENSIONS].sort((a, b) => b.length - a.length);

/** A folder's own settings are no article. */
const SETTINGS_NAME = 'corpus.yaml';

/** The extension by which a file is read: the longest known one, in lower case; `undefined` when there is none. */
export function knownExtension(path: string): (typeof EXTENSIONS)[number] | undefined {
  const lower = path.toLowerCase();
  return LONGEST_FIRST.find((extension) => lower.endsWith(extension));
}

export interface LinkOptions {
  /** Symbolic links may lead out of the corpus folder. */
  readonly followLinks?: boolean;
}

/**
 * Lists the files below a folder in a stable order. Hidden files and folders (a dot first) are passed over. Symbolic
 * links are followed once, and out of the folder only with `followLinks`.
 * @throws nothing for what is inside: unreadable folders and unknown formats become problems
 */
export async function listFiles(
  folder: string,
  { followLinks = false }: LinkOptions = {},
): Promise<{ files: CorpusFile[]; problems: Problem[] }> {
  const files: CorpusFile[] = [];
  const problems: Problem[] = [];
  const seen = new Set<string>();

  const visit = async (directory: string, prefix: string, depth: number): Promise<void> => {
    const here = prefix === '' ? '.' : prefix.slice(0, -1);
    try {
      const real = await realpath(directory);
      if (seen.has(real)) return;
      seen.add(real);
      if (depth > CORPUS_LIMITS.folderDepth) throw new Error('it is nested too deeply');
      const all = await readdir(directory, { withFileTypes: true });
      const entries = all.filter(({ name }) => !name.startsWith('.')).sort(byName);
      for (let at = 0; at < entries.length; at += AT_ONCE) {
        const some = entries.slice(at, at + AT_ONCE);
        const infos = await infosOf(some.map(({ name }) => join(directory, name)));
        for (const [i, entry] of some.entries()) {
          const [path, absolute] = [prefix + entry.name, join(directory, entry.name)];
          const isLink = !followLinks && entry.isSymbolicLink();
          const more = (isLink ? lookAtLink : look)(infos[i] ?? '', absolute, path, depth);
          if (more !== undefined) await more;
        }
      }
    } catch (cause) {
      problems.push({
        severity: 'error',
        path: here,
        message: `The folder cannot be read: ${reason(cause)}.`,
        fix: 'Check that it exists and that the bot may read it.',
      });
    }
  };

  const leadsOut = async (absolute: string): Promise<boolean> =>
    !isBelow(await realpath(absolute), await realpath(folder));

  const lookAtLink = async (...[info, absolute, path, depth]: Parameters<typeof look>): Promise<void> => {
    // What can't be looked at is told about as a file.
    if (!(await leadsOut(absolute).catch(() => false))) return look(info, absolute, path, depth);
    const message = 'The link leads out of the corpus folder; it is left out.';
    const fix = 'Copy what it leads to into the folder, or set CORPUS_FOLLOW_LINKS=yes.';
    problems.push({ severity: 'warning', path, message, fix });
  };

  /** Most are files, which are waited for together. */
  const look = (
    info: Stats | string,
    absolute: string,
    path: string,
    depth: number,
  ): Promise<void> | undefined => {
    if (typeof info === 'string') {
      const fix = 'Check that it exists and that the bot may read it.';
      problems.push({ severity: 'error', path, message: `The file cannot be read: ${info}.`, fix });
    } else if (info.isDirectory()) return visit(absolute, `${path}/`, depth + 1);
    else if (info.isFile() && knownExtension(path) !== undefined)
      files.push({ path, absolute, size: info.size, modified: info.mtimeMs });
    else if (info.isFile() && path.split('/').at(-1) !== SETTINGS_NAME) {
      const kind = extname(path) || 'a file without an extension';
      const fix = `Convert it to one of ${EXTENSIONS.join(' ')}, or move it out of the corpus.`;
      problems.push({
        severity: 'warning',
        path,
        message: `No reader for ${kind}; the file is left out.`,
        fix,
      });
    }
    return undefined;
  };

  await visit(folder, '', 0);
  return { files, problems };
}

/** Files whose size and time are asked for together. */
const AT_ONCE = 64;

/** What is known of some files, or why nothing is. */
function infosOf(paths: readonly string[]): Promise<(Stats | string)[]> {
  const { promise, resolve } = Promise.withResolvers<(Stats | string)[]>();
  const infos = paths.map((): Stats | string => '');
  let missing = paths.length;
  for (const [i, path] of paths.entries())
    stat(path, (error, info) => {
      infos[i] = error === null ? info : reason(error);
      missing--;
      if (missing === 0) resolve(infos);
    });
  return promise;
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

/** Whether a path is a folder or below it; both without links in them. */
export function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** The operating system's words for a failed file operation, without the machine's path. */
export function reason(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'ENOENT') return 'it does not exist';
  if (code === 'ELOOP') return 'its symbolic links go in a circle';
  if (typeof code === 'string') return code;
  return cause instanceof Error ? cause.message : String(cause);
}
