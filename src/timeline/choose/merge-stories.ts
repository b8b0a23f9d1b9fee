import { compareDays, parseDay } from '../calendar.ts';
import { TIMELINE_DEFAULTS } from '../timeline-types.ts';
import type { DatedEvent } from '../types.ts';
import type { Story, Telling } from './stories.ts';
import { likeness, type Weigh } from './tale.ts';

/**
 * Stories that tell the same under different dates. Where one date holds the other ("June 2021", "5 June 2021") they
 * become one under the finer date; so do neighbouring days of which one is only worked out from a weekday. Where two
 * days that the texts themselves name exclude each other, both stay and name each other.
 *
 * @param stories best first
 */
export function mergeStories(stories: readonly Story[], weigh: Weigh): Story[] {
  const result: (Story | undefined)[] = [...stories];
  for (let at = 0; at < result.length; at++) {
    for (let other = at + 1; other < result.length; other++) {
      const [first, second] = [result[at], result[other]];
      if (!first || !second) continue;
      const relation = relationOf(first, second, weigh);
      if (relation === 'one') {
        result[at] = joined(first, second);
        result[other] = undefined;
      } else if (relation === 'conflict') {
        const [a, b] = [first.tellings[0], second.tellings[0]];
        if (!a || !b) continue;
        result[at] = { ...first, conflicts: [...first.conflicts, b.event] };
        result[other] = { ...second, conflicts: [...second.conflicts, a.event] };
      }
    }
  }
  return result.filter((story) => story !== undefined);
}

function relationOf(first: Story, second: Story, weigh: Weigh): 'one' | 'conflict' | 'apart' {
  const [a, b] = [first.tellings[0], second.tellings[0]];
  if (!a || !b || a.sentence === b.sentence) return 'apart';
  const { nestedStory, nearStory, sameStory } = TIMELINE_DEFAULTS;
  const whole = likeness(a.tale.all, b.tale.all, weigh);
  const like = Math.max(whole, likeness(a.tale.core, b.tale.core, weigh));
  if (isWithin(a.event, b.event) || isWithin(b.event, a.event)) return like >= nestedStory ? 'one' : 'apart';
  const gap = gapBetween(a.event, b.event);
  const bothNamed = isNamed(a) && isNamed(b);
  if (gap <= NEAR && !bothNamed) return like >= nearStory && isEcho(first, second) ? 'one' : 'apart';
  if (!bothNamed || a.event.open !== b.event.open || whole < sameStory) return 'apart';
  return sameFigures(a, b) && isSlip(a.event, b.event) ? 'conflict' : 'apart';
}

/** Does much less speak for the one than for the other? Two days that both have much to tell are two. */
function isEcho(first: Story, second: Story): boolean {
  return second.salience < first.salience * TIMELINE_DEFAULTS.echo;
}

/** Days apart from which a weekday is no longer taken for a misunderstanding. */
const NEAR = 2;

/** Does the text name the day, month or year in figures, instead of by a weekday or "last year"? */
function isNamed({ event: { article, expression, basis } }: Telling): boolean {
  return basis !== 'reported' && expression !== undefined && /\d/.test(article.text.slice(...expression));
}

function isWithin(a: DatedEvent, b: DatedEvent): boolean {
  return compareDays(a.from, b.from) >= 0 && compareDays(a.to, b.to) <= 0;
}

function gapBetween(a: DatedEvent, b: DatedEvent): number {
  return Math.max(parseDay(a.from) - parseDay(b.to), parseDay(b.from) - parseDay(a.to));
}

/** The numbers beside the dates agree: "the 50th fair" is not "the 51st fair". */
function sameFigures(a: Telling, b: Telling): boolean {
  const figures = ({ tale }: Telling): string =>
    [...tale.all]
      .filter((stem) => /\d/.test(stem))
      .sort()
      .join(' ');
  return figures(a) === figures(b);
}

/** As slips of the pen go: the same year, or the same month or day in another year. */
function isSlip(a: DatedEvent, b: DatedEvent): boolean {
  const [one, other] = [a.from.split('-'), b.from.split('-')];
  return (
    one.at(-3) === other.at(-3) ||
    one.at(-2) === other.at(-2) ||
    a.precision === 'year' ||
    b.precision === 'year'
  );
}

function joined(first: Story, second: Story): Story {
  const [a, b] = [first.tellings[0]?.event, second.tellings[0]?.event];
  const coarser = a && b && isWithin(b, a) && !isWithin(a, b);
  const [shown, other] = coarser ? [second, first] : [first, second];
  return {
    tellings: [...shown.tellings, ...other.tellings],
    articles: Math.max(first.articles, second.articles),
    salience: Math.max(first.salience, second.salience),
    conflicts: [...first.conflicts, ...second.conflicts],
  };
}
