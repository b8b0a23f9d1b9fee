const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Every number of reading feeds, in one place. Times are milliseconds, sizes bytes. */
export const FEED_DEFAULTS = {
  /** Feeds of one corpus. */
  feeds: 500,
  /** How often a feed is asked at most, as long as nothing is known of it, and at least. */
  often: 10 * MINUTE,
  usually: 30 * MINUTE,
  seldom: 6 * HOUR,
  /** The longest pause that a feed's own words (`ttl`, `Retry-After`) or its failures bring about. */
  longest: DAY,
  retryAfter: 7 * DAY,
  /** After a failure the pause doubles, from this. */
  backoff: 5 * MINUTE,
  /** Share of a pause by which it is longer or shorter, so that feeds do not come all at once. */
  jitter: 0.1,
  /** How long a feed that was being read when the program died is left alone. */
  afterCrash: MINUTE,
  /** Two requests of one host have this pause between them, or what its robots.txt asks for, up to the longest. */
  hostPause: 2 * SECOND,
  longestHostPause: 30 * SECOND,
  /** Hosts that are talked to at the same time. */
  hosts: 4,
  feedBytes: 10 * 1024 * 1024,
  /** Sitemaps of an index that are read: those that changed last. */
  sitemaps: 5,
  pageBytes: 5 * 1024 * 1024,
  robotsBytes: 500 * 1024,
  fetchTime: 20 * SECOND,
  /** How long a robots.txt counts (RFC 9309, 2.4), and one that could not be had. */
  robotsAge: DAY,
  robotsRetry: 15 * MINUTE,
  /** Hosts whose robots.txt is remembered. */
  robotsHosts: 1000,
  /** Entries that are looked at in one poll; the newest ones, of a longer feed. */
  entries: 10_000,
  /** Of a feed that is new here: the newest entries that become articles, and of those the pages that are fetched. */
  firstEntries: 100,
  firstPages: 20,
  /** Pages that are fetched in one later poll; the rest waits for the next, which then comes soon. */
  pages: 60,
  soon: 5 * MINUTE,
  /** How often a page that could not be had for the moment is tried before its summary is taken. */
  pageTries: 3,
  /** An entry with so many characters of text is taken for the whole article. */
  wholeText: 600,
  /** Shorter texts, such as "Read more", are no article. */
  shortText: 40,
  /** Texts of this length or more that are the same are the same article, wherever they stand. */
  sameText: 200,
  /** When it is written down anew that an article is still in its feed. */
  refreshed: 90 * DAY,
  /** A feed that has failed for so long is told to the moderators, once. */
  tellAfter: 2 * DAY,
  /** How often it is looked whether a feed is due. */
  tick: 15 * SECOND,
} as const;
