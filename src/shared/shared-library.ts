import type { Library, LibraryStatus, ReloadOptions, ReloadReport, Snapshot } from '../library/index.ts';
import type { Postgres } from '../state/postgres/connect.ts';
import { type Listening, listen } from '../state/postgres/listen.ts';
import { isPassing, postgresTrouble } from '../state/postgres/postgres-errors.ts';
import { joinReports } from './join-reports.ts';
import type { Processes } from './processes.ts';
import { CORPUS_CHANNEL, type SharedCorpus } from './shared-corpus.ts';

/** Who asked for a reload, as the status tells it. */
const BY = 'another process';

const DEFAULTS = {
  /** Milliseconds between two looks for a newer version, should its news have been missed. */
  look: 5000,
  /** Milliseconds for which the reload that follows a change of this process is left to whoever made it. */
  own: 1000,
} as const;

export interface SharedLibraryOptions {
  /** Over the folder of `shared`, at its version. */
  readonly inner: Library;
  readonly shared: SharedCorpus;
  readonly postgres: Postgres;
  readonly processes: Processes;
  /** Of this process, as `shared` tells it to the others. */
  readonly process: string;
  /** Told of a version that was taken over from another process. */
  readonly onReload: (report: ReloadReport) => void;
  readonly onError: (error: unknown) => void;
}

/** The library of one of several processes: it takes over every new version of the shared corpus. */
export class SharedLibrary implements Library {
  readonly #options: SharedLibraryOptions;
  readonly #listening: Listening;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #poll: NodeJS.Timeout;
  /** The version that is answered from. */
  #loaded: number;
  /** What was taken over since the last reload that somebody asked for, when that had a change of its own to tell of. */
  #untold: ReloadReport | undefined;
  #closed = false;

  constructor(options: SharedLibraryOptions) {
    this.#options = options;
    this.#loaded = options.shared.version;
    this.#listening = listen(options.postgres, CORPUS_CHANNEL, {
      onNews: (text) => this.#hear(text),
      onConnected: () => void this.#follow(),
    });
    this.#poll = setInterval(() => void this.#follow(), DEFAULTS.look).unref();
    void this.#tell(null);
  }

  current(): Snapshot {
    return this.#options.inner.current();
  }

  status(): LibraryStatus {
    return { ...this.#options.inner.status(), version: this.#loaded };
  }

  terms(question: string): readonly string[] {
    return this.#options.inner.terms(question);
  }

  understand(...asked: Parameters<Library['understand']>): ReturnType<Library['understand']> {
    return this.#options.inner.understand(...asked);
  }

  /** As `Library.reload`; the report says how far the other processes are. */
  async reload(options: ReloadOptions = {}): Promise<ReloadReport> {
    const { inner, shared, processes } = this.#options;
    const { signal } = options;
    const report = await shared.turn(async () => {
      // While the database is away, the folder as it is must do.
      await shared.pull().catch((error: unknown) => {
        if (!isPassing(error) || !shared.whole) throw error;
      });
      const own = await inner.reload(options);
      const untold = this.#untold;
      this.#untold = undefined;
      if (own.reason === undefined) this.#loaded = shared.version;
      return untold === undefined ? own : joinReports(untold, own);
    }, signal);
    await this.#tell(report.reason?.message ?? null);
    // What cannot be asked just now is left out: the reload itself is done.
    const all = await processes.waitFor(this.#loaded).catch(() => undefined);
    if (all === undefined) return report;
    const behind = all.filter(({ version }) => version < this.#loaded).map(({ name }) => name);
    return { ...report, processes: { count: all.length, behind } };
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearInterval(this.#poll);
    for (const timer of this.#timers) clearTimeout(timer);
    await this.#listening.close();
    await this.#options.processes.close();
    await this.#options.shared.turn(() => this.#options.inner.close());
  }

  /** A version that was made here is reloaded by who made it, who wants to tell what has changed. */
  #hear(text: string): void {
    const maker = text.split(' ')[1];
    if (maker !== this.#options.process) return void this.#follow();
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      void this.#follow();
    }, DEFAULTS.own);
    this.#timers.add(timer);
  }

  async #follow(): Promise<void> {
    const { inner, shared, onReload, onError } = this.#options;
    if (this.#closed) return;
    try {
      await shared.turn(async () => {
        if (this.#closed) return;
        await shared.pull();
        if (shared.version === this.#loaded) return;
        if (shared.contentVersion > this.#loaded) {
          // Whoever changed it was asked whether most of it should go.
          const report = await inner.reload({ by: BY, confirmed: true });
          if (shared.ownVersion > this.#loaded)
            this.#untold = this.#untold === undefined ? report : joinReports(this.#untold, report);
          if (report.reason !== undefined) return void (await this.#tell(report.reason.message));
          onReload(report);
        }
        this.#loaded = shared.version;
        await this.#tell(null);
      });
    } catch (error) {
      if (this.#closed || isPassing(error)) return;
      await this.#tell(postgresTrouble(error));
      onError(error);
    }
  }

  #tell(trouble: string | null): Promise<void> {
    const { articles } = this.#options.inner.current();
    return this.#options.processes.tell({ version: this.#loaded, articles: articles.length, trouble });
  }
}
