import type { Article } from '../../corpus/article.ts';
import { BodyCache } from '../../search/articles/body-cache.ts';
import type { ByteSource } from '../../search/bytes/byte-source.ts';
import { lazily } from '../../search/lazily.ts';
import { codeVersion } from './code-version.ts';
import type { IndexStore } from './index-store.ts';
import { setAside } from './set-aside.ts';
import { createShelf } from './shelf.ts';
import { type CorpusState, restoreCorpus, storeCorpus } from './stored-corpus.ts';

/** What is kept of one corpus, in memory and for the next start. */
export interface CorpusCache {
  /** The words of articles that were read last. */
  readonly bodies: BodyCache;
  /** Puts the file of a segment where it is kept: in memory when there is no other place. */
  keep(parts: readonly Uint8Array[]): ByteSource;
  /** Says that the file of a segment has no use any more: what names it now is replaced by the next save. */
  drop(source: ByteSource): void;
  /** A function that takes the words of articles out of memory while a corpus is read; absent without a place for them. */
  aside(): ((article: Article) => Article) | undefined;
  /** What was saved last; `undefined` when there is nothing of use. */
  restore(): CorpusState | undefined;
  /** @returns whether nothing is left to be saved */
  save(state: CorpusState): boolean;
}

/**
 * @param corpus absolute path of a folder or a file
 * @param onError told when what was saved is of no use
 */
export function createCorpusCache(
  store: IndexStore | undefined,
  corpus: string,
  onError: (error: unknown) => void,
): CorpusCache {
  const version = store === undefined ? '' : codeVersion();
  const shelf = createShelf(store, corpus);
  const bodies = new BodyCache();
  return {
    bodies,
    keep: (parts) => shelf.keep(parts),
    drop: (source) => shelf.drop(source),
    aside() {
      if (store === undefined) return undefined;
      // Most reloads read nothing anew and need no file.
      const open = lazily(() => store.scratch(corpus));
      return (article) => {
        const scratch = open();
        return scratch === undefined ? article : setAside(article, scratch, bodies);
      };
    },
    restore() {
      const kept = store?.load(corpus, version);
      if (kept === undefined) return undefined;
      try {
        return restoreCorpus(kept, shelf, bodies);
      } catch (error) {
        // Whatever is wrong with what was stored, the files are there to be read.
        onError(error);
        shelf.clear();
        return undefined;
      }
    },
    save(state) {
      if (store === undefined) return true;
      const stored = storeCorpus(state, shelf);
      const { dropped } = shelf;
      const saved =
        stored !== undefined && store.save(corpus, version, stored.manifest, stored.names, [...dropped]);
      // What is saved may be older than what was dropped since, and still name it.
      if (saved) for (const name of new Set(dropped).difference(new Set(stored.names))) dropped.delete(name);
      // Another process may have removed what this one had written.
      if (!saved) shelf.clear();
      return saved;
    },
  };
}
