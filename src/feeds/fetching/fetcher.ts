import { type FetchOptions, LinkError } from '../../corpus/links/fetch-page.ts';
import { fetchResource, type Resource } from '../../corpus/links/fetch-resource.ts';
import { FEED_DEFAULTS } from '../feed-defaults.ts';
import { HostTurns, type Waiting } from './host-turns.ts';
import { Robots } from './robots.ts';

const NO_ROBOTS = 'The site’s robots.txt could not be read, so nothing is fetched from it. Try again later.';
const NOT_ALLOWED =
  'The site’s robots.txt does not allow programs to read this address. Ask the site for another feed.';

interface Asking {
  readonly headers?: Readonly<Record<string, string>>;
  /** What is wanted: the first is asked for above all. */
  readonly accept: string;
  readonly bytes: number;
  readonly signal?: AbortSignal | undefined;
  /** See `FetchOptions`. */
  readonly onAnswer?: FetchOptions['onAnswer'];
}

/** Fetches as a polite guest: robots.txt is heeded, and each host asked one thing at a time with pauses. */
export type Fetcher = (address: string, asking: Asking) => Promise<Resource>;

export interface FetcherOptions extends Waiting {
  /** Of this program, for its name. */
  readonly version: string;
  /** For tests: another resolver, other addresses and ports. */
  readonly guard?: FetchOptions['guard'];
}

/** Makes a fetcher; its results and failures are those of `fetchResource`. */
export function createFetcher({ version, guard, ...waiting }: FetcherOptions): Fetcher {
  const turns = new HostTurns(waiting);
  const agent = `Footnote/${version} (Discord bot; reads feeds that its moderators follow)`;
  const get = (address: string, asking: Asking) =>
    fetchResource(address, {
      limits: { bytes: asking.bytes, milliseconds: FEED_DEFAULTS.fetchTime },
      headers: { 'user-agent': agent, accept: asking.accept, ...asking.headers },
      ...(guard !== undefined && { guard }),
      ...(asking.signal !== undefined && { signal: asking.signal }),
      ...(asking.onAnswer !== undefined && { onAnswer: asking.onAnswer }),
      onRedirect: async (to) => {
        await checkRobots(to);
      },
    });
  const robots = new Robots(
    (address) =>
      fetchResource(address, {
        limits: { bytes: FEED_DEFAULTS.robotsBytes, milliseconds: FEED_DEFAULTS.fetchTime },
        headers: { 'user-agent': agent, accept: 'text/plain' },
        ...(guard !== undefined && { guard }),
      }),
    waiting.now,
  );

  return async (address, asking) => {
    const url = URL.parse(address);
    if (url === null || !/^https?:$/.test(url.protocol)) return get(address, asking);
    const { signal } = asking;
    let pause: number = FEED_DEFAULTS.hostPause;
    return turns.run(
      url.host,
      async () => {
        pause = Math.max(pause, await checkRobots(url));
        return get(address, asking);
      },
      { pause: () => pause, ...(signal !== undefined && { signal }) },
    );
  };

  /** @returns the pause that the host asks for @throws {LinkError} when it does not want the address to be read by programs */
  async function checkRobots(url: URL): Promise<number> {
    const rules = await robots.rulesFor(url);
    const allowed = rules.allows(url.href);
    if (allowed === 'unknown') throw new LinkError(NO_ROBOTS, { temporary: true });
    if (!allowed) throw new LinkError(NOT_ALLOWED);
    return rules.pause;
  }
}
