import type { Token } from './token.ts';

const FIGURES: ReadonlySet<string> = new Set([
  'n12',
  'n31',
  'n99',
  'n3',
  'figure',
  'year',
  'oldYear',
  'farYear',
]);
const JOINTS: ReadonlySet<string> = new Set(['dash', 'longDash', 'to', 'and', 'until']);
/** A word that no number and no era begins with or ends in leaves the tokens as they are. */
const STARTS: ReadonlySet<string> = new Set(['tens', 'ce', 'bce', 'hundred', 'thousand']);

interface Chunk {
  readonly kind: string;
  readonly value: number;
  /** How many tokens it takes. */
  readonly length: number;
}

/**
 * Joins the tokens of a number in words ("twenty-five"), of a year in words ("nineteen ninety-six") and of a year with
 * its era ("44 BC", "AD 79", both years of "478–404 BC"; the value counts as astronomers do, 1 BC is 0) into one token.
 */
export function joinChunks(tokens: readonly Token[], text: string): readonly Token[] {
  if (!tokens.some(({ kind }) => STARTS.has(kind))) return tokens;
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    if (token === undefined) break;
    const chunk = eraYear(tokens, at) ?? spokenYear(tokens, at) ?? spokenNumber(tokens, at);
    const last = chunk && tokens[at + chunk.length - 1];
    if (chunk === undefined || last === undefined) {
      joined.push(token);
      at++;
      continue;
    }
    const { kind, value } = chunk;
    joined.push({ start: token.start, end: last.end, text: text.slice(token.start, last.end), kind, value });
    at += chunk.length;
  }
  return joined;
}

function eraYear(tokens: readonly Token[], at: number): Chunk | undefined {
  const [token, next, third, fourth] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if (token === undefined) return undefined;
  if (token.kind === 'ce') return token.text.startsWith('A') && next ? yearOf(next, 1, 2) : undefined;
  // The second year of "AD 14–37" and the first of "478–404 BC".
  const before = tokens[at - 1];
  if (JOINTS.has(before?.kind ?? '') && tokens[at - 3]?.kind === 'ce' && !isEra(next))
    return yearOf(token, 1, 1);
  if (next === undefined) return undefined;
  if (JOINTS.has(next.kind) && isEra(fourth) && isYear(third) && fourth !== undefined) {
    const bce = fourth.kind === 'bce';
    const falls = (third?.value ?? 0) < token.value;
    return falls === bce ? yearOf(token, bce ? -1 : 1, 1) : undefined;
  }
  if (!isEra(next)) return undefined;
  // "December 31 AD 999".
  if (next.text.startsWith('A') && isYear(third)) return undefined;
  // "In 2010 BC Hydro" is British Columbia's.
  if (token.kind === 'year' && third?.kind === 'name') return undefined;
  return yearOf(token, next.kind === 'bce' ? -1 : 1, 2);
}

function isEra(token: Token | undefined): boolean {
  return token?.kind === 'bce' || token?.kind === 'ce';
}

function isYear(token: Token | undefined): boolean {
  return token !== undefined && FIGURES.has(token.kind) && token.value >= 1 && token.value <= 9999;
}

function yearOf(token: Token, era: 1 | -1, length: number): Chunk | undefined {
  if (!isYear(token) || !Number.isInteger(token.value)) return undefined;
  return { kind: 'eraYear', value: era > 0 ? token.value : 1 - token.value, length };
}

/** "nineteen ninety-six", "twenty twenty", "two thousand and five". */
function spokenYear(tokens: readonly Token[], at: number): Chunk | undefined {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first === undefined || second === undefined || !isCount(first)) return undefined;
  if (second.kind === 'thousand' && first.value === 2) {
    const and = tokens[at + 2]?.kind === 'and' ? 1 : 0;
    const rest = spokenBelowHundred(tokens, at + 2 + and);
    if (rest) return { kind: 'year', value: 2000 + rest.value, length: 2 + and + rest.length };
    return tokens[at - 1]?.kind === 'year_' ? { kind: 'year', value: 2000, length: 2 } : undefined;
  }
  if (first.value < 13 || first.value > 20) return undefined;
  const rest = spokenBelowHundred(tokens, at + 1);
  if (rest === undefined || rest.value < 10) return undefined;
  const value = first.value * 100 + rest.value;
  return { kind: value >= 1900 ? 'year' : 'oldYear', value, length: 1 + rest.length };
}

function spokenBelowHundred(tokens: readonly Token[], at: number): Chunk | undefined {
  const first = tokens[at];
  if (first === undefined || !isCount(first)) return undefined;
  if (first.kind !== 'tens') return { kind: 'count', value: first.value, length: 1 };
  const dash = tokens[at + 1]?.kind === 'dash' ? 1 : 0;
  const unit = tokens[at + 1 + dash];
  if (unit?.kind === 'count' && unit.value < 10)
    return { kind: 'count', value: first.value + unit.value, length: 2 + dash };
  return { kind: 'tens', value: first.value, length: 1 };
}

/** "twenty-five", "twenty-first", "a hundred", "three thousand". */
function spokenNumber(tokens: readonly Token[], at: number): Chunk | undefined {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first === undefined || second === undefined) return undefined;
  if (second.kind === 'hundred' || second.kind === 'thousand') {
    if (first.kind !== 'count' && first.kind !== 'art') return undefined;
    const many = second.kind === 'hundred' ? 100 : 1000;
    const and = tokens[at + 2]?.kind === 'and' ? 1 : 0;
    const rest = and === 1 && many === 100 ? spokenBelowHundred(tokens, at + 3) : undefined;
    const whole = first.kind === 'art' ? many : first.value * many;
    return { kind: 'count', value: whole + (rest?.value ?? 0), length: rest ? 3 + rest.length : 2 };
  }
  if (first.kind !== 'tens') return undefined;
  const dash = second.kind === 'dash' ? 1 : 0;
  const unit = tokens[at + 1 + dash];
  if (unit === undefined || unit.value < 1 || unit.value > 9) return undefined;
  if (unit.kind === 'ordinal') return { kind: 'ordinal', value: first.value + unit.value, length: 2 + dash };
  return unit.kind === 'count' && dash === 1
    ? { kind: 'count', value: first.value + unit.value, length: 3 }
    : undefined;
}

function isCount(token: Token): boolean {
  return token.kind === 'count' || token.kind === 'tens';
}
