import type { Article, CalendarDate, Problem } from '../corpus/article.ts';
import type { Corpus } from '../corpus/load.ts';
import { compareArticles } from './compare-articles.ts';
import type { Snapshot } from './snapshot.ts';

/** What the library is doing, for a progress bar: `done` of `total` in the step's own unit. */
export interface Progress {
  readonly step: 'reading' | 'indexing';
  readonly done: number;
  readonly total: number;
}

export interface ReloadOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** Cancels: while waiting in the queue or at work. The corpus stays as it was. */
  readonly signal?: AbortSignal;
  /** Who asked for it (a Discord id, or "watch"), for the status. */
  readonly by?: string;
  /** Swap even when more than half of the articles went away at once. */
  readonly confirmed?: boolean;
}

interface CorpusCounts {
  readonly articles: number;
  readonly sentences: number;
}

/** Why a reload kept the corpus as it was. */
export interface KeptReason {
  /** `vanished`: more than half of the articles went away; reload with `confirmed` if that is meant. */
  readonly kind: 'unreadable' | 'nothing-readable' | 'vanished';
  /** What happened and what to do, in two sentences at most, for a moderator. */
  readonly message: string;
}

/** What a reload did. Articles are in the order of the corpus. */
export interface ReloadReport {
  readonly added: readonly Article[];
  /** As they are now. */
  readonly changed: readonly Article[];
  /** As they were. */
  readonly removed: readonly Article[];
  /** Every error of the corpus's files, not only new ones: these articles or parts are left out. */
  readonly failed: readonly Problem[];
  readonly before: CorpusCounts;
  /** The same as `before` when nothing was swapped. */
  readonly after: CorpusCounts;
  readonly ms: number;
  /** Whether the new corpus answers now. False also when nothing had changed. */
  readonly swapped: boolean;
  /** How far the processes are that share the corpus, this one among them; absent when there is one only. */
  readonly processes?: { readonly count: number; readonly behind: readonly string[] };
  /** Set when the old corpus was kept although the files differ. */
  readonly reason?: KeptReason;
}

/** The last reload, or the start. */
export interface LastReload {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by?: string;
  readonly ms: number;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly swapped: boolean;
}

export interface LibraryStatus extends CorpusCounts {
  readonly publishers: number;
  readonly undated: number;
  /** First and last day of publication; absent when no article has a date. */
  readonly span?: readonly [from: CalendarDate, to: CalendarDate];
  readonly errors: number;
  readonly warnings: number;
  /** Size of the corpus's files. */
  readonly bytes: number;
  /** Memory of the whole process (resident set). */
  readonly memoryBytes: number;
  /** When the corpus in use was loaded (the start or the last reload that swapped), milliseconds since 1970. */
  readonly loadedAt: number;
  /** Absent before the first reload. */
  readonly lastReload?: LastReload;
  /** The version of the corpus that processes share; absent when it is a folder's. */
  readonly version?: number;
  /** Articles that do not answer yet, since they are still being indexed for the first time; absent when all do. */
  readonly toIndex?: number;
  /** Reloads at work or waiting. */
  readonly reloading: number;
  readonly watching: boolean;
}

function countsOf({ articles, sentenceCount }: Snapshot): CorpusCounts {
  return { articles: articles.length, sentences: sentenceCount };
}

/**
 * What a reload did.
 * @param corpus as it was read
 */
export function reportOf(
  before: Snapshot,
  after: Snapshot,
  { articles, problems }: Pick<Corpus, 'articles' | 'problems'>,
  outcome: Pick<ReloadReport, 'ms' | 'swapped' | 'reason'>,
): ReloadReport {
  return {
    ...compareArticles(before.articles, articles),
    failed: problems.filter(({ severity }) => severity === 'error'),
    before: countsOf(before),
    after: countsOf(after),
    ...outcome,
  };
}

/** What the status keeps of a reload. @param at when it ended, milliseconds since 1970 */
export function lastReloadOf(
  { added, changed, removed, ms, swapped }: ReloadReport,
  at: number,
  by: string | undefined,
): LastReload {
  const counts = { added: added.length, changed: changed.length, removed: removed.length };
  return { at, ...(by === undefined ? {} : { by }), ms, ...counts, swapped };
}
