import type { CalendarDate } from '../../corpus/article.ts';
import { figureOrderOf } from '../dates/grammar/days/figure-dates.ts';
import type { Meaning, StoryView } from '../dates/meaning.ts';
import type { Token } from '../dates/token.ts';
import { type DayNumber, dayParts, parseDay } from './day-numbers.ts';
import type { Period, Precision } from './period.ts';
import {
  headsLine,
  isAnnals,
  isAttribute,
  lookAround,
  opensSentence,
  startsEntry,
  tellsBeginning,
} from './story-signs.ts';
import { NOTHING_TOLD, type StoryState } from './story-state.ts';

/** Numbers that can be tuned: how far a story told in the past carries. */
const STORY_DEFAULTS = {
  /** A stated date must be this many days before publication to begin a story of its own. */
  past: 14,
  /** Sentences and paragraphs after its last date within which a story still gives days and months their year. */
  sentences: 6,
  paragraphs: 3,
  /** The same for a story of which only the year is known. */
  sentencesOfYear: 2,
  /** A date told from the publication ends the story when it lies within this many days of it. */
  now: 400,
  /** The results of a quarter are compared within this many sentences. */
  sentencesOfQuarter: 8,
} as const;

/** What a text shows as a whole. */
interface Signs {
  /** The order of day and month in figures, if one of them tells. */
  readonly figureOrder: 'day-first' | 'month-first' | undefined;
  /** The lines of the text begin with years. */
  readonly annals: boolean;
}

/** After these a date only says since or until when something went on. */
const NO_STORY_AFTER: ReadonlySet<string> = new Set(['since', 'until', 'to', 'before', 'after', 'from']);
const STORY_PRECISIONS: ReadonlySet<Precision> = new Set([
  'day',
  'week',
  'weekend',
  'month',
  'season',
  'year',
]);

/**
 * What a text has told so far and what its incomplete dates are completed from: the date mentioned last, the running
 * day of a story that lies in the past, the year that a heading of a chronology gives to the lines below it, the
 * quarter whose results are told, and the order of days and months in figures. Read a text's sentences in order.
 */
export class Story {
  readonly reference: DayNumber | undefined;
  readonly isLive: boolean;
  readonly #text: string;
  #signs: Signs | undefined;
  #state: StoryState = NOTHING_TOLD;
  /** How many sentences and paragraphs were read. */
  #sentence = 0;
  #paragraph = 0;

  /**
   * @param text the whole text, to see how it writes dates in figures
   * @param reference the day it was published
   * @param isLive it was added to after that day
   */
  constructor(text: string, reference: CalendarDate | undefined, isLive = false) {
    this.isLive = isLive;
    this.reference = reference === undefined ? undefined : parseDay(reference);
    this.#text = text;
  }

  /** How the whole text writes its dates: looked for when something asks for it, which most texts never do. */
  get signs(): Signs {
    this.#signs ??= { figureOrder: figureOrderOf(this.#text), annals: isAnnals(this.#text) };
    return this.#signs;
  }

  /** All that it knows here, for {@link restore}. */
  get state(): StoryState {
    return this.#state;
  }

  /** Forgets what was told since. */
  restore(state: StoryState): void {
    this.#state = state;
  }

  /** The date mentioned last. */
  get previous(): Period | undefined {
    return this.#state.previous;
  }

  /** The quarter whose results the text tells here. */
  get quarter(): Period | undefined {
    const { quarter, quarterSentence } = this.#state;
    return this.#sentence - quarterSentence <= STORY_DEFAULTS.sentencesOfQuarter ? quarter : undefined;
  }

  /** The year of the heading above, if one is a year. */
  get headed(): number | undefined {
    return this.#state.headed;
  }

  newParagraph(): void {
    this.#paragraph++;
  }

  newSentence(): void {
    this.#sentence++;
  }

  /** A line that is nothing but a year pins it for the lines below; with a month, the story begins there. */
  readHeading(period: Period): void {
    const isYear = period.precision === 'year';
    this.#state = {
      ...this.#state,
      previous: period,
      entry: period,
      direction: undefined,
      headed: isYear ? dayParts(period.from).year : undefined,
      at: isYear ? undefined : period,
      told: { sentence: this.#sentence, paragraph: this.#paragraph, opening: true },
    };
  }

  /** Another section begins: what the heading above has said is over. */
  leaveHeading(): void {
    const { at, told } = this.#state;
    this.#state = { ...this.#state, headed: undefined, at: told.heading === true ? undefined : at };
  }

  /** The year of a chronology's title is that of its lines until one says another. */
  readTitle(year: Period): void {
    this.#state = { ...this.#state, entry: year };
  }

  /**
   * What an incomplete date at a place is told from.
   *
   * @param first index of the date's first token
   * @param end index after its last one
   */
  view(tokens: readonly Token[], first: number, end: number): StoryView | undefined {
    const { headed, at: day, entry, direction, told } = this.#state;
    if (headed === undefined && entry === undefined && day === undefined) return undefined;
    const isEntry = startsEntry(tokens, first, end);
    if (headed !== undefined) return { headed, at: day, isEntry, past: false };
    if (isEntry && entry !== undefined) return { at: entry, isEntry, past: false, direction };
    if (day === undefined) return undefined;
    const sentences = this.#sentence - told.sentence;
    const paragraphs = this.#paragraph - told.paragraph;
    const yearOnly = day.precision === 'year' && told.heading !== true;
    if (yearOnly && sentences === 0 && !told.opening) return undefined;
    if (sentences > (yearOnly ? STORY_DEFAULTS.sentencesOfYear : STORY_DEFAULTS.sentences)) return undefined;
    if (paragraphs > (yearOnly ? 1 : STORY_DEFAULTS.paragraphs)) return undefined;
    const around = lookAround(tokens, first, end);
    if (around === undefined) return undefined;
    const isAdjacent = told.heading === true || (sentences <= 1 && paragraphs === 0);
    const weekdays = isAdjacent && !around.reported;
    const begun = told.begins === true && !around.past ? { direction: 1 as const } : {};
    return {
      ...{ at: day, isEntry, past: around.past, weekdays, isAdjacent },
      ...{ yearOnly: yearOnly && sentences > 0, ...begun },
    };
  }

  /**
   * Takes notice of a date that was read.
   *
   * @param place where it lies, if it could be placed
   */
  note(
    meaning: Meaning,
    place: Period | undefined,
    tokens: readonly Token[],
    first: number,
    end: number,
  ): void {
    if (meaning.value === 'PRESENT_REF' || meaning.aside === true || place === undefined) return;
    this.#state = { ...this.#state, previous: place };
    if (place.precision === 'quarter')
      this.#state = { ...this.#state, quarter: place, quarterSentence: this.#sentence };
    if (!STORY_PRECISIONS.has(place.precision)) return;
    if (startsEntry(tokens, first, end)) this.#noteEntry(place);
    if (meaning.basis === 'stated') this.#noteStated(place, tokens, first, end);
    else if (meaning.narrative) this.#tell(place, opensSentence(tokens, first));
    else if (this.reference !== undefined && Math.abs(place.from - this.reference) < STORY_DEFAULTS.now)
      this.#state = { ...this.#state, at: undefined, headed: undefined };
  }

  #noteEntry(place: Period): void {
    const { entry, direction } = this.#state;
    const turns = entry !== undefined && entry.precision !== 'year';
    this.#state = {
      ...this.#state,
      entry: place,
      direction: turns ? (place.from >= entry.from ? 1 : -1) : direction,
    };
  }

  #noteStated(place: Period, tokens: readonly Token[], first: number, end: number): void {
    const { at, headed } = this.#state;
    this.#state = { ...this.#state, entry: place, headed: first <= 1 ? undefined : headed };
    const lead = tokens[first - 1]?.kind ?? '';
    const inPast = this.reference === undefined || this.reference - place.to > STORY_DEFAULTS.past;
    if (!inPast || NO_STORY_AFTER.has(lead) || isAttribute(tokens, first, end)) return;
    const within = at !== undefined && place.from <= at.from && place.to >= at.to;
    this.#tell(
      within && place.precision === 'year' ? at : place,
      opensSentence(tokens, first),
      headsLine(tokens, first, end),
      tellsBeginning(tokens, first),
    );
  }

  #tell(at: Period, opening: boolean, heading = false, begins = false): void {
    const told = { sentence: this.#sentence, paragraph: this.#paragraph, opening, heading, begins };
    this.#state = { ...this.#state, at, told };
  }
}
