import robotsParser from 'robots-parser';
import { LinkError } from '../../corpus/links/fetch-page.ts';
import type { Resource } from '../../corpus/links/fetch-resource.ts';
import { FEED_DEFAULTS } from '../feed-defaults.ts';

/** What robots.txt files are asked as: the product's name, without version. */
const PRODUCT = 'Footnote';

/** What a host's robots.txt says. `unknown`: it could not be had for the moment, so nothing may be fetched. */
export interface RobotsRules {
  readonly allows: (url: string) => boolean | 'unknown';
  /** Milliseconds between two requests that it asks for. */
  readonly pause: number;
}

type FetchText = (url: string) => Promise<Pick<Resource, 'status' | 'bytes'>>;

/**
 * The robots.txt files of hosts, each read once a day (RFC 9309): one that is not there allows everything, one that
 * can't be had nothing.
 */
export class Robots {
  readonly #known = new Map<string, { readonly rules: RobotsRules; readonly until: number }>();
  readonly #fetch: FetchText;
  readonly #now: () => number;

  constructor(fetch: FetchText, now: () => number) {
    this.#fetch = fetch;
    this.#now = now;
  }

  /** @throws only what is no failure of the fetching */
  async rulesFor({ origin }: URL): Promise<RobotsRules> {
    const known = this.#known.get(origin);
    if (known !== undefined && known.until > this.#now()) return known.rules;
    const rules = await this.#read(`${origin}/robots.txt`);
    const age = rules === undefined ? FEED_DEFAULTS.robotsRetry : FEED_DEFAULTS.robotsAge;
    const kept = rules ?? UNKNOWN;
    this.#known.delete(origin);
    this.#known.set(origin, { rules: kept, until: this.#now() + age });
    const [oldest] = this.#known.keys();
    if (this.#known.size > FEED_DEFAULTS.robotsHosts && oldest !== undefined) this.#known.delete(oldest);
    return kept;
  }

  async #read(address: string): Promise<RobotsRules | undefined> {
    try {
      const { status, bytes } = await this.#fetch(address);
      if (status === 429 || status >= 500) return undefined;
      return parseRobots(address, status === 200 ? new TextDecoder().decode(bytes) : '');
    } catch (cause) {
      if (!(cause instanceof LinkError)) throw cause;
      // An address that is refused has no rules; asking for it says why.
      return cause.temporary ? undefined : parseRobots(address, '');
    }
  }
}

const UNKNOWN: RobotsRules = { allows: () => 'unknown', pause: 0 };

/** @param address of the robots.txt itself */
function parseRobots(address: string, text: string): RobotsRules {
  const robots = robotsParser(address, text);
  return {
    allows: (url) => robots.isAllowed(url, PRODUCT) !== false,
    pause: (robots.getCrawlDelay(PRODUCT) ?? 0) * 1000,
  };
}
