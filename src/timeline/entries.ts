import type { Candidate } from './candidates.ts';
import { sameDate } from './conflicts.ts';
import { type DateIndex, eventAt } from './date-index.ts';
import { closeness, overlap, wordSet } from './similarity.ts';
import { TIMELINE_DEFAULTS, type TimelineEntry, type TimelineOptions } from './timeline-types.ts';
import type { DatedEvent } from './types.ts';

interface Told {
  readonly sentence: number;
  readonly event: DatedEvent;
  readonly words: ReadonlySet<string>;
  readonly weight: number;
}

/**
 * The entries of one period, best first: each takes in the sentences that tell the same.
 *
 * @param quoted sentences that more salient periods quote already; those of this period are added
 */
export function entriesOf(
  index: DateIndex,
  rows: readonly Candidate[],
  weight: { readonly salience: number; readonly articles: number },
  quoted: Set<number>,
  options: TimelineOptions,
): TimelineEntry[] {
  const { perPeriod, sameStory, furtherEntry, reportedWeight } = TIMELINE_DEFAULTS;
  const known = rows
    .map((candidate) => ({ candidate, event: eventAt(index, candidate.sentence, candidate.row) }))
    .filter(({ event }) => options.filter?.(event) ?? true);
  const events = known.map(({ event }) => event);
  const sets = events.map((event) =>
    wordSet(event.article.text.slice(event.sentence.start, event.sentence.end)),
  );
  const near = closeness(sets);
  const told: Told[] = known.map(({ candidate, event }, at) => ({
    event,
    sentence: candidate.sentence,
    words: sets[at] ?? new Set(),
    weight: ((near[at] ?? 0) + 0.1) * fitness(index, candidate, quoted),
  }));
  told.sort((a, b) => b.weight - a.weight);
  const entries: TimelineEntry[] = [];
  const used = new Set<Told>();
  for (const best of told) {
    if (used.has(best)) continue;
    const same = told.filter(
      (other) =>
        !used.has(other) &&
        (other === best ||
          (sameDate(other.event, best.event) && overlap(other.words, best.words) >= sameStory)),
    );
    for (const other of same) used.add(other);
    quoted.add(best.sentence);
    const reported = best.event.basis === 'reported' ? reportedWeight : 1;
    entries.push({
      event: best.event,
      sources: onePerArticle([best, ...same.filter((other) => other !== best)].map((other) => other.event)),
      articles: weight.articles,
      salience: weight.salience * reported * furtherEntry ** entries.length,
      conflicts: [],
    });
    if (entries.length >= Math.min(perPeriod, options.limit)) break;
  }
  return entries;
}

/** A sentence is a poor quote for its second date, for a date beside another quote of it, or without a date. */
function fitness(index: DateIndex, { sentence, row }: Candidate, quoted: ReadonlySet<number>): number {
  const { laterDate, reportedWeight } = TIMELINE_DEFAULTS;
  if (row === undefined) return reportedWeight;
  return row > (index.rowStart[sentence] ?? 0) || quoted.has(sentence) ? laterDate : 1;
}

function onePerArticle(events: readonly DatedEvent[]): DatedEvent[] {
  return events.filter((event, at) => events.findIndex((other) => other.article === event.article) === at);
}
