import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Postgres } from '../state/postgres/connect.ts';

const DEFAULTS = {
  /** Milliseconds between two signs of life … */
  beat: 5000,
  /** … and after how many without one a process counts as gone. */
  gone: 16_000,
  /** Milliseconds between two looks at how far the others are, and how long they are waited for. */
  look: 50,
  patience: 5000,
} as const;

/** A process that has the shared corpus. */
export interface ProcessState {
  readonly name: string;
  /** The version of the corpus that it answers from. */
  readonly version: number;
  readonly articles: number;
  /** Why it does not take over the newest version; null: all is well. */
  readonly trouble: string | null;
}

const Row = z.object({
  name: z.string(),
  version: z.string().transform(Number),
  articles: z.number(),
  trouble: z.string().nullable(),
});

/** What the processes of one corpus know of each other. */
export class Processes {
  readonly #postgres: Postgres;
  readonly #id: string;
  #own: ProcessState;
  #timer: NodeJS.Timeout | undefined;

  /** @param id of this process @param name for people */
  constructor(postgres: Postgres, id: string, name: string) {
    this.#postgres = postgres;
    this.#id = id;
    this.#own = { name, version: -1, articles: 0, trouble: null };
  }

  /** Tells what this process answers from, now and every few seconds. A database that is away is told later. */
  async tell(state: Omit<ProcessState, 'name'>): Promise<void> {
    this.#own = { ...this.#own, ...state };
    this.#timer ??= setInterval(() => void this.#beat(), DEFAULTS.beat).unref();
    await this.#beat();
  }

  /** All that are alive. @throws when the database can't be reached */
  all(): Promise<ProcessState[]> {
    return this.#postgres.rows(
      Row,
      `SELECT name, version, articles, trouble FROM footnote.processes
       WHERE seen > now() - $1 * interval '1 millisecond' ORDER BY name`,
      [DEFAULTS.gone],
    );
  }

  /** Waits, not for long, until all that are alive answer from a version or a later one. @returns how far they are then */
  async waitFor(version: number): Promise<ProcessState[]> {
    const until = performance.now() + DEFAULTS.patience;
    for (;;) {
      const all = await this.all();
      const done = all.every((each) => each.version >= version || each.trouble !== null);
      if (done || performance.now() > until) return all;
      await sleep(DEFAULTS.look);
    }
  }

  /** Takes its leave, so that nobody waits for it. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#postgres
      .run('DELETE FROM footnote.processes WHERE id = $1', [this.#id])
      .catch(() => undefined);
  }

  async #beat(): Promise<void> {
    const { name, version, articles, trouble } = this.#own;
    await this.#postgres
      .run(
        `INSERT INTO footnote.processes VALUES ($1, $2, $3, $4, now(), $5) ON CONFLICT (id) DO UPDATE
         SET version = excluded.version, articles = excluded.articles, seen = excluded.seen, trouble = excluded.trouble`,
        [this.#id, name, version, articles, trouble],
      )
      .catch(() => undefined);
  }
}
