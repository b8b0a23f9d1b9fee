import type { Article, CalendarDate } from '../../corpus/article.ts';
import type { DatedEvent } from '../dated-event.ts';

/** One line of a timeline: a quote with its date, and every article that says the same. */
export interface TimelineEntry {
  /** The sentence that is quoted. */
  readonly event: DatedEvent;
  /** All sentences that tell it, the quoted one first; one an article. */
  readonly sources: readonly DatedEvent[];
  /** Articles that name the same period, whatever they tell of it. */
  readonly articles: number;
  /** Comparable within one timeline. */
  readonly salience: number;
  /** Sentences in nearly the same words that give another date. */
  readonly conflicts: readonly DatedEvent[];
}

/** First and last day number of a period, and how many sentences name it. */
export interface PeriodCount {
  readonly from: number;
  readonly to: number;
  readonly sentences: number;
}

export interface Timeline {
  readonly entries: readonly TimelineEntry[];
  /** How many sentences name each period of the span, for a picture of where the corpus has most to tell. */
  readonly counts: readonly PeriodCount[];
  /** Dated sentences that were looked at, shown or not, and sentences without a date. */
  readonly dated: number;
  readonly undated: number;
}

export interface TimelineOptions {
  /** Numbers of the sentences the topic is about, ascending; absent: all of the corpus. */
  readonly sentences?: Uint32Array;
  /** First and last day to show; an event that reaches into the span from outside is left out if it is longer. */
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  /** How many entries at most. */
  readonly limit: number;
  /** In which order the chosen entries come; they are always chosen by importance. */
  readonly order: 'date' | 'importance';
  /** Also sentences without a date, on the day they were published. */
  readonly reported: boolean;
  /** Is an article about the topic by its title? Others tell of it in passing, unless many of their sentences are about it. */
  readonly entitled?: (article: Article) => boolean;
  /** A last say on each event, for instance the reader's own choice of articles. */
  readonly filter?: (event: DatedEvent) => boolean;
}

/** Numbers that can be tuned. */
export const TIMELINE_DEFAULTS = {
  limit: 60,
  /** Periods looked at for each entry that is wanted, by importance, and for each stretch of the span. */
  periodsPerEntry: 2,
  periodsPerStretch: 2,
  /** Stories that are held against each other for each entry that is wanted. */
  storiesPerEntry: 3,
  /** Sentences compared in all, shared out among the periods, and for one period at least and at most. */
  compared: 900,
  comparedLeast: 8,
  comparedMost: 120,
  /** Stories of one period at most. */
  perPeriod: 12,
  /** From this likeness on two sentences of one day, or of one longer period, tell the same. */
  sameDay: 0.3,
  samePeriod: 0.5,
  /** Words, and the part of the shorter one's words, that two sentences of one day share which tell the same. */
  sharedWords: 4,
  sharedPart: 0.45,
  /** The same for a day and a period that holds it, for neighbouring days, and for dates that exclude each other. */
  nestedStory: 0.45,
  nearStory: 0.45,
  sameStory: 0.65,
  /** The same for an article that seems to tell of the week before, because it was added to after its day. */
  weekSlip: 0.3,
  /** What a coarser story must say of what most sentences of a finer one say to be told by it. */
  toldBy: 0.35,
  /** From this likeness on two neighbouring days tell one thing, however much both have to tell. */
  verySame: 0.6,
  /** A neighbouring day with less than this share of the salience only echoes the other. */
  echo: 0.3,
  /** To which power the share of a day that its main story tells holds it back: a day of many small things is none. */
  mainStory: 0.3,
  /** Each further story of the same period counts this much less. */
  furtherEntry: 0.5,
  /** What a sentence counts that has nothing but its publication date. */
  reportedWeight: 0.4,
  /** What a story counts that nothing but publication dates. */
  reportedStory: 0.3,
  /** To which power a sentence's length holds it back: a quote is better short. */
  brevity: 0.5,
  /** To which power a word's rarity in the timeline counts, beside how often its period has it. */
  rarity: 0.4,
  /** What a sentence counts that shares no word with the others of its period, beside some 1 to 5 for one that does. */
  loneWeight: 0.1,
  /** To which power the articles that tell a story count for its place in its period. */
  support: 0.5,
  /** What an article counts that is not entitled with the topic, and what each of its sentences about it adds, up to 1. */
  inPassing: 0.15,
  perSentence: 0.1,
  /** From which on an article's own day counts for what it says without a date, if there is anything else to tell. */
  leastCentred: 0.3,
  /** What an article of a further publisher counts more than one of the same. */
  publisherBonus: 1,
  /** How far crowding reaches, in shares of the room that an entry has on an even timeline, and what it leaves. */
  reach: 0.5,
  crowded: 0.3,
  /** Salience is raised to this power: twice as many articles do not make something twice as interesting. */
  damping: 0.5,
  /** What a story is worth whose quote's article, or very sentence, is quoted already. */
  quotedArticle: 0.7,
  quotedSentence: 0.25,
  /** From so many stories with a quote that tells something on, those without one are left out. */
  enough: 3,
  /** What a story is worth without a good quote; a fitness is added up to 1. */
  poorQuote: 0.4,
} as const;
