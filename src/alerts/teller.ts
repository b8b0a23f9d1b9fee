import { createHash } from 'node:crypto';
import type { Article } from '../corpus/article.ts';
import type { Library } from '../library/index.ts';
import { createPace } from '../scheduling/time-slices.ts';
import type { Arrivals } from '../state/feeds/arrivals.ts';
import type { Follow, Follows, Story, Told } from '../state/feeds/follows.ts';
import type { WithLease } from '../state/leases.ts';
import { ALERT_DEFAULTS } from './alert-defaults.ts';
import { bestPassage, type Match, matchArticles } from './match-articles.ts';
import type { Alert, Delivery, Messenger } from './messenger.ts';
import { markDigest, markTold, planStories, type Telling } from './plan-stories.ts';
import { isRoundUp, storyTerms } from './stories.ts';

export interface TellerOptions {
  readonly library: Pick<Library, 'current' | 'terms'>;
  readonly arrivals: Arrivals;
  readonly follows: Follows;
  readonly messenger: Messenger;
  readonly runAlone: WithLease;
  readonly onError: (error: unknown) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Tells followers of what has come in. Its state is a timer and what is at work. */
export class Teller {
  readonly #options: TellerOptions;
  readonly #ending = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<unknown> | undefined;
  #again = false;

  readonly #terms: (text: string) => readonly string[];

  constructor(options: TellerOptions) {
    this.#options = options;
    const { library } = options;
    this.#terms = (text) => library.terms(text);
  }

  /** Begins to look, now and then, for what is to be told. */
  start(): void {
    this.#timer ??= setInterval(() => void this.round(), ALERT_DEFAULTS.tick).unref();
    void this.round();
  }

  /** Tells what is to be told now, in this process or, if that is at it, in another. Never rejects. */
  round(): Promise<unknown> {
    this.#again = true;
    this.#round ??= this.#rounds().finally(() => {
      this.#round = undefined;
    });
    return this.#round;
  }

  /** Stops; what was begun is taken up at the next start. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#ending.abort(new Error('The telling of new articles was stopped'));
    await this.#round;
  }

  async #rounds(): Promise<void> {
    while (this.#again && !this.#ending.signal.aborted) {
      this.#again = false;
      await this.#options
        .runAlone('alerts', (signal) => this.#tell(AbortSignal.any([signal, this.#ending.signal])))
        .catch((error: unknown) => {
          if (!this.#ending.signal.aborted) this.#options.onError(error);
        });
    }
  }

  /**
   * First everything is written down that is to be said, then it is said, and written down that it was: whatever ends the
   * program in between, nothing is lost, and Discord does not post the same message twice.
   */
  async #tell(signal: AbortSignal): Promise<void> {
    const { follows, now } = this.#options;
    await this.#takeArrivals(signal);
    for (const [id, at] of await follows.due()) {
      signal.throwIfAborted();
      if (at > now()) continue;
      const follow = await follows.find(id);
      if (follow !== undefined) await this.#send(follow);
      await this.#note([id]);
    }
  }

  /** Notes when these are to be told something next. */
  async #note(ids: readonly string[]): Promise<void> {
    const { follows } = this.#options;
    const due = new Map(await follows.due());
    for (const id of ids) {
      const next = dueAt(await follows.told(id));
      if (next === undefined || (await follows.find(id)) === undefined) due.delete(id);
      else due.set(id, next);
    }
    await follows.setDue(due);
  }

  async #takeArrivals(signal: AbortSignal): Promise<void> {
    const { library, arrivals, follows, now } = this.#options;
    const waiting = await arrivals.waiting();
    if (waiting.length === 0) return;
    const snapshot = library.current();
    const wanted = new Set(waiting.map(({ path }) => path));
    const byPath = new Map(
      snapshot.articles.filter(({ path }) => wanted.has(path)).map((article) => [article.path, article]),
    );
    const here = waiting.filter(({ path }) => byPath.has(path));
    const fresh = new Set(byPath.values());
    const terms = this.#terms;
    const pace = createPace(ALERT_DEFAULTS.slice, signal);
    // Many follow the same topic.
    const matched = new Map<string, Match[]>();
    const changed: string[] = [];
    for (const follow of fresh.size === 0 ? [] : await follows.list()) {
      const { id, topic, since } = follow;
      const matches = matched.get(topic) ?? matchArticles(snapshot, topic, fresh, terms);
      matched.set(topic, matches);
      const tellings = here.flatMap(({ path, at }): Telling[] => {
        const article = byPath.get(path);
        const match = matches.find((one) => one.article === article);
        if (match === undefined || !isNewer(match.article, at, since)) return [];
        const told = storyTerms(match, snapshot.sentencesOf(match.article), topic, terms);
        return [{ path, terms: told, isRoundUp: isRoundUp(match.article.title) }];
      });
      if (tellings.length > 0) {
        await follows.setTold(id, planStories(follow, await follows.told(id), tellings, now()));
        changed.push(id);
      }
      await pace();
    }
    await this.#note(changed);
    for (const arrival of waiting)
      if (byPath.has(arrival.path) || now() - arrival.at > ALERT_DEFAULTS.unreadable)
        await arrivals.done(arrival);
  }

  async #send(follow: Follow): Promise<void> {
    const { follows, messenger, now } = this.#options;
    let told = await follows.told(follow.id);
    for (const story of told.stories.filter(({ state }) => state === 'sending')) {
      const alert = this.#alertOf(follow, story);
      const delivery =
        alert === undefined ? 'blocked' : await messenger.alert(follow, alert, nonceOf(follow, story));
      if (!(await this.#settle(follow, delivery))) return;
      told = markTold(told, story.paths[0] ?? '', now());
      await follows.setTold(follow.id, told);
    }
    if (told.digest === undefined || told.digest > now()) return;
    const stories = told.stories.filter(({ state }) => state === 'waiting');
    const [first] = stories;
    if (first !== undefined) {
      const delivery = await this.#sendDigest(follow, stories);
      if (!(await this.#settle(follow, delivery))) return;
    }
    await follows.setTold(follow.id, markDigest(told, now()));
  }

  async #sendDigest(follow: Follow, stories: readonly Story[]): Promise<Delivery> {
    const alerts = stories.flatMap((story) => this.#alertOf(follow, story) ?? []);
    const [first, last] = [stories[0], stories.at(-1)];
    if (alerts.length === 0 || first === undefined || last === undefined) return 'blocked';
    const digest = {
      alerts: alerts.slice(0, ALERT_DEFAULTS.digestStories),
      stories: alerts.length,
      from: first.at,
      to: last.at,
    };
    return this.#options.messenger.digest(follow, digest, nonceOf(follow, last));
  }

  /** Undefined when the article has been removed meanwhile. */
  #alertOf({ topic }: Follow, { paths }: Story): Alert | undefined {
    const { library } = this.#options;
    const snapshot = library.current();
    const article = snapshot.articles.find(({ path }) => path === paths[0]);
    if (article === undefined) return undefined;
    const [match] = matchArticles(snapshot, topic, new Set([article]), this.#terms);
    if (match === undefined) return undefined;
    const { inTitle, sentences } = match;
    return { passage: bestPassage(snapshot, match, topic), reason: { inTitle, sentences: sentences.length } };
  }

  /**
   * What follows from a delivery.
   * @returns whether the message is done with; if not, it is tried again with the next round
   */
  async #settle(follow: Follow, delivery: Delivery): Promise<boolean> {
    const { follows, messenger, now } = this.#options;
    if (delivery === 'later') return false;
    if (delivery === 'sent' || delivery === 'blocked') {
      if (follow.failing === undefined) return true;
      const { failing: _, ...well } = follow;
      await follows.save(well);
      return true;
    }
    const { failing } = follow;
    const hasEnded =
      delivery === 'gone' || (failing !== undefined && now() - failing > ALERT_DEFAULTS.refused);
    if (hasEnded) await follows.remove(follow.id);
    else if (failing === undefined) await follows.save({ ...follow, failing: now() });
    if (hasEnded || failing === undefined) await messenger.warn(follow, hasEnded);
    return false;
  }
}

/** When something is to be said: at once, with the next digest, or (undefined) not at all. */
function dueAt({ stories, digest }: Told): number | undefined {
  return stories.some(({ state }) => state === 'sending') ? 0 : digest;
}

/** Came in after it was followed, and is not an old one that came late. */
function isNewer({ published }: Article, at: number, since: number): boolean {
  return at >= since && (published === undefined || published >= new Date(since).toISOString().slice(0, 10));
}

/** At most 25 characters, the same for the same message. */
function nonceOf({ id }: Follow, { paths }: Story): string {
  return createHash('sha256').update(`${id} ${paths[0]}`).digest('base64url').slice(0, 24);
}
