import type { CalendarDate } from '../../corpus/article.ts';
import type { DateExpression } from '../dated-event.ts';
import { endsSentence } from '../resolve/clauses.ts';
import { FIRST_DAY, formatDay, LAST_DAY } from '../resolve/day-numbers.ts';
import { monthPeriod, type Period, yearPeriod } from '../resolve/period.ts';
import { Story } from '../resolve/running-story.ts';
import { tenseAround } from '../resolve/tense.ts';
import { mayTellTime } from './date-hint.ts';
import { BESIDE } from './grammar/days/beside-dates.ts';
import { CALENDAR_DATES } from './grammar/days/calendar-dates.ts';
import { CLOCK } from './grammar/days/clock.ts';
import { DAY_LISTS } from './grammar/days/day-lists.ts';
import { FIGURE_DATES } from './grammar/days/figure-dates.ts';
import { HOLIDAYS } from './grammar/days/holidays.ts';
import { NAMED_DAYS } from './grammar/days/named-days.ts';
import { OLD_STYLE } from './grammar/days/old-style.ts';
import { COMMON, SETS } from './grammar/kind-sets.ts';
import { AGO } from './grammar/relative/ago.ts';
import { AMOUNTS } from './grammar/relative/amounts.ts';
import { DEICTIC } from './grammar/relative/last-this-next.ts';
import { NAMED_AGO } from './grammar/relative/named-ago.ts';
import { RESULTS } from './grammar/relative/results.ts';
import { FISCAL } from './grammar/years/fiscal.ts';
import { OLD_YEARS } from './grammar/years/old-years.ts';
import { QUARTERS } from './grammar/years/quarters.ts';
import { WHOLES } from './grammar/years/wholes.ts';
import { YEARS } from './grammar/years/years.ts';
import { lendYears, type Reading, settleWeekdays, widen } from './join-dates.ts';
import { type Anchor, type Meaning, type Rule, unplaced } from './meaning.ts';
import { markEnds } from './open-ends.ts';
import { orderSpans } from './order-spans.ts';
import { setClocks, takeSteps } from './steps-from-dates.ts';
import type { Token } from './token.ts';
import { compilePatterns, type RuleMatch } from './token-pattern.ts';
import { tokenize } from './tokenize.ts';

const GRAMMAR = compilePatterns<Rule>(
  [
    ...NAMED_DAYS,
    ...CALENDAR_DATES,
    ...OLD_STYLE,
    ...DAY_LISTS,
    ...FIGURE_DATES,
    ...HOLIDAYS,
    ...RESULTS,
    ...WHOLES,
    ...BESIDE,
    ...FISCAL,
    ...QUARTERS,
    ...YEARS,
    ...OLD_YEARS,
    ...AGO,
    ...NAMED_AGO,
    ...DEICTIC,
    ...CLOCK,
    ...AMOUNTS,
  ],
  SETS,
  COMMON,
);

/**
 * Finds expressions of time in English news and gives them their TIMEX3 values. Reads best sentence by sentence.
 *
 * Incomplete dates are completed from the reference: a weekday, month or day of a month is the nearest one before it,
 * or after it where the verb speaks of what is to come. Without a reference they stay unresolved: they have a value
 * with X in it and no `from` and `to`. The annotation follows TIMEX3 (Sauri et al., TimeML Annotation Guidelines 1.2.1):
 * both ends of an interval are expressions of their own.
 *
 * @param text any text; a line is read on its own
 * @param reference the day the text was published
 * @param story what was told before this text, for "the same day", "two weeks later" or a year named long before; it
 *   takes notice of what this text tells
 * @returns the expressions in the order of the text, never overlapping
 */
export function findDates(
  text: string,
  reference: CalendarDate | undefined,
  story: Story = new Story(text, reference),
): DateExpression[] {
  const found: DateExpression[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    if (offset > 0) story.newParagraph();
    if (mayTellTime(line)) {
      const tokens = tokenize(line);
      for (const reading of readLine(tokens, story)) found.push(toExpression(line, offset, tokens, reading));
    }
    story.newSentence();
    offset += line.length + 1;
  }
  return found;
}

function readLine(tokens: readonly Token[], story: Story): readonly Reading[] {
  const matches = GRAMMAR.matches(tokens);
  const heading = headingOf(tokens, story);
  if (matches.length === 0) {
    if (heading) story.readHeading(heading);
    return [];
  }
  const readings: Reading[] = [];
  let seen = 0;
  for (const { rule, match } of choose(matches, tokens, story)) {
    for (; seen < match.first; seen++) if (endsSentence(tokens, seen)) story.newSentence();
    const tense = tenseAround(tokens, match.first, match.end);
    const anchor: Anchor = {
      ...anchorOf(story),
      tense,
      // Most dates are complete and never ask for it.
      get story() {
        return story.view(tokens, match.first, match.end);
      },
    };
    const meaning = rule.read(match, anchor, tokens);
    const meanings: readonly Meaning[] = meaning === undefined ? [] : 'type' in meaning ? [meaning] : meaning;
    for (const read of meanings) {
      const one = notToCome(read, anchor);
      const [first, end] = one.tokens ?? [match.first, match.end];
      readings.push({ ...one, first, end, planned: tense === 'future', past: tense === 'past' });
      story.note(one, placeOf(one), tokens, first, end);
    }
  }
  for (; seen < tokens.length; seen++) if (endsSentence(tokens, seen)) story.newSentence();
  if (heading) story.readHeading(heading);
  const told = readings.length > 1 ? joined(readings, tokens, story.reference) : readings;
  return markEnds(widen(told, tokens, story.reference), tokens);
}

/** What neighbours say of each other. */
function joined(
  readings: readonly Reading[],
  tokens: readonly Token[],
  reference: number | undefined,
): readonly Reading[] {
  const settled = settleWeekdays(lendYears(readings, tokens), tokens);
  const ordered = orderSpans(settled, tokens, reference);
  return setClocks(takeSteps(ordered, tokens), tokens);
}

/** "They left two days later", told on the next day: what happened does not lie ahead. */
function notToCome(meaning: Meaning, { tense, reference }: Anchor): Meaning {
  const ahead = reference !== undefined && meaning.from !== undefined && meaning.from > reference;
  return ahead && tense === 'past' && meaning.narrative === true
    ? unplaced(meaning.type, 'XXXX-XX-XX')
    : meaning;
}

function anchorOf(story: Story): Omit<Anchor, 'tense'> {
  const { reference, previous, quarter, isLive } = story;
  return { reference, previous, quarter, isLive, text: story };
}

/** The longest matches that do not overlap, in the order of the text; a match whose rule rejects it makes room. */
function choose(
  matches: readonly RuleMatch<Rule>[],
  tokens: readonly Token[],
  story: Story,
): readonly RuleMatch<Rule>[] {
  const anchor: Anchor = { ...anchorOf(story), tense: 'unknown' };
  const taken = new Uint8Array(tokens.length);
  const chosen: RuleMatch<Rule>[] = [];
  const longestFirst = matches.toSorted(
    (a, b) => b.match.end - b.match.first - (a.match.end - a.match.first),
  );
  for (const candidate of longestFirst) {
    const { first, end } = candidate.match;
    if (isTaken(taken, first, end)) continue;
    if (!candidate.rule.read(candidate.match, anchor, tokens)) continue;
    taken.fill(1, first, end);
    chosen.push(candidate);
  }
  return chosen.sort((a, b) => a.match.first - b.match.first);
}

function isTaken(taken: Uint8Array, first: number, end: number): boolean {
  for (let at = first; at < end; at++) if (taken[at] === 1) return true;
  return false;
}

/** Words and marks of a heading that is nothing but a date. */
const MOST_OF_HEADING = 6;

/** A line that is nothing but a year, or a month of one, heads the lines below it. */
function headingOf(tokens: readonly Token[], story: Story): Period | undefined {
  if (tokens.length > MOST_OF_HEADING) return undefined;
  const words = tokens.filter(({ text }) => /[\p{L}\d]/u.test(text));
  const last = words.at(-1);
  if (last === undefined || words.length > 3) return undefined;
  const year = ['year', 'oldYear', 'eraYear', 'farYear'].includes(last.kind) ? last.value : undefined;
  const [first, second] = words;
  if (year !== undefined && (words.length === 1 || (words.length === 2 && first?.kind === 'year_')))
    return yearPeriod(year);
  const month =
    first !== undefined && SETS.anyMonth.some((kind) => kind === first.kind) ? first.value : undefined;
  if (month === undefined) return undefined;
  if (year !== undefined && second === last) return monthPeriod(year, month);
  return words.length === 1 && story.headed !== undefined ? monthPeriod(story.headed, month) : undefined;
}

/** Its place on the calendar, cut at the calendar's ends. */
function placeOf(meaning: Meaning): Period | undefined {
  const { value, from, to, precision } = meaning;
  if (from === undefined || to === undefined || precision === undefined) return undefined;
  // So far away that it has no day number at all, or a day number that no date can be written for.
  if (!(to >= FIRST_DAY && from <= LAST_DAY)) return undefined;
  return { value, from: Math.max(FIRST_DAY, from), to: Math.min(LAST_DAY, to), precision };
}

function toExpression(
  line: string,
  offset: number,
  tokens: readonly Token[],
  reading: Reading,
): DateExpression {
  const start = tokens[reading.first]?.start ?? 0;
  const end = tokens[reading.end - 1]?.end ?? start;
  const place = placeOf(reading);
  return {
    start: start + offset,
    end: end + offset,
    text: line.slice(start, end),
    type: reading.type,
    value: place === undefined && reading.from !== undefined ? 'XXXX-XX-XX' : reading.value,
    basis: reading.basis,
    ...(place && { from: formatDay(place.from), to: formatDay(place.to), precision: place.precision }),
    ...(reading.approx && { approx: true }),
    ...(reading.part && { part: reading.part }),
    ...(reading.open && { open: reading.open }),
    ...(reading.bound && { bound: reading.bound }),
    ...(reading.relation && { relation: reading.relation }),
    ...(reading.ambiguous && { ambiguous: true }),
    ...(reading.compared && { compared: true }),
    ...(reading.planned && { planned: true }),
  };
}
