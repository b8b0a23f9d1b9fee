import { dayParts, parseDay } from '../resolve/day-numbers.ts';
import { TIMELINE_DEFAULTS } from '../tell/timeline-types.ts';
import { deathIn } from './life-ends.ts';
import type { Story, Telling } from './stories.ts';
import { countStems, type Rarity, sharedStems } from './tale.ts';

/** A story with what it is compared by. */
interface Compared {
  readonly story: Story;
  readonly quote: Telling;
  /** Does the text name the day, month or year in figures, instead of by a weekday or "last year"? */
  readonly named: boolean;
  readonly year: number;
  readonly month: number;
  /** Whose death it tells. */
  readonly death: string | undefined;
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
  return [{ story, quote, named, year, month, death: deathIn(quote.event) }];
}

function relationOf(a: Compared, b: Compared, rarity: Rarity): 'one' | 'conflict' | 'apart' {
  const [first, second] = [a.story, b.story];
  if (a.quote.sentence === b.quote.sentence) return 'apart';
  if (isSameDeath(a, b)) return 'one';
  const { nestedStory, nearStory, sameStory } = TIMELINE_DEFAULTS;
  if (isWithin(first, second) || isWithin(second, first)) {
    const [fine, coarse] = isWithin(first, second) ? [first, b] : [second, a];
    return isLike(a, b, nestedStory, rarity) || isToldBy(fine, coarse, rarity) ? 'one' : 'apart';
  }
  const bothNamed = a.named && b.named;
  if (!bothNamed) {
    const apart = Math.max(first.from - second.to, second.from - first.to);
    if (apart > FAR) return 'apart';
    if (isWeekSlip(a, b) && isLikeAny(a, b, rarity)) return 'one';
    // Rounds of one thing ("won 2-0", "won 3-1") differ in their figures.
    if (isLike(a, b, TIMELINE_DEFAULTS.verySame, rarity) && a.quote.tale.figures === b.quote.tale.figures)
      return apart <= NEAR || isEcho(first, second) ? 'one' : 'apart';
    return apart <= NEAR && isEcho(first, second) && isLike(a, b, nearStory, rarity) ? 'one' : 'apart';
  }
  if (!isSlip(a, b) || a.quote.event.open !== b.quote.event.open) return 'apart';
  const [tale, other] = [a.quote.tale, b.quote.tale];
  // "The 50th fair" is not "the 51st fair".
  if (tale.figures !== other.figures || rarity.likeness(tale.all, other.all) < sameStory) return 'apart';
  return sharedStems(tale.all, other.all).length >= LEAST_SHARED ? 'conflict' : 'apart';
}

/** "He died two weeks ago", "died, it was confirmed on Saturday": nobody dies twice, so it is the day most tell of. */
function isSameDeath(a: Compared, b: Compared): boolean {
  if (a.death === undefined || a.death !== b.death || (a.named && b.named)) return false;
  return Math.max(a.story.from - b.story.to, b.story.from - a.story.to) <= RECALLED;
}

/** Days within which a death is still told of as news. */
const RECALLED = 45;
/** Days apart from which a weekday is no longer taken for a misunderstanding. */
const NEAR = 2;
/** A weekday is misread by a week at most. */
const FAR = 7;
/** Words that two contradicting sentences share at least: fewer agree by chance. */
const LEAST_SHARED = 3;
/** The same after a slip of a week, which two weeks of one story must not be taken for. */
const LEAST_SLIPPED = 5;
/** Years from which two dates are no slip but two happenings. */
const SLIP = 10;

function isLike({ quote: a }: Compared, { quote: b }: Compared, least: number, rarity: Rarity): boolean {
  return (
    rarity.likeness(a.tale.all, b.tale.all) >= least || rarity.likeness(a.tale.core, b.tale.core) >= least
  );
}

/** The same for one of the later story's first tellings: after a slip of a week anything alike will do. */
function isLikeAny(a: Compared, b: Compared, rarity: Rarity): boolean {
  const [early, late] = a.story.from <= b.story.from ? [a, b] : [b, a];
  const told = early.quote.tale.all;
  return late.story.tellings
    .slice(0, TOLD_BY)
    .some(
      ({ tale: { all } }) =>
        rarity.likeness(all, told) >= TIMELINE_DEFAULTS.weekSlip ||
        sharedStems(all, told).length >= LEAST_SLIPPED,
    );
}

/**
 * Does the coarser story's quote say what most sentences of the finer one say? "Navalny died two weeks ago" is about the
 * day on which everybody tells of his death, and "Russia's invasion last month" about the day it began.
 */
function isToldBy({ tellings }: Story, { quote }: Compared, rarity: Rarity): boolean {
  const looked = tellings.slice(0, TOLD_BY);
  const said = new Set(quote.tale.all);
  let [shared, all, words] = [0, 0, 0];
  for (const [stem, count] of countStems(looked.map(({ tale }) => tale)).entries()) {
    const share = (count ?? 0) / looked.length;
    if (share < COMMON_SHARE) continue;
    const weight = share * (COMMON_WORD + rarity.of(stem));
    all += weight;
    if (!said.has(stem)) continue;
    shared += weight;
    words++;
  }
  return words >= 2 && shared >= all * TIMELINE_DEFAULTS.toldBy;
}

/** Sentences of the finer story that are looked at, and the share of them that makes a word one of its own. */
const TOLD_BY = 12;
const COMMON_SHARE = 0.3;
/** What a word counts that all of the timeline has. */
const COMMON_WORD = 0.25;

/**
 * An article that was published on Saturday and tells of "Sunday" was added to afterwards: what it tells happened a week
 * later than its words say, if another story of that day tells the same.
 */
function isWeekSlip(a: Compared, b: Compared): boolean {
  const [early, late] = a.story.from <= b.story.from ? [a, b] : [b, a];
  const { published } = early.quote.event.article;
  return (
    late.story.from - early.story.from === 7 &&
    published !== undefined &&
    parseDay(published) - early.story.from === 6
  );
}

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
  const slips = first.from !== second.from && Math.abs(first.from - second.from) === 7;
  const [shown, other] = coarser || (slips && second.from > first.from) ? [second, first] : [first, second];
  return {
    ...shown,
    tellings: [...shown.tellings, ...other.tellings],
    articles: Math.max(first.articles, second.articles),
    salience: Math.max(first.salience, second.salience),
    conflicts: [...first.conflicts, ...second.conflicts],
  };
}
