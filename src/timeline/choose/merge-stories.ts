import { dayParts } from '../calendar.ts';
import { TIMELINE_DEFAULTS } from '../timeline-types.ts';
import type { Story, Telling } from './stories.ts';
import { type Rarity, sharedStems } from './tale.ts';

/** A story with what it is compared by. */
interface Compared {
  readonly story: Story;
  readonly quote: Telling;
  /** Does the text name the day, month or year in figures, instead of by a weekday or "last year"? */
  readonly named: boolean;
  readonly year: number;
  readonly month: number;
}

/**
 * Stories that tell the same under different dates. Where one date holds the other ("June 2021", "5 June 2021") they
 * become one under the finer date; so do neighbouring days of which one is only worked out from a weekday. Where two
 * days that the texts themselves name exclude each other, both stay and name each other.
 *
 * @param stories best first
 */
export function mergeStories(stories: readonly Story[], rarity: Rarity): Story[] {
  const result: (Compared | undefined)[] = stories.flatMap(compared);
  for (let at = 0; at < result.length; at++) {
    for (let other = at + 1; other < result.length; other++) {
      const [first, second] = [result[at], result[other]];
      if (!first || !second) continue;
      const relation = relationOf(first, second, rarity);
      if (relation === 'apart') continue;
      if (relation === 'one') {
        result[at] = compared(joined(first.story, second.story))[0];
        result[other] = undefined;
      } else {
        result[at] = { ...first, story: against(first.story, second.quote) };
        result[other] = { ...second, story: against(second.story, first.quote) };
      }
    }
  }
  return result.flatMap((one) => (one ? [one.story] : []));
}

function compared(story: Story): Compared[] {
  const [quote] = story.tellings;
  if (!quote) return [];
  const { article, expression } = quote.event;
  const { year, month } = dayParts(story.from);
  const named = expression !== undefined && /\d/.test(article.text.slice(...expression));
  return [{ story, quote, named, year, month }];
}

function relationOf(a: Compared, b: Compared, rarity: Rarity): 'one' | 'conflict' | 'apart' {
  const [first, second] = [a.story, b.story];
  if (a.quote.sentence === b.quote.sentence) return 'apart';
  const { nestedStory, nearStory, sameStory } = TIMELINE_DEFAULTS;
  if (isWithin(first, second) || isWithin(second, first)) {
    const [fine, coarse] = isWithin(first, second) ? [first, b] : [second, a];
    return isLike(a, b, nestedStory, rarity) || isToldBy(fine, coarse, rarity) ? 'one' : 'apart';
  }
  const bothNamed = a.named && b.named;
  if (!bothNamed) {
    const near = Math.max(first.from - second.to, second.from - first.to) <= NEAR;
    return near && isEcho(first, second) && isLike(a, b, nearStory, rarity) ? 'one' : 'apart';
  }
  if (!isSlip(a, b) || a.quote.event.open !== b.quote.event.open) return 'apart';
  const [tale, other] = [a.quote.tale, b.quote.tale];
  // "The 50th fair" is not "the 51st fair".
  if (tale.figures !== other.figures || rarity.likeness(tale.all, other.all) < sameStory) return 'apart';
  return sharedStems(tale.all, other.all).length >= LEAST_SHARED ? 'conflict' : 'apart';
}

/** Days apart from which a weekday is no longer taken for a misunderstanding. */
const NEAR = 2;
/** Words that two contradicting sentences share at least: fewer agree by chance. */
const LEAST_SHARED = 3;
/** Years from which two dates are no slip but two happenings. */
const SLIP = 10;

function isLike({ quote: a }: Compared, { quote: b }: Compared, least: number, rarity: Rarity): boolean {
  return (
    rarity.likeness(a.tale.all, b.tale.all) >= least || rarity.likeness(a.tale.core, b.tale.core) >= least
  );
}

/**
 * Does some sentence of the finer story say what the coarser one's quote says, in fewer words? "Russia's invasion last
 * month raised prices" is about the day on which "Russia invaded".
 */
function isToldBy({ tellings }: Story, { quote }: Compared, rarity: Rarity): boolean {
  const { all } = quote.tale;
  return tellings.slice(0, TOLD_BY).some(({ tale }) => {
    if (tale.core.length > all.length || sharedStems(tale.core, all).length < LEAST_SHARED) return false;
    return rarity.likeness(tale.core, all) >= TIMELINE_DEFAULTS.nestedStory;
  });
}

/** Sentences of the finer story that are looked at. */
const TOLD_BY = 12;

/** Does much less speak for the one than for the other? Two days that both have much to tell are two. */
function isEcho(first: Story, second: Story): boolean {
  return second.salience < first.salience * TIMELINE_DEFAULTS.echo;
}

function isWithin(a: Story, b: Story): boolean {
  return a.from >= b.from && a.to <= b.to;
}

/** As slips of the pen go: another day of the year, or the same month, or a bare year, some years off. */
function isSlip(a: Compared, b: Compared): boolean {
  if (a.year === b.year) return true;
  const bare = a.quote.event.precision === 'year' || b.quote.event.precision === 'year';
  return Math.abs(a.year - b.year) <= SLIP && (bare || a.month === b.month);
}

function against(story: Story, other: Telling): Story {
  return { ...story, conflicts: [...story.conflicts, other.event] };
}

function joined(first: Story, second: Story): Story {
  const coarser = isWithin(second, first) && !isWithin(first, second);
  const [shown, other] = coarser ? [second, first] : [first, second];
  return {
    ...shown,
    tellings: [...shown.tellings, ...other.tellings],
    articles: Math.max(first.articles, second.articles),
    salience: Math.max(first.salience, second.salience),
    conflicts: [...first.conflicts, ...second.conflicts],
  };
}
