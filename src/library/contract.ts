import type { Turn, Understanding } from '../answer/follow-up/understand-follow-up.ts';
import type { SegmentShare } from './indexing/segment-share.ts';
import type { LibraryStatus, Progress, ReloadOptions, ReloadReport } from './reload-report.ts';
import type { Snapshot } from './snapshot.ts';
import type { IndexStore } from './stored/index-store.ts';

export interface LibraryOptions {
  /** A folder of articles, or one `.jsonl`/`.jsonl.gz` file. */
  readonly corpus: string;
  /** Symbolic links may lead out of the folder. */
  readonly followLinks?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
  /** Make what suggestions need before a snapshot is used, rather than at the first one: for a bot, not for one question. */
  readonly prepare?: boolean;
  /** Keeps what was read and indexed for the next start (`openIndexFolder`); its owner closes it after the library. */
  readonly cache?: IndexStore;
  /** Answers from what has been indexed while the first indexing of a large corpus goes on. */
  readonly meanwhile?: Meanwhile;
  /** Has what a reload must index made by one of several processes. */
  readonly share?: SegmentShare;
  /** Told when the cache's content is of no use; the corpus is read anew then. */
  readonly onCacheError?: (error: unknown) => void;
  /** Reload by itself a moment after a file has changed. */
  readonly watch?: {
    readonly onReload: (report: ReloadReport) => void;
    /** A reload failed, or a folder can't be watched. */
    readonly onError: (error: unknown) => void;
  };
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Who is told of a first indexing that goes on after the library has been opened. */
export interface Meanwhile {
  /** All of the corpus answers now. */
  readonly onWhole: (status: LibraryStatus) => void;
  /** It has failed: what was indexed goes on answering, and a reload does the rest. */
  readonly onError: (error: unknown) => void;
  /** Other than `INDEX_DEFAULTS.meanwhile`. */
  readonly limits?: { readonly from: number; readonly sentences: number };
}

/** The corpus in memory: always one complete snapshot. */
export interface Library {
  current(): Snapshot;
  /**
   * Reads what has changed in the corpus's files and swaps the snapshot if the new one is sound; the old one answers
   * until then. Reloads run one at a time, in the order of the calls. An unsound corpus is a report with a `reason`.
   * @throws only the signal's reason, when it was aborted, and an error after `close`
   */
  reload(options?: ReloadOptions): Promise<ReloadReport>;
  status(): LibraryStatus;
  /** The stemmed terms that carry the meaning of a question, as the search sees it; for comparing questions. */
  terms(question: string): readonly string[];
  /** What a text asks when it follows a question, by rules; any text may come. */
  understand(before: Turn, typed: string): Understanding;
  /** Stops watching and reloading, and saves what the next start can use. The snapshot goes on answering. */
  close(): Promise<void>;
}
