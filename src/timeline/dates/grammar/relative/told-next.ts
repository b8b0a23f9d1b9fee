import type { Anchor } from '../../meaning.ts';
import type { Token } from '../../token.ts';
import type { PatternMatch } from '../../token-pattern.ts';

/** Days from which "the next spring" is not the one to come. */
const FAR_BACK = 400;

/** "the following spring" goes on from the date before it; "the next spring" where that lies well in the past. */
export function isToldNext(
  word: Token | undefined,
  { first }: PatternMatch,
  tokens: readonly Token[],
  { previous, reference }: Anchor,
): boolean {
  if (word?.kind === 'following') return true;
  if (word?.kind !== 'next' || tokens[first]?.kind !== 'the' || previous === undefined) return false;
  return reference === undefined || reference - previous.to > FAR_BACK;
}

/** "by the next Tuesday", in a story that lies so many days back. */
const LONG_AGO = 14;

/** Is that the next one after the date told last? */
export function isNextTold(
  word: Token | undefined,
  before: Token | undefined,
  { previous, reference }: Anchor,
): boolean {
  if (word?.kind !== 'next' || before?.kind !== 'the' || previous?.precision !== 'day') return false;
  return reference === undefined || reference - previous.to > LONG_AGO;
}
