import type { CalendarDate } from '../corpus/article.ts';
import { FIRST_DAY, formatDay, LAST_DAY, parseDay } from './calendar.ts';
import { AMOUNTS } from './grammar/amounts.ts';
import { CALENDAR_DATES } from './grammar/calendar-dates.ts';
import { CLOCK } from './grammar/clock.ts';
import { DEICTIC } from './grammar/deictic.ts';
import { ERAS } from './grammar/eras.ts';
import { HOLIDAYS } from './grammar/holidays.ts';
import { COMMON, SETS } from './grammar/sets.ts';
import { YEARS } from './grammar/years.ts';
import type { Meaning, Rule } from './meaning.ts';
import { lendYears, markEnds, type Reading, widen } from './neighbours.ts';
import { compilePatterns, type RuleMatch } from './pattern.ts';
import type { Period } from './period.ts';
import { tenseAround } from './tense.ts';
import { type Token, tokenize } from './tokens.ts';
import type { DateExpression } from './types.ts';

const GRAMMAR = compilePatterns<Rule>(
  [...CALENDAR_DATES, ...ERAS, ...HOLIDAYS, ...YEARS, ...DEICTIC, ...CLOCK, ...AMOUNTS],
  SETS,
  COMMON,
);

/** What joins the two dates of one match. */
const JOINED: ReadonlySet<string> = new Set(SETS.joined);

/** Nothing that the grammar knows can stand in a text that lacks all of these: most sentences end here. */
const HINT =
  /\d{4}|\d[:/.]\d|['’]\d\d|\d0s|\d\s?[ap]\.?m|\d(?:st|nd|rd|th)\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|toda|tonight|overnight|yesterd|tomorrow|week|month|year|decade|centur|day|night|morning|evening|afternoon|noon|midnight|spring|summer|autumn|fall|winter|quarter|fiscal|fy\d|q[1-4]|h[12]|now|current|present|recent|late|future|soon|ago|past|moment|christmas|xmas|easter|thanksg|hallow|boxing|valent|annual|hour|minute|season|nineties|\w{3,5}t(?:ies|hies)\b|bce?\b|ad\b|ce\b|[bac]\.\s?[cde]\.|years?\s\d)/i;

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
 * @param previous the date mentioned last before this text, for "the same day" or "two weeks later"
 * @returns the expressions in the order of the text, never overlapping
 */
export function findDates(
  text: string,
  reference: CalendarDate | undefined,
  previous?: Period,
): DateExpression[] {
  if (!HINT.test(text)) return [];
  const day = reference === undefined ? undefined : parseDay(reference);
  const found: DateExpression[] = [];
  let last = previous;
  let offset = 0;
  for (const line of text.split('\n')) {
    if (HINT.test(line)) {
      const { readings, tokens, previous: latest } = readLine(line, day, last);
      last = latest;
      for (const reading of readings) found.push(toExpression(line, offset, tokens, reading));
    }
    offset += line.length + 1;
  }
  return found;
}

/** The last date that can be placed, for the `previous` of the text that follows. */
export function lastPlaced(expressions: readonly DateExpression[]): Period | undefined {
  const last = expressions.findLast((expression) => expression.from !== undefined);
  if (last?.from === undefined || last.to === undefined || last.precision === undefined) return undefined;
  return { value: last.value, from: parseDay(last.from), to: parseDay(last.to), precision: last.precision };
}

interface Line {
  readonly readings: readonly Reading[];
  readonly tokens: readonly Token[];
  readonly previous: Period | undefined;
}

function readLine(line: string, reference: number | undefined, previous: Period | undefined): Line {
  const tokens = tokenize(line);
  const matches = GRAMMAR.matches(tokens);
  const chosen = matches.length > 0 ? choose(matches, tokens, reference, previous) : [];
  const readings: Reading[] = [];
  for (const { rule, match } of chosen) {
    const tense = tenseAround(tokens, match.first, match.end);
    const meaning = rule.read(match, { reference, previous, tense }, tokens);
    const meanings: readonly Meaning[] = meaning === undefined ? [] : 'type' in meaning ? [meaning] : meaning;
    for (const [index, one] of meanings.entries()) {
      const [first, end] =
        one.tokens ??
        (meanings.length > 1 ? halfOf(match.first, match.end, index, tokens) : [match.first, match.end]);
      readings.push({ ...one, first, end, planned: tense === 'future' });
      previous = placeOf(one) ?? previous;
    }
  }
  const lent = lendYears(readings, tokens);
  return { readings: markEnds(widen(lent, tokens, reference), tokens), tokens, previous };
}

/** The longest matches that do not overlap, in the order of the text; a match whose rule rejects it makes room. */
function choose(
  matches: readonly RuleMatch<Rule>[],
  tokens: readonly Token[],
  reference: number | undefined,
  previous: Period | undefined,
): readonly RuleMatch<Rule>[] {
  const taken = new Uint8Array(tokens.length);
  const chosen: RuleMatch<Rule>[] = [];
  const longestFirst = matches.toSorted(
    (a, b) => b.match.end - b.match.first - (a.match.end - a.match.first),
  );
  for (const candidate of longestFirst) {
    const { first, end } = candidate.match;
    if (taken.subarray(first, end).includes(1)) continue;
    if (!candidate.rule.read(candidate.match, { reference, previous, tense: 'unknown' }, tokens)) continue;
    taken.fill(1, first, end);
    chosen.push(candidate);
  }
  return chosen.sort((a, b) => a.match.first - b.match.first);
}

/** Two dates in one match ("3-5 May 2011"): the first is the words before the joint, the second those after it. */
function halfOf(
  first: number,
  end: number,
  index: number,
  tokens: readonly Token[],
): readonly [number, number] {
  let joint = first + 1;
  while (joint < end && !JOINED.has(tokens[joint]?.kind ?? '')) joint++;
  return index === 0 ? [first, joint] : [joint + 1, end];
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
    ...(reading.planned && { planned: true }),
  };
}
