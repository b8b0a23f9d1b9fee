import { dayNumber, isRealDay } from '../../../resolve/day-numbers.ts';
import { dayPeriod } from '../../../resolve/period.ts';
import { type Meaning, placed, type Rule } from '../../meaning.ts';
import type { PatternMatch } from '../../token-pattern.ts';

/** How many days the two calendars were apart while both were in use, until about this year. */
const APART = { least: 9, most: 14, until: 1930 } as const;
const ASIDE = '(word|name|old|new|dot|comma){0,4}';

/**
 * Days of the Julian and of the Gregorian calendar side by side, in either order: the Gregorian one counts, which is the
 * later of the two. "25 October (7 November) 1917", "2 (15) March 1917", "March 2 (15), 1917", "14 [O.S. 2] May 1720".
 */
export const OLD_STYLE: readonly Rule[] = [
  {
    pattern: `d:dayNo m:anyMonth open ${ASIDE} d2:dayNo m2:anyMonth ${ASIDE} close comma? y:anyYear`,
    read: readBoth,
  },
  {
    pattern: `m:anyMonth d:dayNo open ${ASIDE} m2:anyMonth d2:dayNo ${ASIDE} close comma? y:anyYear`,
    read: readBoth,
  },
  {
    pattern: `d:dayNo m:anyMonth y:anyYear open ${ASIDE} d2:dayNo m2:anyMonth ${ASIDE} close`,
    read: readBoth,
  },
  {
    pattern: `d:dayNo open ${ASIDE} d2:dayNo ${ASIDE} close of? m:anyMonth comma? y:anyYear`,
    read: readBoth,
  },
  { pattern: `m:anyMonth d:dayNo open ${ASIDE} d2:dayNo ${ASIDE} close comma? y:anyYear`, read: readBoth },
];

function readBoth(match: PatternMatch): Meaning | undefined {
  const [year, month] = [match.value('y'), match.value('m')];
  if (year === undefined || month === undefined || year > APART.until) return undefined;
  const [one, other] = [
    [month, match.value('d')],
    [match.value('m2') ?? month, match.value('d2')],
  ].flatMap(([of = 0, day = 0]) => (isRealDay(year, of, day) ? [dayNumber(year, of, day)] : []));
  if (one === undefined || other === undefined) return undefined;
  const apart = Math.abs(one - other);
  if (apart < APART.least || apart > APART.most) return undefined;
  return placed(dayPeriod(Math.max(one, other)), 'stated');
}
