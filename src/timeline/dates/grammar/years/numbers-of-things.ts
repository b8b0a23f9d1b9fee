import { isUnitKind } from '../../date-words.ts';
import type { Token } from '../../token.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const YEAR_KINDS = set('year oldYear farYear eraYear shortYear');
/** Between the years of a list or span. */
export const JOINTS = set('to dash longDash and until comma slash');
/** They number things or name amounts. */
const NO_YEAR_BEFORE = set('numbered money n3 figure farYear');
/** Years apart that a slash may join. */
const MOST_OF_SLASH = 4;

/** Do four figures number or name something: "pp. 1901-1950", "A-2011", "2005/1412", a book's title? */
export function isNumber(tokens: readonly Token[], at: number): boolean {
  return isNumbered(tokens, at) || isGlued(tokens, at) || isTitle(tokens, at);
}

/** "pp. 1901-1950", "ISBN 1860-1950", "case 2011/1987", "$1999", "resolutions 1970 and 1973". */
function isNumbered(tokens: readonly Token[], at: number): boolean {
  // "020 1998 2001".
  if (YEAR_KINDS.has(tokens[at - 1]?.kind ?? '') || YEAR_KINDS.has(tokens[at + 1]?.kind ?? ''))
    return tokens[at - 1]?.kind !== 'eraYear' && tokens[at + 1]?.kind !== 'eraYear';
  let back = at - 1;
  for (let steps = 0; steps < 4; steps++) {
    const kind = tokens[back]?.kind ?? '';
    if (NO_YEAR_BEFORE.has(kind) && !(kind === 'farYear' && steps > 0))
      return kind !== 'figure' || steps === 0;
    if (kind === 'dot' && tokens[back - 1]?.kind === 'numbered') return true;
    if (!JOINTS.has(kind)) return false;
    back--;
    if (!/^\d+$/.test(tokens[back]?.text ?? '')) return false;
    back--;
  }
  return false;
}

/** "1984" between quotation marks. */
function isTitle(tokens: readonly Token[], at: number): boolean {
  return /^["“‘'«]$/.test(tokens[at - 1]?.text ?? '') && /^["”’'»]$/.test(tokens[at + 1]?.text ?? '');
}

/** "A-2011", "555-2011", "2011-3344", "2011-year-old". */
function isGlued(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  if (token === undefined) return false;
  if (before?.kind === 'dash' && before.end === token.start) {
    const stem = tokens[at - 2];
    if (stem?.end === before.start && ['word', 'name', 'figure', 'n3', 'n99'].includes(stem.kind))
      return true;
  }
  if (isSlashed(before, token, tokens[at - 2]) || isSlashed(after, token, tokens[at + 2])) return true;
  const isJoined = after?.kind === 'dash' || (after?.kind === 'slash' && before?.kind !== 'slash');
  if (!isJoined || after.start !== token.end) return false;
  const next = tokens[at + 2];
  return next !== undefined && (['figure', 'n3'].includes(next.kind) || isYears(next));
}

/** "2005/1412" numbers something; "2005/2006" are two years. */
function isSlashed(slash: Token | undefined, token: Token, other: Token | undefined): boolean {
  if (slash?.kind !== 'slash' || other === undefined || !YEAR_KINDS.has(other.kind)) return false;
  if (slash.end !== token.start && slash.start !== token.end) return false;
  return Math.abs(other.value - token.value) > MOST_OF_SLASH;
}

/** "years", "month", … */
export function isYears(token: Token | undefined): boolean {
  return token !== undefined && isUnitKind(token.kind);
}
