import { compareDays, parseDay } from './calendar.ts';
import { candidatesOf } from './candidates.ts';
import { findConflicts } from './conflicts.ts';
import type { DateIndex } from './date-index.ts';
import { entriesOf } from './entries.ts';
import { countMentions, type Mentions, scorePeriods } from './salience.ts';
import {
  type PeriodCount,
  TIMELINE_DEFAULTS,
  type Timeline,
  type TimelineEntry,
  type TimelineOptions,
} from './timeline-types.ts';

/**
 * Chooses the entries of a timeline: the periods by how many articles name them, in each period the sentences that are
 * closest to what the period's sentences speak of, near-duplicates folded into one entry.
 */
export function selectTimeline(index: DateIndex, options: TimelineOptions): Timeline {
  const sentences = options.sentences;
  const mentions = sentences ? countMentions(index, sentences) : index.overall;
  const score = scorePeriods(index, mentions, options.reported);
  const within = periodsWithin(index, score, options);
  const isAsked = memberOf(sentences, index.sentenceStart.length);
  const quoted = new Set<number>();
  const periods = mostSalient(index, score, within, options.limit);
  const share = comparedEach(periods.length);
  const entries = periods.flatMap((period) => {
    const rows = candidatesOf(index, period, isAsked, options.reported, share);
    const weight = { salience: score[period] ?? 0, articles: mentions.articles[period] ?? 0 };
    return entriesOf(index, rows, weight, quoted, options);
  });
  const chosen = entries.sort((a, b) => b.salience - a.salience).slice(0, options.limit);
  const told = findConflicts(chosen, TIMELINE_DEFAULTS.sameStory);
  return {
    entries: options.order === 'importance' ? told : told.sort(byDate),
    counts: countsOf(index, mentions, within),
    dated: mentions.dated,
    undated: mentions.undated,
  };
}

function byDate(a: TimelineEntry, b: TimelineEntry): number {
  return (
    compareDays(a.event.from, b.event.from) || compareDays(a.event.to, b.event.to) || b.salience - a.salience
  );
}

/** Fewer periods can have more sentences compared in the same time. */
function comparedEach(periods: number): number {
  const { compared, comparedLeast, comparedMost } = TIMELINE_DEFAULTS;
  return Math.min(comparedMost, Math.max(comparedLeast, Math.floor(compared / Math.max(1, periods))));
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

/** The most salient of them, as many as could be shown; of equals the latest. */
function mostSalient(
  index: DateIndex,
  score: Float64Array,
  within: readonly number[],
  limit: number,
): number[] {
  const weight = (period: number): number => score[period] ?? 0;
  const from = (period: number): number => index.periodFrom[period] ?? 0;
  return within.toSorted((a, b) => weight(b) - weight(a) || from(b) - from(a)).slice(0, limit);
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
