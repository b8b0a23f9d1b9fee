import { periodAround } from '../../../resolve/period.ts';
import { UNIT_CODES } from '../../date-words.ts';
import { type Anchor, type Meaning, placed, type Rule, unplaced } from '../../meaning.ts';
import type { Token } from '../../token.ts';
import type { PatternMatch } from '../../token-pattern.ts';
import { countOf, precisionOf } from '../unit-kinds.ts';
import { shifted } from './last-this-next.ts';

const CODES: Readonly<Record<string, string>> = {
  second: 'TS',
  minute: 'TM',
  hour: 'TH',
  day: 'D',
  night: 'D',
  week: 'W',
  weekend: 'D',
  fortnight: '2W',
  month: 'M',
  quarter: 'Q',
  season: 'M',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
  millennium: 'ML',
};

/** Amounts of time, which are not dates, and the dates reached by counting from another one. */
export const AMOUNTS: readonly Rule[] = [
  {
    pattern: '(a:amount|art a2:few) (more)? (dash)? u:anyUnit (dash (old|long))?',
    read: readDuration,
  },
  {
    pattern:
      '(art)? h:half (art)? u:anyUnit|a:amount and art half u2:anyUnit|a2:amount u3:anyUnit and art half',
    read: readDuration,
  },
  { pattern: 'u:units (dash long)?|u2:unit dash long', read: readVagueDuration },
  {
    pattern:
      '(the)? (past|last|next|coming|following|previous|first|early|ordinal) (a:amount)? (few)? u:units',
    read: readDuration,
  },
  { pattern: '(the)? all (the)? u:unit', read: readDuration },
  {
    pattern:
      'every (number|other|ordinal)? u:anyUnit|weekdays|daily|(times|number) (art|every) u2:unit|every (weekday|month|monthName|season)',
    read: readSet,
  },
  { pattern: '(?<= number)art u:unit', read: readSet },
  // Counted from another date: "two days later", "a year earlier", "the day before".
  { pattern: '(some)? (a:amount|art a2:few) u:anyUnit w:(later|earlier)(?! than)', read: readCounted },
  { pattern: '(the) u:unit w:(before|earlier|after|later)', read: readDayBefore },
  // Counted from an event, not from a date.
  { pattern: '(a:amount|art a2:few|the) u:anyUnit w:(before|after)(?! ends)', read: readRelation },
];

function codeOf(unit: Token | undefined): string | undefined {
  return CODES[UNIT_CODES[unit?.value ?? -1] ?? ''];
}

function duration(count: number | undefined, unit: Token | undefined): Meaning | undefined {
  const code = codeOf(unit);
  if (code === undefined) return undefined;
  const amount = count === undefined ? 'X' : String(count);
  return unplaced('DURATION', code.startsWith('T') ? `PT${amount}${code.slice(1)}` : `P${amount}${code}`);
}

function readDuration(match: PatternMatch): Meaning | undefined {
  const unit = match.token('u') ?? match.token('u2') ?? match.token('u3');
  if (match.token('h')) return duration(0.5, unit);
  const half = match.token('u2') || match.token('u3') ? 0.5 : 0;
  const first = match.token('a') ?? match.token('a2');
  const count = countOf(first);
  return duration(first === undefined ? undefined : count === undefined ? undefined : count + half, unit);
}

function readVagueDuration(match: PatternMatch): Meaning | undefined {
  const unit = match.token('u') ?? match.token('u2');
  return precisionOf(unit) === undefined ? undefined : duration(undefined, unit);
}

function readSet(match: PatternMatch): Meaning {
  const unit = match.token('u') ?? match.token('u2');
  return unplaced('SET', `P1${codeOf(unit)?.replace('T', '') ?? 'X'}`);
}

function readCounted(match: PatternMatch, anchor: Anchor): Meaning | undefined {
  const way = match.token('w')?.kind === 'later' ? 1 : -1;
  // "a year earlier" alone is told from the article's own day; "two days later" needs something to be later than.
  const origin = anchor.previous
    ? way > 0
      ? anchor.previous.to
      : anchor.previous.from
    : way < 0
      ? anchor.reference
      : undefined;
  const count = countOf(match.token('a'));
  if (count === undefined || match.token('a2')) return unplaced('DATE', way < 0 ? 'PAST_REF' : 'XXXX-XX-XX');
  const found = shifted(match.token('u'), way * count, origin);
  return found && { ...found, narrative: true };
}

/** "the day before", "the year after": next to the date mentioned last. */
function readDayBefore(match: PatternMatch, anchor: Anchor, tokens: readonly Token[]): Meaning | undefined {
  const precision = precisionOf(match.token('u'));
  const next = tokens[match.end]?.kind ?? 'dot';
  if (
    precision === undefined ||
    !['dot', 'comma', 'close', 'and', 'longDash', 'in', 'at', 'on'].includes(next)
  )
    return undefined;
  if (!anchor.previous) return unplaced('DATE', 'XXXX-XX-XX');
  const way = ['after', 'later'].includes(match.token('w')?.kind ?? '') ? 1 : -1;
  return { ...placed(periodAround(precision, anchor.previous.from, way), 'relative'), narrative: true };
}

function readRelation(match: PatternMatch): Meaning | undefined {
  const meaning = duration(
    match.token('a2') ? undefined : (countOf(match.token('a')) ?? (match.token('a') ? undefined : 1)),
    match.token('u'),
  );
  const unit = match.token('u');
  const way = match.token('w')?.kind === 'after' ? 1 : -1;
  const count = match.token('a2') ? undefined : match.token('a') ? countOf(match.token('a')) : 1;
  return (
    meaning && {
      ...meaning,
      relation: way > 0 ? 'after' : 'before',
      ...(unit && count !== undefined && { step: { unit, count: way * count } }),
    }
  );
}
