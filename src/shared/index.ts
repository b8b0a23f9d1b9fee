import type { Keeper, KeeperOptions } from '../corpus/keep/keeper.ts';
import {
  codeVersion,
  type IndexStore,
  type Library,
  type ReloadReport,
  type SegmentShare,
} from '../library/index.ts';
import type { Postgres } from '../state/postgres/connect.ts';
import { isPassing, unusable } from '../state/postgres/postgres-errors.ts';
import { openSharedCorpus } from './open-shared-corpus.ts';
import { buildOnce } from './shared-index.ts';
import { openSharedKeeper } from './shared-keeper.ts';
import { SharedLibrary } from './shared-library.ts';
import { shareSegments } from './shared-segments.ts';

/** The corpus that processes share, ready to be read from this one's folder. */
export interface SharedHome {
  /** The folder of articles; nobody else writes into it. */
  readonly folder: string;
  /** Files of the newest version. */
  readonly files: number;
  /**
   * Opens the folder's library; of several processes that have no index yet one builds it, and the others fetch it.
   * @param store where this process keeps it
   */
  withIndex<T>(store: IndexStore, open: () => Promise<T>, onError: SharedEvents['onError']): Promise<T>;
  /** Has what is new to all processes indexed by one of them. */
  share(onError: SharedEvents['onError']): SegmentShare;
  /** Makes of the folder's library one that follows the others. */
  follow(inner: Library, events: SharedEvents): Library;
  /** Opens the keeper of the corpus. */
  openKeeper(options: Omit<KeeperOptions, 'corpus' | 'onChange'>): Promise<Keeper>;
  /**
   * Makes a change of the folder in the database too, or in neither.
   * @param only the files that it can change, by their paths in the folder
   * @throws when the database can't be reached
   */
  change<T>(work: () => Promise<T>, only: readonly string[]): Promise<T>;
  /** Lets another process have the folder. */
  release(): void;
}

export { type Amounts, amountsIn, copyFromFolders, copyToFolders } from './copy-shared.ts';

interface SharedEvents {
  /** Told of a version that was taken over from another process. */
  readonly onReload: (report: ReloadReport) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Opens the corpus that processes share in a database, at its newest version.
 * @param dataDir where this process's copy of it may be
 * @throws {StateError} when the database can't be reached; an error of the disk
 */
export async function openSharedHome(postgres: Postgres, dataDir: string): Promise<SharedHome> {
  const opened = await openSharedCorpus(postgres, dataDir).catch((error: unknown) => {
    throw isPassing(error) ? unusable(postgres.place, error) : error;
  });
  const { shared, release } = opened;
  return {
    folder: shared.folder,
    files: shared.files,
    withIndex: (store, open, onError) =>
      buildOnce(
        {
          postgres,
          store,
          corpus: shared.folder,
          code: codeVersion(),
          dataDir,
          version: () => shared.contentVersion,
          onError,
        },
        open,
      ),
    share: (onError) => shareSegments({ postgres, code: codeVersion(), onError }),
    follow: (inner, events) => new SharedLibrary({ ...opened, ...events, inner, postgres }),
    openKeeper: (options) => openSharedKeeper(shared, options),
    change: (work, only) => shared.change(work, only),
    release,
  };
}
