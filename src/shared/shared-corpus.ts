import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { SerialQueue } from '../scheduling/serial-queue.ts';
import type { AuditEntry } from '../state/audit.ts';
import { type Postgres, patiently, type Queries } from '../state/postgres/connect.ts';
import { LOCKS } from '../state/postgres/migrations.ts';
import { isPassing } from '../state/postgres/postgres-errors.ts';
import { contentOf, putContent } from './content.ts';
import {
  corpusVersion,
  countsAsCorpus,
  filesSince,
  nextVersion,
  putFiles,
  type SharedFile,
} from './file-table.ts';
import type { Mirror } from './mirror.ts';

/**
 * The channel on which a new version is told of: the version, a blank, and the process that made it and will reload it;
 * nobody when only drafts or the trash have changed.
 */
export const CORPUS_CHANNEL = 'footnote_corpus';

export const NOBODY = '-';

const DEFAULTS = {
  /** Milliseconds for which a change is tried again while the server is away. */
  patience: 12_000,
  pause: 200,
  /** How long a change waits for those of other processes. */
  lock: '10s',
} as const;

export interface SharedCorpusOptions {
  readonly postgres: Postgres;
  readonly mirror: Mirror;
  /** Of this process among all. */
  readonly process: string;
  /** Writes an entry of the audit log, within the transaction of a change. */
  readonly writeAudit: (queries: Queries, entry: Omit<AuditEntry, 'at'>) => Promise<void>;
}

/**
 * The corpus of several processes as this one has it: the files of one version in a folder. All that reads or changes the
 * folder takes turns.
 */
export class SharedCorpus {
  readonly #options: SharedCorpusOptions;
  readonly #turns = new SerialQueue();
  /** What the folder holds, as it stands in the database. */
  #known = new Map<string, SharedFile>();
  #version = -1;
  #contentVersion = -1;
  #ownVersion = -1;
  /** Whether the folder may hold something else than what is known. */
  #unsure = true;
  /** What is to be written into the audit log with the change that is being made. */
  #notes: Omit<AuditEntry, 'at'>[] = [];

  constructor(options: SharedCorpusOptions) {
    this.#options = options;
  }

  get folder(): string {
    return this.#options.mirror.folder;
  }

  /** Of what the folder holds; -1 before the first `pull`. */
  get version(): number {
    return this.#version;
  }

  /** The latest of those versions that this process has made. */
  get ownVersion(): number {
    return this.#ownVersion;
  }

  /** How many files there are, in the trash and as drafts too. */
  get files(): number {
    return this.#known.size;
  }

  /** The version of the latest change that is known here of what is read as corpus. */
  get contentVersion(): number {
    return this.#contentVersion;
  }

  /** Whether the folder holds exactly one version; if not, the database has gone away in the middle of a change. */
  get whole(): boolean {
    return !this.#unsure;
  }

  /** Does something while the folder stays as it is. */
  turn<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.#turns.run(work, signal);
  }

  /**
   * Brings the folder to the newest version; call it in a turn.
   * @throws when the database can't be reached
   */
  async pull(): Promise<void> {
    const { postgres } = this.#options;
    await patiently(async () => {
      const since = this.#unsure ? -1 : this.#version;
      // One view of both: files of a later version than the one that is read must not come in.
      const found = await postgres.transaction(async (queries) => {
        await queries.run('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
        const version = await corpusVersion(queries);
        return { version, files: version === since ? [] : await filesSince(queries, since) };
      });
      await this.#apply(found);
    });
  }

  /** To be called while a change is made: what the audit log will say of it. */
  note(entry: Omit<AuditEntry, 'at'>): void {
    this.#notes.push(entry);
  }

  /**
   * Changes files of the folder, for all processes: in one transaction, under a lock, on the newest version. What was not
   * committed is undone in the folder; a work that was interrupted since the server went away is done once more.
   * @param work may be called several times
   * @param only the files that it can change, by their paths in the folder; absent: any, for which all are looked at
   * @throws what `work` throws; an error of the database, when it stays away. Nothing was changed then.
   */
  change<T>(work: () => Promise<T>, only?: readonly string[]): Promise<T> {
    return this.turn(async () => {
      const until = performance.now() + DEFAULTS.patience;
      for (;;) {
        const id = randomUUID();
        let made: Made<T> | undefined;
        try {
          await this.#options.postgres.transaction(async (queries) => {
            made = await this.#make(queries, id, work, only);
          });
          return this.#take(made);
        } catch (error) {
          this.#unsure = true;
          if (isPassing(error)) {
            if (made !== undefined && (await this.#wasCommitted(id))) return this.#take(made);
            await sleep(DEFAULTS.pause);
            if (performance.now() < until) continue;
          }
          await this.pull().catch(() => undefined);
          throw error;
        }
      }
    });
  }

  async #make<T>(
    queries: Queries,
    id: string,
    work: () => Promise<T>,
    only?: readonly string[],
  ): Promise<Made<T>> {
    const { mirror, process, writeAudit } = this.#options;
    await queries.run(`SET LOCAL lock_timeout = '${DEFAULTS.lock}'`);
    await queries.run('SELECT pg_advisory_xact_lock($1)', [LOCKS.corpus]);
    const since = this.#unsure ? -1 : this.#version;
    await this.#apply({ version: await corpusVersion(queries), files: await filesSince(queries, since) });
    this.#notes = [];
    const result = await work();
    const files = await mirror.changesFrom(this.#known, only);
    if (files.length === 0) return { result, files, version: this.#version };
    const version = await nextVersion(queries);
    for (const { path, sha256 } of files)
      if (sha256 !== null) await putContent(queries, sha256, mirror.read(path));
    await putFiles(queries, files, version);
    for (const note of this.#notes) await writeAudit(queries, note);
    await queries.run('INSERT INTO footnote.changes (id, version) VALUES ($1, $2)', [id, version]);
    const maker = files.some(({ path }) => countsAsCorpus(path)) ? process : NOBODY;
    await queries.run('SELECT pg_notify($1, $2)', [CORPUS_CHANNEL, `${version} ${maker}`]);
    // The same size and time everywhere: by them the others know the file, and what was indexed of it.
    for (const file of files) if (file.sha256 !== null) await mirror.stamp(file);
    return { result, files, version };
  }

  /** The change has come about: the folder is what the database has. */
  #take<T>(made: Made<T> | undefined): T {
    if (made === undefined) throw new Error('A change was committed that was not made');
    this.#remember(made);
    this.#unsure = false;
    if (made.files.some(({ path }) => countsAsCorpus(path))) this.#ownVersion = made.version;
    return made.result;
  }

  /** After a connection was lost in the middle of a commit, only the database knows how it ended. */
  async #wasCommitted(id: string): Promise<boolean> {
    const found = await patiently(
      () => this.#options.postgres.run('SELECT FROM footnote.changes WHERE id = $1', [id]),
      DEFAULTS.patience,
    );
    return found > 0;
  }

  async #apply({ version, files }: { version: number; files: readonly SharedFile[] }): Promise<void> {
    const { mirror, postgres } = this.#options;
    let wanted = files;
    const anew = this.#unsure;
    this.#unsure = true;
    if (anew) {
      // What was done to the folder and not committed is undone, too.
      this.#known = new Map(files.map((file) => [file.path, file]));
      wanted = await mirror.missing(this.#known);
    }
    for (const file of wanted) {
      if (file.sha256 === null) await mirror.remove(file.path);
      else await mirror.write(file, contentOf(postgres, file.sha256));
    }
    if (anew) this.#contentVersion = version;
    this.#remember({ files, version });
    this.#unsure = false;
  }

  #remember({ files, version }: { files: readonly SharedFile[]; version: number }): void {
    for (const file of files) {
      if (file.sha256 === null) this.#known.delete(file.path);
      else this.#known.set(file.path, file);
    }
    if (files.some(({ path }) => countsAsCorpus(path))) this.#contentVersion = version;
    this.#version = version;
  }
}

/** What a change has made of the folder. */
interface Made<T> {
  readonly result: T;
  readonly files: readonly SharedFile[];
  readonly version: number;
}
