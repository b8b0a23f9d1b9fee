import { type Candidate, candidatesOf } from './choose/candidate-entries.ts';
import { centredOn } from './choose/centred.ts';
import { chooseEntries } from './choose/choose-entries.ts';
import { mergeStories } from './choose/merge-stories.ts';
import { type PlaceOf, placeDays } from './choose/spread-out.ts';
import { type Story, storiesOf, tellingsOf } from './choose/stories.ts';
import { Rarity, type Tale, TaleReader } from './choose/tale.ts';
import type { DatedEvent } from './dated-event.ts';
import { type DateIndex, eventAt } from './events/date-index/date-index.ts';
import { countMentions, type Mentions, scorePeriods } from './events/date-index/salience.ts';
import { compareDays, parseDay } from './resolve/day-numbers.ts';
import {
  type PeriodCount,
  TIMELINE_DEFAULTS,
  type Timeline,
  type TimelineEntry,
  type TimelineOptions,
} from './tell/timeline-types.ts';

/**
 * Chooses the entries of a timeline: the periods by how many articles name them; the sentences of each put together to
 * stories, one a happening; the stories chosen for the whole span, each with the quote that tells it best.
 */
export function selectTimeline(index: DateIndex, options: TimelineOptions): Timeline {
  const mentions = options.sentences ? countMentions(index, options.sentences) : index.overall;
  const score = scorePeriods(index, mentions, options.reported);
  const within = periodsWithin(index, score, options);
  const placeOf = placeDays(index, within, score);
  const periods = periodsToLookAt(index, score, within, placeOf, options.limit);
  const stories = storiesAmong(index, periods, score, mentions, options);
  const entries = chooseEntries(stories, placeOf, options.limit);
  return {
    entries: options.order === 'importance' ? entries : entries.sort(byDate),
    counts: countsOf(index, mentions, within),
    dated: mentions.dated,
    undated: mentions.undated,
  };
}

/** The sentences of a period that are compared. */
interface Looked {
  readonly period: number;
  readonly known: readonly {
    readonly candidate: Candidate;
    readonly event: DatedEvent;
    readonly tale: Tale;
  }[];
}

/** Days from which many things happen in a period. */
const COARSE = 3;

/** What is told in the periods, best first. */
function storiesAmong(
  index: DateIndex,
  periods: readonly number[],
  score: Float64Array,
  mentions: Mentions,
  options: TimelineOptions,
): Story[] {
  const { sentences, reported, filter, limit } = options;
  const isAsked = memberOf(sentences, index.sentenceStart.length);
  const centred = centredOn(index, options, isAsked);
  const share = comparedBy(periods.map((period) => score[period] ?? 0));
  const tales = new TaleReader();
  const looked = periods.map((period): Looked => {
    const known = candidatesOf(index, period, isAsked, reported, share(score[period] ?? 0))
      .map((candidate) => ({ candidate, event: eventAt(index, candidate.sentence, candidate.row) }))
      .filter(({ event }) => filter?.(event) ?? true)
      .map(({ candidate, event }) => ({ candidate, event, tale: tales.read(event) }));
    return { period, known };
  });
  const rarity = new Rarity(looked.flatMap(({ known }) => known.map(({ tale }) => tale)));
  const stories = looked.flatMap(({ period, known }) => {
    const [from, to] = [index.periodFrom[period] ?? 0, index.periodTo[period] ?? 0];
    const weight = { from, to, salience: score[period] ?? 0, articles: mentions.articles[period] ?? 0 };
    return storiesOf(
      tellingsOf(index, known, rarity, centred),
      { ...weight, coarse: to - from >= COARSE },
      rarity,
    );
  });
  const best = stories.sort((a, b) => b.salience - a.salience);
  return mergeStories(best.slice(0, limit * TIMELINE_DEFAULTS.storiesPerEntry), rarity);
}

function byDate(a: TimelineEntry, b: TimelineEntry): number {
  return (
    compareDays(a.event.from, b.event.from) || compareDays(a.event.to, b.event.to) || b.salience - a.salience
  );
}

/** How many sentences of a period are compared: more of one that has more to tell, and of each when there are few. */
function comparedBy(scores: readonly number[]): (score: number) => number {
  const { compared, comparedLeast, comparedMost } = TIMELINE_DEFAULTS;
  const all = scores.reduce((sum, score) => sum + Math.sqrt(score), 0);
  return (score) =>
    Math.min(
      comparedMost,
      Math.max(comparedLeast, Math.round((compared * Math.sqrt(score)) / Math.max(1, all))),
    );
}

/** The periods within the span that some sentence names. */
function periodsWithin(index: DateIndex, score: Float64Array, options: TimelineOptions): number[] {
  const from = options.from === undefined ? Number.NEGATIVE_INFINITY : parseDay(options.from);
  const to = options.to === undefined ? Number.POSITIVE_INFINITY : parseDay(options.to);
  const within: number[] = [];
  for (const [period, weight] of score.entries()) {
    const [first, last] = [index.periodFrom[period] ?? 0, index.periodTo[period] ?? 0];
    if (weight > 0 && last >= from && first <= to && last - first <= to - from) within.push(period);
  }
  return within;
}

/**
 * The most salient of them, more than can be shown; and the most salient ones of each stretch of the span, so that no
 * stretch is passed over. Of equals the latest.
 */
function periodsToLookAt(
  index: DateIndex,
  score: Float64Array,
  within: readonly number[],
  placeOf: PlaceOf,
  limit: number,
): number[] {
  const { periodsPerEntry, periodsPerStretch } = TIMELINE_DEFAULTS;
  const weight = (period: number): number => score[period] ?? 0;
  const from = (period: number): number => index.periodFrom[period] ?? 0;
  const best = within.toSorted((a, b) => weight(b) - weight(a) || from(b) - from(a));
  const chosen = new Set(best.slice(0, limit * periodsPerEntry));
  const seen = new Map<number, number>();
  for (const period of best) {
    const stretch = Math.floor(placeOf((from(period) + (index.periodTo[period] ?? 0)) / 2) * limit);
    const before = seen.get(stretch) ?? 0;
    if (before < periodsPerStretch) chosen.add(period);
    seen.set(stretch, before + 1);
  }
  return [...chosen];
}

function memberOf(sentences: Uint32Array | undefined, total: number): (sentence: number) => boolean {
  if (!sentences) return () => true;
  const asked = new Uint8Array(total);
  for (const sentence of sentences) asked[sentence] = 1;
  return (sentence) => asked[sentence] === 1;
}

function countsOf(index: DateIndex, mentions: Mentions, within: readonly number[]): PeriodCount[] {
  return within.flatMap((period) => {
    const [from, to, sentences] = [
      index.periodFrom[period],
      index.periodTo[period],
      mentions.sentences[period],
    ];
    return from === undefined || to === undefined || !sentences ? [] : [{ from, to, sentences }];
  });
}
