import { compareDays } from './calendar.ts';
import { overlap, wordSet } from './similarity.ts';
import type { TimelineEntry } from './timeline-types.ts';
import type { DatedEvent } from './types.ts';

/** Do two events of one period mean it alike: both as a date, as a beginning or as an end? */
export function sameDate(a: DatedEvent, b: DatedEvent): boolean {
  return a.open === b.open;
}

/**
 * Entries that tell nearly the same under different dates. Where one date lies within the other ("June 2021", "5 June
 * 2021") the entries become one under the finer date; where they exclude each other both stay and name each other.
 *
 * @param entries best first
 */
export function findConflicts(entries: readonly TimelineEntry[], sameStory: number): TimelineEntry[] {
  const words = entries.map((entry) => wordSet(tale(entry.event)));
  const merged = new Set<number>();
  const result = [...entries];
  for (const [at, words1] of words.entries()) {
    for (let other = at + 1; other < entries.length; other++) {
      const words2 = words[other];
      const [first, second] = [result[at], result[other]];
      if (!words2 || !first || !second || merged.has(at) || merged.has(other)) continue;
      if (first.event.basis === 'reported' || second.event.basis === 'reported') continue;
      if (sameSentence(first.event, second.event) || overlap(words1, words2) < sameStory) continue;
      if (isWithin(first.event, second.event) || isWithin(second.event, first.event)) {
        result[at] = joined(first, second);
        merged.add(other);
      } else if (first.event.open === second.event.open) {
        result[at] = { ...first, conflicts: [...first.conflicts, second.event] };
        result[other] = { ...second, conflicts: [...second.conflicts, first.event] };
      }
    }
  }
  return result.filter((_, at) => !merged.has(at));
}

/** The sentence without its date. */
function tale(event: DatedEvent): string {
  const { text } = event.article;
  const [start, end] = event.expression ?? [event.sentence.end, event.sentence.end];
  return `${text.slice(event.sentence.start, start)} ${text.slice(end, event.sentence.end)}`;
}

function sameSentence(a: DatedEvent, b: DatedEvent): boolean {
  return a.article === b.article && a.sentence.start === b.sentence.start;
}

function isWithin(a: DatedEvent, b: DatedEvent): boolean {
  return compareDays(a.from, b.from) >= 0 && compareDays(a.to, b.to) <= 0;
}

function joined(first: TimelineEntry, second: TimelineEntry): TimelineEntry {
  const [fine, coarse] = isWithin(first.event, second.event) ? [first, second] : [second, first];
  const known = new Set(fine.sources.map((source) => source.article));
  return {
    ...fine,
    salience: first.salience,
    articles: Math.max(first.articles, second.articles),
    sources: [...fine.sources, ...coarse.sources.filter((source) => !known.has(source.article))],
    conflicts: [...first.conflicts, ...second.conflicts],
  };
}
