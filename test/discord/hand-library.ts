import type {
  Library,
  LibraryStatus,
  ReloadOptions,
  ReloadReport,
  Snapshot,
} from '../../src/library/index.ts';

/** A library whose snapshot and reloads a test holds in its hand. */
export interface HandLibrary extends Library {
  understand: Library['understand'];
  reload(options?: ReloadOptions): Promise<ReloadReport>;
}

export function handLibrary(current: () => Snapshot): HandLibrary {
  const counts = () => ({ articles: current().articles.length, sentences: current().sentenceCount });
  return {
    current,
    reload: async () => ({
      added: [],
      changed: [],
      removed: [],
      failed: [],
      before: counts(),
      after: counts(),
      ms: 1,
      swapped: false,
    }),
    status: (): LibraryStatus => ({
      ...counts(),
      publishers: 1,
      undated: 1,
      errors: 0,
      warnings: 0,
      bytes: 1000,
      memoryBytes: 1000,
      loadedAt: 0,
      reloading: 0,
      watching: false,
    }),
    understand: () => ({ kind: 'own' }),
    terms: (question) => question.toLowerCase().match(/\p{L}{4,}/gu) ?? [],
    close: async () => undefined,
  };
}
