import { dayParts } from '../../../resolve/day-numbers.ts';
import type { Anchor } from '../../meaning.ts';
import type { Token } from '../../token.ts';
import type { PatternMatch } from '../../token-pattern.ts';

/** Four figures, an era or two figures with an apostrophe; what could be an amount as well is none before its noun. */
const STATED =
  '(y:year(?! measured|hijri)|y:eraYear|y:oldYear(?! measured|hijri)|y:farYear(?! counted|measured|hijri)|y:shortYear|y:n3(?= sentenceGoesOn|ends|to (the|art|name))|(the)? year_ y:anyFigures(?! hijri))';
const TOLD = '(yearThe:the)? yearWord:yearRelative year_ (poss)?';

/** The year that completes a month, season, quarter …: "2011", "of 2011", "44 BC", "that year", "of next year". */
export const YEAR = `(dot? comma? (of|in)? ${STATED}|comma? (of|in)? ${TOLD})`;
/** The same before what it completes: "2011's", "last year's". */
export const YEAR_BEFORE = `(the)? (y:year|y:oldYear|(yearWord:yearRelative year_)) (poss)?`;

/** The year of a match: how it is told, and which one if that is known. */
export interface YearPart {
  readonly year: number | undefined;
  readonly basis: 'stated' | 'relative';
}

/** What {@link YEAR} or {@link YEAR_BEFORE} matched; nothing when the match has no year. */
export function yearIn(match: PatternMatch, anchor: Anchor): YearPart | undefined {
  const stated = match.value('y');
  if (stated !== undefined) return { year: stated, basis: 'stated' };
  const word = match.token('yearWord');
  if (word === undefined) return undefined;
  const year = relativeYear(word, match.token('yearThe') !== undefined, anchor);
  return { year, basis: 'relative' };
}

/** "this", "last", "next" are told from the publication, "that", "the same", "the following" from the date before. */
function relativeYear(word: Token, definite: boolean, anchor: Anchor): number | undefined {
  const now = anchor.reference === undefined ? undefined : dayParts(anchor.reference).year;
  const then = anchor.previous === undefined ? undefined : dayParts(anchor.previous.from).year;
  switch (word.kind) {
    case 'that':
    case 'same':
      return then ?? now;
    case 'following':
      return then === undefined ? undefined : then + 1;
    case 'previous':
      return then === undefined ? now && now - 1 : then - 1;
    case 'last':
    case 'past':
      return now && now - 1;
    case 'next':
      // "In March of the next year" goes on from the date before it.
      if (definite && then !== undefined) return then + 1;
      return now && now + 1;
    case 'coming':
      return now && now + 1;
    default:
      return now;
  }
}
