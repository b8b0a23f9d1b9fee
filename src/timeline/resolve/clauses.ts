import type { Token } from '../dates/token.ts';

/** Does a clause end at this token: at a full stop, a semicolon, a question or exclamation mark? */
export function endsClause(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text;
  return text === undefined || text === ';' || endsSentence(tokens, at);
}

/** Does a sentence end at this token? Not at the dot of "Sept.", "Mr." or "U.S.". */
export function endsSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return true;
  if (token.kind === 'mark') return token.text === '!' || token.text === '?';
  if (token.kind !== 'dot') return false;
  const [before, next] = [tokens[at - 1], tokens[at + 1]];
  if (next === undefined || next.start === token.end) return false;
  if (before !== undefined && isAbbreviation(before)) return false;
  return /^[\p{Lu}“"‘'(\d]/u.test(next.text);
}

function isAbbreviation({ kind, text }: Token): boolean {
  if (kind === 'monthShort' || kind === 'weekdayShort' || kind === 'about') return true;
  return /^(?:\p{Lu}|nos?|pp|tel|ext|vol|sr|mr|mrs|ms|dr|st|sen|gov|rep|gen|col|lt|sgt|prof|rev|jr|vs|est|d|b|r|fl)$/iu.test(
    text,
  );
}

/** A token's text in small letters; nothing where there is none. */
export function lower(tokens: readonly Token[], at: number): string {
  return tokens[at]?.text.toLowerCase() ?? '';
}
