import { PRECISIONS, type Precision } from '../../resolve/period.ts';
import { isUnitKind, UNIT_CODES } from '../date-words.ts';
import type { Token } from '../token.ts';

/** Is this token the unit of this name, singular or plural? */
export function isUnit(token: Token | undefined, name: string): boolean {
  return token !== undefined && isUnitKind(token.kind) && UNIT_CODES[token.value] === name;
}

/** "last" = -1, "this" = 0, "next" = 1. */
export function offsetOf(token: Token | undefined): number {
  if (token === undefined) return 0;
  if (['last', 'previous', 'past'].includes(token.kind)) return -1;
  return ['next', 'coming', 'following'].includes(token.kind) ? 1 : 0;
}

/** The precision of a unit's name; none for what is shorter than a day and for "fortnight" and "millennium". */
export function precisionOf(token: Token | undefined): Precision | undefined {
  if (token === undefined || !isUnitKind(token.kind)) return undefined;
  const name = UNIT_CODES[token.value];
  return name === 'millennium' ? undefined : PRECISIONS.find((precision) => precision === name);
}

/** How many: "two", "12", "a"; nothing for "few". */
export function countOf(token: Token | undefined): number | undefined {
  if (token === undefined || token.kind === 'few') return undefined;
  if (token.kind === 'art') return 1;
  return token.kind === 'half' ? 0.5 : token.value;
}
