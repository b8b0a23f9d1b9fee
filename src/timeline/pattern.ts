import { neededWords } from './needed-words.ts';
import type { Token } from './tokens.ts';

/** The tokens that a pattern covered, by the names it gave them. */
export interface PatternMatch {
  readonly first: number;
  /** Index after the last token. */
  readonly end: number;
  /** The first token of a named part, if that part was present. */
  token(name: string): Token | undefined;
  /** The value of a named part's first token, if that part was present. */
  value(name: string): number | undefined;
}

/** A grammar's patterns, compiled. */
export interface Patterns<Rule> {
  /** Every place where a rule's pattern matches, rule by rule in the order they were given. */
  matches(tokens: readonly Token[]): RuleMatch<Rule>[];
}

export interface RuleMatch<Rule> {
  readonly rule: Rule;
  readonly match: PatternMatch;
}

/** One letter for each kind of token, so that patterns over tokens are plain regular expressions over letters. */
const FIRST_LETTER = 0x100;
const OTHER = '\u00ff';

/**
 * Compiles patterns such as `(weekday comma?)? day:nth of month:month`: a word is a kind of token or the name of a set
 * of kinds, `name:` before a word or a bracket names that part, and `? * + | ( ) (?<! ) (?! )` mean what they do in regular
 * expressions; alternatives may use the same names. A rule is tried only on texts that have a kind it needs.
 *
 * @param common kinds that too many texts have to tell anything
 */
export function compilePatterns<Rule extends { readonly pattern: string }>(
  rules: readonly Rule[],
  sets: Readonly<Record<string, readonly string[]>>,
  common: ReadonlySet<string>,
): Patterns<Rule> {
  const numbers = new Map<string, number>();
  const numberOf = (kind: string): number => {
    const known = numbers.get(kind);
    if (known !== undefined) return known;
    numbers.set(kind, numbers.size);
    return numbers.size - 1;
  };
  const numbersOf = (word: string): readonly number[] => (sets[word] ?? [word]).map(numberOf);
  const compiled = rules.map((rule) => ({
    rule,
    expression: new RegExp(toExpression(rule.pattern, numbersOf), 'dg'),
  }));
  const triggered = new Map<number, number[]>();
  for (const [at, rule] of rules.entries()) {
    const needed = neededWords(rule.pattern, common);
    if (needed === undefined) throw new SyntaxError(`Nothing in this pattern is needed: ${rule.pattern}`);
    const kinds = new Set([...needed].flatMap(numbersOf));
    for (const number of kinds) triggered.set(number, [...(triggered.get(number) ?? []), at]);
  }
  return {
    matches: (tokens) => {
      const possible = new Uint8Array(compiled.length);
      let code = '';
      for (const token of tokens) {
        const number = numbers.get(token.kind);
        if (number === undefined) code += OTHER;
        else {
          code += String.fromCharCode(FIRST_LETTER + number);
          for (const at of triggered.get(number) ?? []) possible[at] = 1;
        }
      }
      const found: RuleMatch<Rule>[] = [];
      for (const [at, { rule, expression }] of compiled.entries()) {
        if (possible[at] === 0) continue;
        // Not matchAll: it copies the expression on every call.
        expression.lastIndex = 0;
        for (let hit = expression.exec(code); hit; hit = expression.exec(code)) {
          found.push({ rule, match: toMatch(hit, tokens) });
        }
      }
      return found;
    },
  };
}

function toExpression(pattern: string, numbersOf: (word: string) => readonly number[]): string {
  const letters = (word: string): string =>
    `[${numbersOf(word)
      .map((number) => String.fromCharCode(FIRST_LETTER + number))
      .join('')}]`;
  return pattern
    .replace(/(?<!\w)([A-Za-z]\w*):\(/g, '(?<$1>')
    .replace(
      /\(\?<[A-Za-z]\w*>|(?<!\w)([A-Za-z]\w*)(?::([A-Za-z]\w*))?/g,
      (whole, first: string | undefined, second: string | undefined) => {
        if (first === undefined) return whole;
        return second === undefined ? letters(first) : `(?<${first}>${letters(second)})`;
      },
    )
    .replaceAll(' ', '');
}

function toMatch(hit: RegExpExecArray, tokens: readonly Token[]): PatternMatch {
  const token = (name: string): Token | undefined => {
    const at = hit.indices?.groups?.[name];
    return at ? tokens[at[0]] : undefined;
  };
  return {
    first: hit.index,
    end: hit.index + hit[0].length,
    token,
    value: (name) => token(name)?.value,
  };
}
