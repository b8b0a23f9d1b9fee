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
