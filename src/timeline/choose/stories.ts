import type { Candidate } from '../candidates.ts';
import { articleOf, type DateIndex } from '../date-index.ts';
import { TIMELINE_DEFAULTS } from '../timeline-types.ts';
import type { DatedEvent } from '../types.ts';
import { likeness, type Tale, type Weigh } from './tale.ts';

/** A sentence that tells something of a period, and how good a quote it is. */
export interface Telling {
  readonly sentence: number;
  readonly article: number;
  readonly publisher: number;
  readonly event: DatedEvent;
  readonly tale: Tale;
  /** How good it is as a quote by itself, 0 to 1, and with regard to what the others of the period speak of. */
  readonly fitness: number;
  readonly weight: number;
}

/** One happening: everything that tells it, the best quote first. */
export interface Story {
  readonly tellings: readonly Telling[];
  /** Articles that name the same period, whatever they tell of it. */
  readonly articles: number;
  readonly salience: number;
  readonly conflicts: readonly DatedEvent[];
}

/** What a period weighs, and how many articles name it. */
export interface PeriodWeight {
  readonly salience: number;
  readonly articles: number;
  /** Longer than a weekend: many things happen in it. */
  readonly coarse: boolean;
}

/** The sentences of one period as tellings, best first; what is central to the period is told by many of them. */
export function tellingsOf(
  index: DateIndex,
  known: readonly { readonly candidate: Candidate; readonly event: DatedEvent; readonly tale: Tale }[],
  weigh: Weigh,
): Telling[] {
  const counts = new Map<string, number>();
  for (const { tale } of known) for (const stem of tale.all) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const tellings = known.map(({ candidate: { sentence, row }, event, tale }): Telling => {
    const article = articleOf(index, sentence);
    const publisher = index.publisher[article] ?? 0;
    const fitness = row === undefined ? TIMELINE_DEFAULTS.reportedWeight : (index.fitness[row] ?? 0) / 255;
    let sum = 0;
    for (const stem of tale.all)
      sum += Math.log(counts.get(stem) ?? 1) * Math.max(0, weigh(stem)) ** TIMELINE_DEFAULTS.rarity;
    const central = sum / (tale.all.size + 8) ** TIMELINE_DEFAULTS.brevity + TIMELINE_DEFAULTS.loneWeight;
    return { sentence, article, publisher, event, tale, fitness, weight: central * fitness };
  });
  return tellings.sort((a, b) => b.weight - a.weight);
}

/**
 * The happenings of one period: what is told in like words is one, above all within one day.
 *
 * @param tellings best first
 */
export function storiesOf(tellings: readonly Telling[], weight: PeriodWeight, weigh: Weigh): Story[] {
  const { sameDay, samePeriod, furtherEntry, perPeriod } = TIMELINE_DEFAULTS;
  const least = weight.coarse ? samePeriod : sameDay;
  const groups: Telling[][] = [];
  for (const telling of tellings) {
    const group = groups.find((others) =>
      others.slice(0, 4).some((other) => isSame(telling, other, least, weigh)),
    );
    if (group) group.push(telling);
    else groups.push([telling]);
  }
  return byStrength(groups)
    .slice(0, perPeriod)
    .map((group, at): Story => {
      const support = supportOf(group) / Math.max(1, supportOf(tellings));
      const salience = weight.salience * (weight.coarse || at > 0 ? support : 1);
      const reported = group[0]?.event.basis === 'reported' ? TIMELINE_DEFAULTS.reportedStory : 1;
      return {
        tellings: group,
        articles: weight.articles,
        salience: salience * reported * furtherEntry ** at,
        conflicts: [],
      };
    });
}

/** What more articles tell comes first, then what has the better quote. */
function byStrength(groups: readonly Telling[][]): Telling[][] {
  const strength = (group: readonly Telling[]): number =>
    (group[0]?.weight ?? 0) * supportOf(group) ** TIMELINE_DEFAULTS.support;
  return groups.toSorted((a, b) => strength(b) - strength(a));
}

function isSame(a: Telling, b: Telling, least: number, weigh: Weigh): boolean {
  if (a.event.open !== b.event.open) return false;
  return (
    likeness(a.tale.core, b.tale.core, weigh) >= least || likeness(a.tale.all, b.tale.all, weigh) >= least
  );
}

/** Distinct articles, where those of one more publisher count more. */
export function supportOf(tellings: readonly Telling[]): number {
  const articles = new Set(tellings.map(({ article }) => article)).size;
  const publishers = new Set(tellings.map(({ publisher }) => publisher)).size;
  return articles + (publishers - 1) * TIMELINE_DEFAULTS.publisherBonus;
}
