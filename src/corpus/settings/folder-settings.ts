import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../article.ts';
import { reason } from '../reading/list-files.ts';
import type { FolderSettings } from './parse-settings.ts';

/** What a folder says of all the articles in it and below it. */
const SETTINGS_FILE = 'corpus.yaml';

/** A settings file is a few lines. */
const LARGEST = 64 * 1024;

/**
 * Reads the settings of a corpus's folders. A folder's own come before those of the folders it stands in.
 * @param paths of the corpus's files, `/` between their parts
 */
export async function readFolderSettings(
  root: string,
  paths: readonly string[],
): Promise<{ folders: ReadonlyMap<string, FolderSettings>; problems: readonly Problem[] }> {
  const folders = new Map<string, FolderSettings>();
  const problems: Problem[] = [];
  for (const folder of foldersOf(paths)) {
    const path = folder === '' ? SETTINGS_FILE : `${folder}/${SETTINGS_FILE}`;
    const text = await readSettingsFile(join(root, path));
    if (text === undefined) continue;
    if (typeof text !== 'string') {
      problems.push({
        severity: 'error',
        path,
        message: text.message,
        fix: 'Check that the bot may read it.',
      });
      continue;
    }
    // Most corpora have none, and need no reader of YAML.
    const { parseSettings } = await import('./parse-settings.ts');
    const read = parseSettings(text, path);
    problems.push(...read.problems);
    folders.set(folder, read.settings);
  }
  return { folders, problems };
}

/** What holds for a file: the nearest folder that says something has the word. */
export function settingsFor(path: string, folders: ReadonlyMap<string, FolderSettings>): FolderSettings {
  if (folders.size === 0) return {};
  let settings: FolderSettings = { ...folders.get('') };
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
    settings = { ...settings, ...folders.get(path.slice(0, at)) };
  return settings;
}

function foldersOf(paths: readonly string[]): string[] {
  const folders = new Set(['']);
  for (const path of paths)
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) folders.add(path.slice(0, at));
  return [...folders].sort();
}

async function readSettingsFile(file: string): Promise<string | { message: string } | undefined> {
  try {
    const text = await readFile(file, 'utf8');
    return text.length > LARGEST ? { message: 'The settings are too long.' } : text;
  } catch (cause) {
    const why = reason(cause);
    if (why === 'it does not exist' || why === 'ENOTDIR') return undefined;
    return { message: `The settings cannot be read: ${why}.` };
  }
}
