const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Every number of telling people of new articles, in one place. Times are milliseconds. */
export const ALERT_DEFAULTS = {
  /** Topics that one person, and one server's channels, may follow. */
  perPerson: 20,
  perServer: 50,
  /** Characters of a topic. */
  topic: 100,
  /** Messages that one topic sends in an hour; the rest waits for a digest. */
  perHour: 4,
  /** The hour of the day, in UTC, at which digests are sent; weekly ones on Mondays. */
  digestHour: 8,
  /** Stories of one digest that are quoted, and that can wait for it. */
  digestStories: 8,
  waiting: 100,
  /** How long articles are held to tell one story. */
  story: 3 * DAY,
  /** Stories that are remembered of a topic. */
  stories: 150,
  /** Characters of an article's first sentences about a topic that tell its story. */
  begin: 900,
  /** Stories imagined beside those at hand, when it is counted how rare a word is. */
  smoothing: 10,
  /** Words that are remembered of a story's further articles, and what likeness to all of its words counts. */
  furtherTerms: 200,
  ofAll: 0.6,
  /** Share of the shorter one's words that two tellings of a story have in common. */
  sameStory: 0.16,
  /** What is enough of it for a round-up of the day. */
  roundUp: 0.5,
  /** So much more of it for each day since the first was told. */
  perDay: 0.05,
  /**
   * An article speaks of a topic when its title does, when this share of its sentences does, or a smaller one, beginning
   * with one of the first sentences. Below, it is a mention in passing, as in a round-up of the day.
   */
  share: 0.1,
  firstSentences: 3,
  shareFromFirst: 0.06,
  /** Sentences that it takes in any case, unless the article has hardly more. */
  sentences: 2,
  shortArticle: 8,
  /** Characters of a sentence that says enough by itself, and of one that says too much. */
  full: 120,
  longest: 500,
  /** An article that has come in, but can't be found among the articles for so long, can't be read. */
  unreadable: HOUR,
  /** How long a channel that refuses is tried before following it ends. */
  refused: DAY,
  /** How often it is looked whether a digest is due. */
  tick: 30 * 1000,
  /** The event loop's turn, while new articles are held against topics. */
  slice: 10,
} as const;
