import { dayPeriod } from '../../../resolve/period.ts';
import { nthWeekday } from '../../../resolve/resolve-relative.ts';
import { type Anchor, type Meaning, placed, type Rule, unplaced } from '../../meaning.ts';
import type { Token } from '../../token.ts';
import type { PatternMatch } from '../../token-pattern.ts';

/**
 * What lies right beside the date that follows: "the first Tuesday after 1 November 2022", "the evening before the 9 May
 * 2015 parade". Without a date there it has no place: "the Monday after the election" is not last Monday.
 */
export const BESIDE: readonly Rule[] = [
  {
    pattern: '(the) (o:anyOrdinal)? d:weekday s:before|(the) (o:anyOrdinal)? d:weekday s:after',
    read: readWeekday,
  },
  { pattern: '(the) p:dayPart (s:before|s:after)', read: readPartOfDay },
  { pattern: '(the)? eve of(?= (the)? (dayNo|anyMonth|iso))', read: readEve },
];

const STOPS: ReadonlySet<string> = new Set(['comma', 'dot', 'close']);

function readWeekday(match: PatternMatch, anchor: Anchor, tokens: readonly Token[]): Meaning | undefined {
  const [weekday, nth] = [match.value('d'), match.value('o') ?? 1];
  if (weekday === undefined || nth < 1 || nth > 5) return undefined;
  const step = { weekday, count: wayOf(match) * nth };
  const { previous } = anchor;
  // "On the Friday before, …": before the day told last.
  if (STOPS.has(tokens[match.end]?.kind ?? 'dot') && previous?.precision === 'day')
    return {
      ...placed(dayPeriod(nthWeekday(previous.from, weekday, step.count)), 'relative'),
      narrative: true,
    };
  return { ...unplaced('DATE', `XXXX-WXX-${weekday + 1}`), step };
}

function readPartOfDay(match: PatternMatch): Meaning {
  return { ...unplaced('TIME', 'XXXX-XX-XX'), step: { days: wayOf(match) } };
}

function readEve(): Meaning {
  return { ...unplaced('DATE', 'XXXX-XX-XX'), step: { days: -1 } };
}

function wayOf(match: PatternMatch): 1 | -1 {
  return match.token('s')?.kind === 'before' ? -1 : 1;
}
