import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const WATCH_DEFAULTS = {
  /** Nothing must have changed for this long, in milliseconds: a copy of many files is one change. */
  quiet: 1000,
  /** But a folder that never rests is read this often, in milliseconds. */
  longest: 15_000,
} as const;

export interface FolderWatch {
  close(): void;
}

export interface WatchOptions {
  /** Called when something has changed and it has been quiet since. */
  readonly onChange: () => void;
  /** A folder can't be watched (any more); the others still are. */
  readonly onError: (error: unknown) => void;
  readonly quiet?: number;
  readonly longest?: number;
}

/**
 * Watches a corpus: a folder with the folders in it, or one file. Hidden files and folders do not count. There is one
 * watch for each folder, since systems allow only so many.
 */
export async function watchCorpus(path: string, options: WatchOptions): Promise<FolderWatch> {
  const { onChange, onError, quiet = WATCH_DEFAULTS.quiet, longest = WATCH_DEFAULTS.longest } = options;
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let firstChange: number | undefined;
  let closed = false;
  const info = await stat(path).catch(() => undefined);
  if (info?.isDirectory()) await addFolders(path);
  else add(dirname(path), (name) => name === basename(path));
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
    },
  };

  async function addFolders(folder: string): Promise<void> {
    add(folder, (name) => !name.startsWith('.') || name === '.drop-lines.txt');
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
      onError(error);
      return [];
    });
    for (const entry of entries) {
      if (entry.isDirectory() && !entry.name.startsWith('.')) await addFolders(join(folder, entry.name));
    }
  }

  function add(folder: string, counts: (name: string) => boolean): void {
    if (closed || watchers.has(folder)) return;
    const drop = () => {
      watchers.get(folder)?.close();
      watchers.delete(folder);
    };
    try {
      const watcher = watch(folder, { persistent: false }, (_, name) => {
        if (name === null || counts(name)) changed();
      });
      watcher.on('error', (error) => {
        drop();
        onError(error);
      });
      watchers.set(folder, watcher);
    } catch (error) {
      onError(error);
    }
  }

  function changed(): void {
    if (closed) return;
    const now = performance.now();
    firstChange ??= now;
    clearTimeout(timer);
    timer = setTimeout(settle, Math.max(0, Math.min(quiet, firstChange + longest - now)));
    timer.unref();
  }

  async function settle(): Promise<void> {
    firstChange = undefined;
    if (info?.isDirectory()) {
      // A folder that was made anew at the same place has lost its watch.
      for (const [folder, watcher] of watchers) {
        if (folder === path || (await stat(folder).catch(() => undefined))) continue;
        watcher.close();
        watchers.delete(folder);
      }
      await addFolders(path);
    }
    if (!closed) onChange();
  }
}
