import { performance } from 'node:perf_hooks';

export const WORK_QUEUE_DEFAULTS = {
  /** Work that is expected to wait longer than this, in milliseconds, is acknowledged before it is done. */
  patience: 50,
  /** Acknowledged work stands back this long at most, in milliseconds, while others are being acknowledged. */
  courtesy: 1500,
  /** What one job is taken to last before any has run, in milliseconds. */
  firstGuess: 10,
  /** How much the latest job counts in the moving average of what a job lasts. */
  smoothing: 0.2,
} as const;

type Job = () => void;

/**
 * Runs short, synchronous jobs one per turn of the event loop, so that network traffic gets through between them. Two
 * hundred questions at once must not keep each other's acknowledgements waiting: what can be answered at once is; what
 * would be late is acknowledged first, and then stands back until the others are acknowledged too.
 */
export class WorkQueue {
  readonly #clock: () => number;
  /** Nobody has been told anything yet about these. */
  readonly #urgent: Job[] = [];
  /** The user sees that these are being worked on. */
  readonly #relaxed: Job[] = [];
  #acknowledging = 0;
  #courtesyEnds = 0;
  #courtesyTimer: NodeJS.Timeout | undefined;
  /** Moving average from the start of one job to the start of the next, with all that happens between them. */
  #turnMilliseconds: number = WORK_QUEUE_DEFAULTS.firstGuess;
  #scheduled = false;
  #lastWasUrgent = false;
  #lastStart: number | undefined;

  /** @param clock milliseconds, monotonic */
  constructor(clock: () => number = () => performance.now()) {
    this.#clock = clock;
  }

  /** How many jobs wait for their turn. */
  get waiting(): number {
    return this.#urgent.length + this.#relaxed.length;
  }

  /**
   * @param job synchronous work of some milliseconds
   * @param acknowledge called first when the job would have to wait; its failure is the failure of the whole
   * @returns what the job returns
   */
  async run<T>(job: () => T, acknowledge?: () => Promise<void>): Promise<T> {
    const turns = (this.#urgent.length + 1) * (this.#relaxed.length > 0 ? 2 : 1);
    const late = turns * this.#turnMilliseconds > WORK_QUEUE_DEFAULTS.patience;
    if (!late || acknowledge === undefined) return this.#add(this.#urgent, job);
    if (this.#acknowledging === 0) this.#beCourteous();
    this.#acknowledging += 1;
    try {
      await acknowledge();
    } finally {
      this.#acknowledging -= 1;
      if (this.#acknowledging === 0) clearTimeout(this.#courtesyTimer);
      this.#schedule();
    }
    return this.#add(this.#relaxed, job);
  }

  #add<T>(jobs: Job[], job: () => T): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    jobs.push(() => {
      try {
        resolve(job());
      } catch (error) {
        reject(error);
      }
    });
    this.#schedule();
    return promise;
  }

  #beCourteous(): void {
    const { courtesy } = WORK_QUEUE_DEFAULTS;
    this.#courtesyEnds = this.#clock() + courtesy;
    this.#courtesyTimer = setTimeout(() => this.#schedule(), courtesy);
  }

  get #relaxedMayRun(): boolean {
    return this.#relaxed.length > 0 && (this.#acknowledging === 0 || this.#clock() >= this.#courtesyEnds);
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = this.#urgent.length > 0 || this.#relaxedMayRun;
    if (!this.#scheduled) {
      this.#lastStart = undefined;
      return;
    }
    setImmediate(() => {
      this.#scheduled = false;
      const start = this.#clock();
      this.#learn(start - (this.#lastStart ?? start - this.#turnMilliseconds));
      this.#lastStart = start;
      this.#take()?.();
      // A job alone tells only that a turn takes at least as long as the job.
      this.#learn(Math.max(this.#clock() - start, this.#turnMilliseconds));
      this.#schedule();
    });
  }

  #learn(milliseconds: number): void {
    this.#turnMilliseconds += WORK_QUEUE_DEFAULTS.smoothing * (milliseconds - this.#turnMilliseconds);
  }

  /** Turn by turn from both lists; only from the urgent one while others are being acknowledged. */
  #take(): Job | undefined {
    const urgentFirst = this.#urgent.length > 0 && !(this.#lastWasUrgent && this.#relaxedMayRun);
    this.#lastWasUrgent = urgentFirst;
    return urgentFirst ? this.#urgent.shift() : this.#relaxed.shift();
  }
}
