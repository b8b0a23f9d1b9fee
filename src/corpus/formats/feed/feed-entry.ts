/** One entry of a feed, whatever its format; what it does not say is absent. */
export interface FeedEntry {
  /** What the feed itself tells its entries apart by; feeds repeat them, and change them. */
  readonly id?: string;
  /** Where its article can be read: absolute, http(s). */
  readonly url?: string;
  /** One line without markup; '' when there is none. */
  readonly title: string;
  /** Its words as HTML, the fullest there are; '' when there are none. */
  readonly markup: string;
  /** The words stand where feeds put whole articles, not summaries. */
  readonly whole: boolean;
  /** When it was published and changed, as written: any of the forms that `parseCalendarDate` reads, or others. */
  readonly published: readonly string[];
  readonly updated?: string;
  /** Who wrote it, as stated: by the entry, the source it was taken from, or the feed. */
  readonly people: readonly (readonly string[])[];
  /** The paper it was taken from, when that is not the feed. */
  readonly source?: string;
  /** Words that the publisher files it under. */
  readonly tags: readonly string[];
}

/** A feed, read. */
export interface Feed {
  readonly format: 'rss' | 'atom' | 'rdf' | 'json' | 'sitemap';
  /** One line without markup; '' when there is none. */
  readonly title: string;
  /** The address of the site that it is the feed of. */
  readonly site?: string;
  /** In the feed's own order. */
  readonly entries: readonly FeedEntry[];
  /** How often it wants to be asked. */
  readonly pace: FeedPace;
  /** Other files that hold the entries, for an index of sitemaps. */
  readonly parts?: readonly FeedPart[];
}

/** A sitemap that an index names. */
export interface FeedPart {
  readonly url: string;
  /** When it last changed, as written. */
  readonly changed?: string;
}

export interface FeedPace {
  /** Minutes for which the feed says that it stays as it is. */
  readonly ttl?: number;
  /** Hours (0 to 23, in UTC) and days (English names) on which there is nothing new. */
  readonly skipHours: readonly number[];
  readonly skipDays: readonly string[];
}
