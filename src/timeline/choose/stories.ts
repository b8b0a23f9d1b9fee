import type { DatedEvent } from '../dated-event.ts';
import { articleOf, type DateIndex } from '../events/date-index/date-index.ts';
import { TIMELINE_DEFAULTS } from '../tell/timeline-types.ts';
import type { Candidate } from './candidate-entries.ts';
import type { Centred } from './centred.ts';
import { countStems, type Rarity, sharedStems, type Tale } from './tale.ts';

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
  /** How much its article is about the topic, 0 to 1. */
  readonly centred: number;
}

/** One happening: everything that tells it, the best quote first. */
export interface Story {
  /** First and last day number of its period. */
  readonly from: number;
  readonly to: number;
  readonly tellings: readonly Telling[];
  /** Articles that name the same period, whatever they tell of it. */
  readonly articles: number;
  readonly salience: number;
  readonly conflicts: readonly DatedEvent[];
}

/** What a period weighs, and how many articles name it. */
export interface PeriodWeight {
  readonly from: number;
  readonly to: number;
  readonly salience: number;
  readonly articles: number;
  /** Longer than a weekend: many things happen in it. */
  readonly coarse: boolean;
}

/** The sentences of one period as tellings, best first; what is central to the period is told by many of them. */
export function tellingsOf(
  index: DateIndex,
  known: readonly { readonly candidate: Candidate; readonly event: DatedEvent; readonly tale: Tale }[],
  rarity: Rarity,
  centredIn: Centred,
): Telling[] {
  const counts = countStems(known.map(({ tale }) => tale));
  const central = counts.map(
    (count, stem) => Math.log(count) * Math.max(0, rarity.of(stem)) ** TIMELINE_DEFAULTS.rarity,
  );
  const tellings = known.map(({ candidate: { sentence, row }, event, tale }): Telling => {
    const article = articleOf(index, sentence);
    const publisher = index.publisher[article] ?? 0;
    const fitness = row === undefined ? TIMELINE_DEFAULTS.reportedWeight : (index.fitness[row] ?? 0) / 255;
    const sum = tale.all.reduce((all, stem) => all + (central[stem] ?? 0), 0);
    const centrality =
      sum / (tale.all.length + 8) ** TIMELINE_DEFAULTS.brevity + TIMELINE_DEFAULTS.loneWeight;
    const centred = centredIn(article);
    const weight = centrality * fitness * centred;
    return { sentence, article, publisher, event, tale, fitness, weight, centred };
  });
  return tellings.sort((a, b) => b.weight - a.weight);
}

/**
 * The happenings of one period: what is told in like words is one, above all within one day.
 *
 * @param tellings best first
 */
export function storiesOf(tellings: readonly Telling[], weight: PeriodWeight, rarity: Rarity): Story[] {
  const { sameDay, samePeriod, furtherEntry, perPeriod } = TIMELINE_DEFAULTS;
  const least = weight.coarse ? samePeriod : sameDay;
  const groups: Telling[][] = [];
  for (const telling of tellings) {
    const group = groups
      .slice(0, perPeriod * 2)
      .find((others) => others.slice(0, 4).some((other) => isSame(telling, other, least, rarity)));
    if (group) group.push(telling);
    else groups.push([telling]);
  }
  return byStrength(groups)
    .slice(0, perPeriod)
    .map((group, at): Story => {
      const support = supportOf(group) / Math.max(1, supportOf(tellings));
      const salience =
        weight.salience * (weight.coarse || at > 0 ? support : support ** TIMELINE_DEFAULTS.mainStory);
      const reported = group[0]?.event.basis === 'reported' ? TIMELINE_DEFAULTS.reportedStory : 1;
      return {
        from: weight.from,
        to: weight.to,
        tellings: group,
        articles: weight.articles,
        salience: salience * reported * furtherEntry ** at * Math.max(...group.map(({ centred }) => centred)),
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

function isSame(a: Telling, b: Telling, least: number, rarity: Rarity): boolean {
  if (a.event.open !== b.event.open) return false;
  if (least === TIMELINE_DEFAULTS.sameDay && sharesMuch(a, b)) return true;
  return (
    rarity.likeness(a.tale.core, b.tale.core) >= least || rarity.likeness(a.tale.all, b.tale.all) >= least
  );
}

/** On one day of a small topic, whose words all are common: many of them in both. */
function sharesMuch(a: Telling, b: Telling): boolean {
  const { sharedWords, sharedPart } = TIMELINE_DEFAULTS;
  const shared = sharedStems(a.tale.all, b.tale.all).length;
  return shared >= sharedWords && shared >= sharedPart * Math.min(a.tale.all.length, b.tale.all.length);
}

/** Distinct articles, where those of one more publisher count more. */
function supportOf(tellings: readonly Telling[]): number {
  const articles = new Set(tellings.map(({ article }) => article)).size;
  const publishers = new Set(tellings.map(({ publisher }) => publisher)).size;
  return articles + (publishers - 1) * TIMELINE_DEFAULTS.publisherBonus;
}
