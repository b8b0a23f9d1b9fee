import { parseDay } from '../../src/timeline/resolve/day-numbers.ts';

/** The sentences of each day of a timeline, by `YYYY-MM-DD`. */
export type DaySummaries = ReadonlyMap<string, readonly string[]>;

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f: number;
}

export interface AlignedRouge {
  readonly rouge1: Score;
  readonly rouge2: Score;
}

/** Words of a sentence as they are counted: stemmed, without stop words. */
export type TermsOf = (sentence: string) => readonly string[];

/** One day's n-grams and its plain words. */
interface Day {
  readonly day: number;
  readonly plain: Counts;
  readonly grams: readonly [Counts, Counts];
}
type Counts = ReadonlyMap<string, number>;

/**
 * ROUGE-1 and ROUGE-2 of a timeline against a reference by the alignment "align+ m:1" of Martschat and Markert,
 * Improving ROUGE for Timeline Summarization (2017): each day is held against the day of the other timeline that is
 * nearest in date and words, and counts less the farther away that is. Several days may choose the same one.
 */
export function alignedRouge(
  predicted: DaySummaries,
  reference: DaySummaries,
  termsOf: TermsOf,
): AlignedRouge {
  const ours = daysOf(predicted, termsOf);
  const theirs = daysOf(reference, termsOf);
  return { rouge1: score(ours, theirs, 0), rouge2: score(ours, theirs, 1) };
}

function score(ours: readonly Day[], theirs: readonly Day[], n: 0 | 1): Score {
  const precision = alignedShare(ours, theirs, n);
  const recall = alignedShare(theirs, ours, n);
  return { precision, recall, f: harmonic(precision, recall) };
}

/** How much of the n-grams of `days` their aligned days have, weighed by how near these are. */
function alignedShare(days: readonly Day[], others: readonly Day[], n: 0 | 1): number {
  let [hits, all] = [0, 0];
  for (const day of days) {
    all += sum(day.grams[n]);
    const other = nearestDay(day, others);
    if (other) hits += shared(day.grams[n], other.grams[n]) / (Math.abs(day.day - other.day) + 1);
  }
  return all === 0 ? 0 : hits / all;
}

function nearestDay(day: Day, others: readonly Day[]): Day | undefined {
  let best: Day | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const other of others) {
    const distance = 1 - 1 / (Math.abs(day.day - other.day) + 1);
    const match = shared(day.plain, other.plain);
    const likeness = match === 0 ? 0 : harmonic(match / sum(day.plain), match / sum(other.plain));
    const cost = distance * (1 - likeness);
    if (cost < least) [best, least] = [other, cost];
  }
  return best;
}

function daysOf(timeline: DaySummaries, termsOf: TermsOf): Day[] {
  return [...timeline]
    .filter(([, sentences]) => sentences.length > 0)
    .map(([date, sentences]) => {
      const terms = sentences.flatMap(termsOf);
      const pairs = terms.slice(1).map((term, at) => `${terms[at]} ${term}`);
      const plain = sentences.flatMap((sentence) => sentence.split(/\s+/).filter(Boolean));
      return { day: parseDay(date), plain: count(plain), grams: [count(terms), count(pairs)] as const };
    })
    .sort((a, b) => a.day - b.day);
}

function count(items: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function sum(counts: Counts): number {
  return counts.values().reduce((total, one) => total + one, 0);
}

function shared(a: Counts, b: Counts): number {
  let total = 0;
  for (const [item, count] of a) total += Math.min(count, b.get(item) ?? 0);
  return total;
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}
