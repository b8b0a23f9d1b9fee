import { type CorpusFile, knownExtension } from './list-files.ts';
import { readRegularFile } from './regular-file.ts';

const DEFAULTS = {
  /** Files that are read before it is their turn, of fewer bytes each: it bounds what waits in memory. */
  files: 8,
  bytes: 256 * 1024,
} as const;

/** Read piece by piece by their readers, or looked into first. */
const PIECEMEAL: ReadonlySet<string> = new Set(['.jsonl', '.jsonl.gz', '.mbox', '.xml']);

/** Reads files, small ones a little before they are asked for. */
export interface ReadAhead {
  /** When the reading of a file has begun, in milliseconds since 1970; `undefined` for one that has not. */
  begunAt(file: CorpusFile): number | undefined;
  /** @throws see `readRegularFile` */
  read(file: CorpusFile, limit: number): Promise<Uint8Array>;
}

/**
 * Has the file system work on the next files while one is parsed: opening, reading and closing one takes as long as that.
 * @param files those that will be asked for, in this order
 * @param now milliseconds since 1970
 */
export function createReadAhead(
  files: Iterable<CorpusFile>,
  now: () => number,
  read: typeof readRegularFile = readRegularFile,
): ReadAhead {
  const rest = Iterator.from(files).filter(isSmall);
  const begun = new Map<CorpusFile, { readonly at: number; readonly bytes: Promise<Uint8Array> }>();
  const beginMore = (): void => {
    while (begun.size < DEFAULTS.files) {
      const { done, value: file } = rest.next();
      if (done === true) return;
      const bytes = read(file.absolute, DEFAULTS.bytes);
      // Whoever asks for the file hears of it.
      bytes.catch(() => undefined);
      begun.set(file, { at: now(), bytes });
    }
  };
  return {
    begunAt: (file) => begun.get(file)?.at,
    async read(file, limit) {
      beginMore();
      const ahead = begun.get(file);
      begun.delete(file);
      beginMore();
      // It may have grown since it was listed.
      return ahead === undefined
        ? read(file.absolute, limit)
        : ahead.bytes.catch(() => read(file.absolute, limit));
    },
  };
}

function isSmall({ path, size }: CorpusFile): boolean {
  return size > 0 && size < DEFAULTS.bytes && !PIECEMEAL.has(knownExtension(path) ?? '');
}
