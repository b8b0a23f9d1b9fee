import type { FeedRecord, FeedStatus } from '../../state/feeds/feed-records.ts';
import type { WithLease } from '../../state/leases.ts';
import { FEED_DEFAULTS } from '../feed-defaults.ts';
import { type PollOutcome, type PollTools, pollFeed } from './poll-feed.ts';

export interface PollerOptions extends PollTools {
  readonly runAlone: WithLease;
  /** Articles have come in or changed: time to read the corpus anew. Awaited, and called once for several feeds. */
  readonly onNews: () => Promise<void>;
  /** A feed has failed for days: called once until it works again. Absent: it is left to another process to tell. */
  readonly onFailing?: (feed: FeedRecord, status: FeedStatus) => Promise<void>;
  readonly onPolled?: (feed: FeedRecord, outcome: PollOutcome) => void;
  readonly onError: (error: unknown) => void;
}

/** Asks each feed when it is due. Its state is a timer and what is at work. */
export class FeedPoller {
  readonly #options: PollerOptions;
  readonly #ending = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<unknown> | undefined;
  #telling: Promise<void> | undefined;
  #again = false;

  constructor(options: PollerOptions) {
    this.#options = options;
  }

  /** Begins to look, now and then, whether a feed is due. */
  start(): void {
    this.#timer ??= setInterval(() => void this.round(), FEED_DEFAULTS.tick).unref();
    void this.round();
  }

  /** Asks all feeds that are due, in this process or, if that is at it, in another. Never rejects. */
  round(): Promise<unknown> {
    this.#round ??= this.#options
      .runAlone('feeds', (signal) => this.#pollDue(AbortSignal.any([signal, this.#ending.signal])))
      .catch((error: unknown) => {
        if (!this.#ending.signal.aborted) this.#options.onError(error);
      })
      .finally(() => {
        this.#round = undefined;
      });
    return this.#round;
  }

  /** Stops; what was begun is taken up at the next start. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#ending.abort(new Error('The reading of feeds was stopped'));
    await this.#round;
  }

  async #pollDue(signal: AbortSignal): Promise<void> {
    const { feeds, now } = this.#options;
    const due: FeedRecord[] = [];
    for (const feed of await feeds.list())
      if (feed.paused === undefined && (await feeds.status(feed.name)).next <= now()) due.push(feed);
    const hosts = Map.groupBy(due, ({ url }) => URL.parse(url)?.host ?? url);
    const waiting = [...hosts.values()];
    const workers = Array.from({ length: FEED_DEFAULTS.hosts }, async () => {
      for (let own = waiting.pop(); own !== undefined; own = waiting.pop())
        for (const feed of own) await this.#poll(feed, signal);
    });
    await Promise.all(workers);
    await this.#telling;
  }

  /** What goes wrong with one feed does not hold up the others. */
  async #poll(feed: FeedRecord, signal: AbortSignal): Promise<void> {
    const { onPolled, onError } = this.#options;
    signal.throwIfAborted();
    try {
      const outcome = await pollFeed(feed, this.#options, signal);
      onPolled?.(feed, outcome);
      if (outcome.kind === 'failed') await this.#tellFailing(feed);
      // What came in before the program ended counts as well: it may not have been told.
      if (outcome.kind === 'read') this.#tellNews();
    } catch (error) {
      signal.throwIfAborted();
      onError(error);
    }
  }

  /** One telling at a time; what comes in meanwhile is in the next. */
  #tellNews(): void {
    this.#again = true;
    this.#telling ??= this.#tell().finally(() => {
      this.#telling = undefined;
    });
  }

  async #tell(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      await this.#options.onNews().catch(this.#options.onError);
    }
  }

  async #tellFailing(feed: FeedRecord): Promise<void> {
    const { feeds, now, onFailing } = this.#options;
    const status = await feeds.status(feed.name);
    const { failingSince = now(), told = false } = status;
    if (onFailing === undefined || told || now() - failingSince < FEED_DEFAULTS.tellAfter) return;
    await onFailing(feed, status);
    await feeds.setStatus(feed.name, { ...status, told: true });
  }
}
