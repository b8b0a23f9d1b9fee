import { dayPeriod } from '../../../resolve/period.ts';
import { nearestWeekday } from '../../../resolve/resolve-relative.ts';
import { type Anchor, type Meaning, placed, type Rule, unplaced } from '../../meaning.ts';
import type { Token } from '../../token.ts';
import type { PatternMatch } from '../../token-pattern.ts';
import { isUnit } from '../unit-kinds.ts';
import { isWeekdayOfName } from './weekday-names.ts';

const PART_CODES = ['MO', 'AF', 'EV', 'NI'];

/** Times of day. A part of a named day ("Monday evening", "last night") has a place on the calendar; a clock has none. */
export const CLOCK: readonly Rule[] = [
  {
    pattern:
      'clock (meridiem)? (zone)?|plainDayNo meridiem (zone)?|(figure|year|oldYear|farYear|n3) zone|(?<= at)(year|oldYear|farYear)(?! in|of)',
    read: readClock,
  },
  { pattern: 'plainDayNo oclock|count oclock|noon|midnight', read: readClock },
  {
    pattern: '(early|late)? (d:weekday|d2:yesterday|d3:tomorrow|d4:today|d5:this) p:dayPart',
    read: readPartOfDay,
  },
  {
    pattern: '(early|late)? (d:weekday|d2:yesterday|d3:tomorrow|d5:this|d6:last) (early|late)? p2:unit',
    read: readPartOfDay,
  },
  { pattern: 'w:tonight (on)? d:weekday|w:tonight', read: readPartOfDay },
  {
    pattern: '(the)? (following|next|previous|same) p:dayPart|(in|at|on)? the p2:dayPart',
    read: readPartOnly,
  },
];

function readClock(): Meaning {
  return unplaced('TIME', 'TXX:XX');
}

/** "Monday evening", "this morning", "last night", "yesterday night", "tonight". */
function readPartOfDay(match: PatternMatch, anchor: Anchor, tokens: readonly Token[]): Meaning | undefined {
  if (tokens[match.first]?.kind === 'weekday' && isWeekdayOfName(tokens, match.first)) return undefined;
  if (match.token('p2') && !isUnit(match.token('p2'), 'night')) return undefined;
  const part = match.token('p2') || match.token('w') ? 'NI' : (PART_CODES[match.value('p') ?? 0] ?? 'MO');
  const weekday = match.value('d');
  if (weekday !== undefined) return atPart(nearestWeekday(weekday, anchor), part);
  if (anchor.reference === undefined) return unplaced('TIME', `XXXX-XX-XXT${part}`);
  const offset = match.token('d2') || match.token('d6') ? -1 : match.token('d3') ? 1 : 0;
  return atPart(placed(dayPeriod(anchor.reference + offset), 'relative'), part);
}

function readPartOnly(match: PatternMatch): Meaning {
  return unplaced('TIME', `XXXX-XX-XXT${PART_CODES[match.value('p') ?? match.value('p2') ?? 0] ?? 'MO'}`);
}

function atPart(meaning: Meaning, part: string): Meaning {
  return { ...meaning, type: 'TIME', value: `${meaning.value}T${part}` };
}
