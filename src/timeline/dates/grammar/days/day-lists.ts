import { dayNumber, isRealDay } from '../../../resolve/day-numbers.ts';
import { dayPeriod } from '../../../resolve/period.ts';
import { yearlessDay } from '../../../resolve/resolve-relative.ts';
import { type Anchor, type Meaning, placed, type Rule } from '../../meaning.ts';
import type { Token } from '../../token.ts';
import type { PatternMatch } from '../../token-pattern.ts';
import { SETS } from '../kind-sets.ts';
import { YEAR, yearIn } from '../years/year-part.ts';

/** Bounded, since a text may hold any number of figures in a row; no month has more days. */
const FURTHER = '((to|and|comma|comma and|slash) (the)? dayNo){1,30}';
const DAY_KINDS: ReadonlySet<string> = new Set(SETS.dayNo);
const RANGE_KINDS: ReadonlySet<string> = new Set(SETS.to);

/** Several days of one month: "3-5 May 2011", "8, 9 and 10 May 2022", "March 3, 4 and 7, 2022", "between 3 and 5 May". */
export const DAY_LISTS: readonly Rule[] = [
  { pattern: `(the)? dayNo ${FURTHER} of? (the)? m:anyMonth ${YEAR}?`, read: readDays },
  {
    pattern: `m:anyMonth dot? (the)? dayNo ${FURTHER}(?! counted|measured|slash|units|unit|clock|meridiem|anyMonth) ${YEAR}?`,
    read: readDays,
  },
];

function readDays(
  match: PatternMatch,
  anchor: Anchor,
  tokens: readonly Token[],
): readonly Meaning[] | undefined {
  const month = match.value('m');
  const part = yearIn(match, anchor);
  if (month === undefined || (part !== undefined && part.year === undefined)) return undefined;
  const between = tokens[match.first - 1]?.kind === 'between';
  const at: number[] = [];
  for (let token = match.first; token < match.end; token++) {
    if (DAY_KINDS.has(tokens[token]?.kind ?? '')) at.push(token);
  }
  const days: Meaning[] = [];
  for (const [nth, token] of at.entries()) {
    const day = tokens[token]?.value ?? 0;
    const one = dayOf(month, day, part, anchor);
    if (one === undefined) return undefined;
    const before = nth > 0 && isRange(tokens, at[nth - 1] ?? 0, token, between);
    const after = nth + 1 < at.length && isRange(tokens, token, at[nth + 1] ?? 0, between);
    const first = nth === 0 ? match.first : token;
    const end = nth + 1 < at.length ? token + 1 : match.end;
    const earlier = days.at(-1)?.from;
    if (earlier !== undefined && one.from !== undefined && one.from <= earlier) return undefined;
    days.push({
      ...one,
      tokens: [first, end],
      ...(after ? { bound: 'from' as const } : before && { bound: 'to' as const }),
    });
  }
  return days;
}

function dayOf(
  month: number,
  day: number,
  part: ReturnType<typeof yearIn>,
  anchor: Anchor,
): Meaning | undefined {
  if (part?.year === undefined) return yearlessDay(month, day, anchor);
  if (!isRealDay(part.year, month, day)) return undefined;
  return placed(dayPeriod(dayNumber(part.year, month, day)), part.basis);
}

function isRange(tokens: readonly Token[], from: number, to: number, between: boolean): boolean {
  for (let at = from + 1; at < to; at++) {
    const kind = tokens[at]?.kind ?? '';
    if (RANGE_KINDS.has(kind) || (between && kind === 'and')) return true;
  }
  return false;
}
