import { type DayNumber, dayParts, weekdayOf } from '../../../resolve/day-numbers.ts';
import {
  dayPeriod,
  monthPeriod,
  type Precision,
  periodAround,
  SEASONS,
  seasonPeriod,
} from '../../../resolve/period.ts';
import { nearestWeekday, yearlessSeason } from '../../../resolve/resolve-relative.ts';
import { tenseAround } from '../../../resolve/tense.ts';
import { type Anchor, type Meaning, placed, type Rule, unplaced } from '../../meaning.ts';
import type { Token } from '../../token.ts';
import type { PatternMatch } from '../../token-pattern.ts';
import { isAnyWeekday, isWeekdayOfName } from '../days/weekday-names.ts';
import { isUnit, offsetOf, precisionOf } from '../unit-kinds.ts';
import { movedBy } from './ago.ts';
import { isNextTold, isToldNext } from './told-next.ts';

/** Dates told from the day of publication: "today", "on Monday", "last week", "this June", "two years ago", "now". */
export const DEICTIC: readonly Rule[] = [
  { pattern: 'w:today|w2:yesterday|w3:tomorrow', read: readDay },
  { pattern: '(the)? u:unit (before w:yesterday|after w2:tomorrow)', read: readDayBeyond },
  { pattern: '(?<! named)w:weekday(?! weekday)|(?<= on|open)w2:weekdayShort', read: readWeekday },
  { pattern: 'd:lastNext w:weekday|(the)? d2:following w2:weekday', read: readWeekdayFrom },
  {
    pattern: 'w:weekday (of)? d:thisNext u:unit|d2:thisNext u2:unit (on)? w2:weekday',
    read: readWeekdayOfWeek,
  },
  { pattern: '(the)? d:thisNext u:unit(?! old)|(the) d2:current u2:unit', read: readUnit },
  { pattern: '(the) d:thisNext m:anyMonth|d2:thisNext m2:anyMonth', read: readMonthFrom },
  { pattern: '(the)? d:thisNext s:season', read: readSeasonFrom },
  { pattern: '(at)? (the) u:unit', read: readThe },
  { pattern: '(the)? e:early in d:thisNext u:unit', read: readUnit },
  {
    pattern: '(more than)? few:few few? u:anyUnit ago|a2:art few:few u:anyUnit ago|u2:units ago',
    read: readVagueAgo,
  },
  {
    pattern: '(right)? now(?! dash)|at (this|the) (moment|time)|at p:current|these u:units',
    read: readPresent,
  },
  {
    pattern: '(more)? recently|(in)? (more)? recent u:units|in the p:past|(old|long) ago|time ago',
    read: readPast,
  },
  {
    pattern: '(the|near) (near)? future|in future|(?<! as)s:soon(?! after|as|dash)|art later (date|time)',
    read: readFuture,
  },
];

function readDay(match: PatternMatch, anchor: Anchor, tokens: readonly Token[]): Meaning | undefined {
  // "USA Today" is a paper.
  const [before, word] = [tokens[match.first - 1], tokens[match.first]];
  if (before?.kind === 'name' && /^\p{Lu}/u.test(word?.text ?? '')) return undefined;
  const offset = match.token('w2') ? -1 : match.token('w3') ? 1 : 0;
  if (anchor.reference === undefined) return unplaced('DATE', 'XXXX-XX-XX');
  return placed(dayPeriod(anchor.reference + offset), 'relative');
}

function readDayBeyond(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  if (!isUnit(match.token('u'), 'day')) return undefined;
  if (anchor.reference === undefined) return unplaced('DATE', 'XXXX-XX-XX');
  return placed(dayPeriod(anchor.reference + (match.token('w') ? -2 : 2)), 'relative');
}

function readWeekday(match: PatternMatch, anchor: Anchor, tokens: readonly Token[]): Meaning | undefined {
  const weekday = match.value('w') ?? match.value('w2');
  if (isWeekdayOfName(tokens, match.first) || isAnyWeekday(tokens, match.first, match.end)) return undefined;
  return weekday === undefined ? undefined : nearestWeekday(weekday, anchor);
}

/** "last Monday", "next Friday", "this Sunday", "the following Tuesday". */
function readWeekdayFrom(match: PatternMatch, anchor: Anchor, tokens: readonly Token[]): Meaning | undefined {
  const weekday = match.value('w') ?? match.value('w2');
  const word = match.token('d') ?? match.token('d2');
  if (weekday === undefined) return undefined;
  const isTold = word?.kind === 'following' || isNextTold(word, tokens[match.first - 1], anchor);
  const from = isTold ? anchor.previous?.to : anchor.reference;
  if (from === undefined) return unplaced('DATE', `XXXX-WXX-${weekday + 1}`);
  const offset = offsetOf(word);
  if (offset === 0) return nearestWeekday(weekday, anchor);
  const days =
    offset < 0 ? -(((weekdayOf(from) - weekday + 6) % 7) + 1) : ((weekday - weekdayOf(from) + 6) % 7) + 1;
  return {
    ...placed(dayPeriod(from + days), 'relative'),
    ...(isTold && { narrative: true }),
  };
}

/** "Monday of last week", "next week on Tuesday". */
function readWeekdayOfWeek(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const weekday = match.value('w') ?? match.value('w2');
  const unit = match.token('u') ?? match.token('u2');
  if (weekday === undefined || !isUnit(unit, 'week')) return undefined;
  if (anchor.reference === undefined) return unplaced('DATE', `XXXX-WXX-${weekday + 1}`);
  const week = periodAround('week', anchor.reference, offsetOf(match.token('d') ?? match.token('d2')));
  return placed(dayPeriod(week.from + weekday), 'relative');
}

/** "this week", "last month", "the next year", "the past decade", "that day", "the same year", "the following day". */
function readUnit(match: PatternMatch, anchor: Anchor, tokens: readonly Token[]): Meaning | undefined {
  const word = match.token('d') ?? match.token('d2');
  const precision = precisionOf(match.token('u') ?? match.token('u2'));
  if (precision === undefined || precision === 'season' || !word) return undefined;
  const the = tokens[match.first]?.kind === 'the';
  // "the last day of the games" is a day of the games.
  if (the && tokens[match.end]?.kind === 'of' && ['last', 'next'].includes(word.kind)) return undefined;
  // "the past year" and "over the next week" are stretches that end or begin today.
  const stretch = word.kind === 'past' || (the && ['last', 'next', 'coming'].includes(word.kind));
  if (stretch && ['week', 'month', 'year', 'decade', 'century'].includes(precision)) {
    const unit =
      precision === 'decade'
        ? '10Y'
        : precision === 'century'
          ? '100Y'
          : `1${precision.charAt(0).toUpperCase()}`;
    return unplaced('DURATION', `P${unit}`);
  }
  const narrative =
    ['that', 'same', 'following'].includes(word.kind) || (the && ['next', 'previous'].includes(word.kind));
  const origin = narrative
    ? (anchor.previous?.from ?? (word.kind === 'same' ? anchor.reference : undefined))
    : anchor.reference;
  if (origin === undefined) return unplaced('DATE', unknownValue(precision));
  // "the vote this weekend was", told on a Monday.
  if (precision === 'weekend' && word.kind === 'this' && anchor.tense === 'past')
    return placed(lastWeekend(anchor), 'relative');
  const found = placed(periodAround(precision, origin, offsetOf(word)), 'relative');
  return narrative ? { ...found, narrative: true } : found;
}

/** "the weekend" and, where nothing more follows, "in the quarter", "for the year". */
function readThe(match: PatternMatch, anchor: Anchor, tokens: readonly Token[]): Meaning | undefined {
  const unit = match.token('u');
  const precision = precisionOf(unit);
  if (precision === undefined || anchor.reference === undefined) return undefined;
  const [before, after] = [tokens[match.first - 1]?.kind ?? '', tokens[match.end]?.kind ?? 'dot'];
  if (precision === 'weekend') return placed(lastWeekend(anchor), 'relative');
  if (!['week', 'month', 'quarter', 'year'].includes(precision)) return undefined;
  const open = ['dot', 'comma', 'close', 'and', 'poss', 'to'].includes(after);
  const led = ['in', 'for', 'of'].includes(before) && tokens[match.first]?.kind === 'the';
  const turned =
    before === 'of' &&
    ['start', 'end', 'mid', 'rest', 'early', 'late'].includes(tokens[match.first - 2]?.kind ?? '');
  if (!turned && !(led && before !== 'of' && open)) return undefined;
  if (precision === 'quarter' && anchor.tense !== 'future')
    return placed(anchor.quarter ?? periodAround('quarter', anchor.reference, -1), 'relative');
  return placed(periodAround(precision, anchor.reference), 'relative');
}

function lastWeekend(anchor: Anchor): ReturnType<typeof dayPeriod> {
  const reference = anchor.reference ?? 0;
  const here = periodAround('weekend', reference);
  if (anchor.tense === 'future' || here.from <= reference) return here;
  return periodAround('weekend', reference, -1);
}

/** "last June" is the nearest June gone by, "this June" the one of this year, "next June" the nearest to come. */
function readMonthFrom(match: PatternMatch, anchor: Anchor, tokens: readonly Token[]): Meaning | undefined {
  const month = match.value('m') ?? match.value('m2');
  const word = match.token('d') ?? match.token('d2');
  if (month === undefined || !word || word.kind === 'same' || word.kind === 'that') return undefined;
  // "to the following May" goes on from the date before it.
  const told = isToldNext(word, match, tokens, anchor) ? anchor.previous?.to : undefined;
  const origin = told ?? anchor.reference;
  if (origin === undefined) return unplaced('DATE', `XXXX-${String(month).padStart(2, '0')}`);
  const here = dayParts(origin);
  const offset = offsetOf(word);
  const turn = (offset < 0 && month >= here.month) || (offset > 0 && month <= here.month) ? offset : 0;
  const found = placed(monthPeriod(here.year + turn, month), 'relative');
  return told === undefined ? found : { ...found, narrative: true };
}

function readSeasonFrom(match: PatternMatch, anchor: Anchor, tokens: readonly Token[]): Meaning | undefined {
  const season = SEASONS[match.value('s') ?? -1];
  const offset = offsetOf(match.token('d'));
  if (!season) return undefined;
  const told = isToldNext(match.token('d'), match, tokens, anchor) ? anchor.previous : undefined;
  if (told !== undefined) {
    const { year } = dayParts(told.from);
    const next = [year, year + 1].map((one) => seasonPeriod(one, season)).find(({ from }) => from > told.to);
    return next && { ...placed(next, 'relative'), narrative: true };
  }
  if (anchor.reference === undefined || offset === 0) return yearlessSeason(season, anchor);
  const { year } = dayParts(anchor.reference);
  const choices = [year - 1, year, year + 1].map((candidate) => seasonPeriod(candidate, season));
  const reference = anchor.reference;
  const chosen =
    offset < 0
      ? choices.findLast((choice) => choice.to < reference)
      : choices.find((choice) => choice.from > reference);
  return chosen && placed(chosen, 'relative');
}

function readVagueAgo(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const unit = match.token('u') ?? match.token('u2');
  if (precisionOf(unit) === undefined || match.token('few')?.text.startsWith('couple')) {
    return shifted(unit, -2, anchor.reference);
  }
  return unplaced('DATE', 'PAST_REF');
}

function readPresent(match: PatternMatch): Meaning | undefined {
  const unit = match.token('u');
  return unit && !isUnit(unit, 'day') ? undefined : unplaced('DATE', 'PRESENT_REF');
}

function readPast(match: PatternMatch): Meaning | undefined {
  const unit = match.token('u');
  return unit && precisionOf(unit) === undefined ? undefined : unplaced('DATE', 'PAST_REF');
}

/** "was soon released" lies in the past. */
function readFuture(match: PatternMatch, _anchor: Anchor, tokens: readonly Token[]): Meaning | undefined {
  if (match.token('s') && tenseAround(tokens, match.first, match.end) === 'past') return undefined;
  return unplaced('DATE', 'FUTURE_REF');
}

/** A number of units before (negative) or after a day, as fine as the unit; nothing for hours and less. */
export function shifted(
  unit: Token | undefined,
  count: number | undefined,
  origin: DayNumber | undefined,
): Meaning | undefined {
  const precision = unit?.kind.startsWith('fortnight')
    ? 'week'
    : unit?.kind.startsWith('night')
      ? 'day'
      : precisionOf(unit);
  if (precision === undefined || count === undefined) return undefined;
  if (Math.abs(count) > 100_000) return unplaced('DATE', count < 0 ? 'PAST_REF' : 'FUTURE_REF');
  if (origin === undefined) return unplaced('DATE', unknownValue(precision));
  const day = movedBy(origin, unit, count);
  if (day === undefined) return undefined;
  return placed(periodAround(precision, day), 'relative');
}

function unknownValue(precision: Precision): string {
  if (precision === 'day') return 'XXXX-XX-XX';
  if (precision === 'week' || precision === 'weekend') return 'XXXX-WXX';
  return precision === 'month' ? 'XXXX-XX' : 'XXXX';
}
