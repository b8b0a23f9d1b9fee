import { neededWords } from './needed-words.ts';
import type { Token } from './token.ts';

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
  /** Which alternative of all the rules' it is: of equally long matches the first one counts. */
  readonly at: number;
  readonly match: PatternMatch;
}

/** One letter for each kind of token, so that patterns over tokens are plain regular expressions over letters. */
const FIRST_LETTER = 0x100;
const OTHER = '\u00ff';

/**
 * Compiles patterns such as `(weekday comma?)? day:nth of month:month`: a word is a kind of token or the name of a set
 * of kinds, `name:` before a word or a bracket names that part, and `? * + | ( ) (?<! ) (?! )` mean what they do in regular
 * expressions, and so does `{1,9}`; alternatives may use the same names. An alternative is tried only on texts that have all
 * that it needs.
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
  const compiled = rules.flatMap((rule) =>
    alternativesOf(rule.pattern).map((pattern) => {
      const [first, ...others] = neededWords(pattern, common);
      if (first === undefined) throw new SyntaxError(`Nothing in this pattern is needed: ${pattern}`);
      return {
        rule,
        ...toExpression(pattern, numbersOf),
        trigger: [...first].flatMap(numbersOf),
        others: others.map((words) => [...words].flatMap(numbersOf)),
      };
    }),
  );
  const triggered: number[][] = Array.from(numbers, () => []);
  for (const [at, { trigger }] of compiled.entries())
    for (const number of new Set(trigger)) triggered[number]?.push(at);
  const letters = Array.from(numbers, (_, number) => String.fromCharCode(FIRST_LETTER + number));
  // By kind and by alternative, the call that met it last: there are too many short texts to make lists anew for each.
  const met = new Uint32Array(numbers.size);
  const tried = new Uint32Array(compiled.length);
  let call = 0;
  return {
    matches: (tokens) => {
      call = nextCall(call, met, tried);
      const present: number[] = [];
      let code = '';
      for (const token of tokens) {
        const number = numbers.get(token.kind);
        code += number === undefined ? OTHER : (letters[number] ?? OTHER);
        if (number === undefined || met[number] === call) continue;
        met[number] = call;
        present.push(number);
      }
      const found: RuleMatch<Rule>[] = [];
      for (const number of present) {
        for (const at of triggered[number] ?? []) {
          const one = compiled[at];
          if (one === undefined || tried[at] === call) continue;
          tried[at] = call;
          if (!hasAll(one.others, met, call)) continue;
          // Not matchAll: it copies the expression on every call.
          one.expression.lastIndex = 0;
          for (let hit = one.expression.exec(code); hit; hit = one.expression.exec(code))
            found.push({ rule: one.rule, at, match: new TokenMatch(hit, tokens, one.parts) });
        }
      }
      found.sort((a, b) => a.at - b.at);
      return found;
    },
  };
}

/** The number of the next call; from the first on again when they have run out. */
function nextCall(call: number, ...marks: readonly Uint32Array[]): number {
  if (call < 0xffffffff) return call + 1;
  for (const marked of marks) marked.fill(0);
  return 1;
}

function hasAll(sets: readonly (readonly number[])[], met: Uint32Array, call: number): boolean {
  for (const kinds of sets) {
    let found = false;
    for (const kind of kinds) if (met[kind] === call) found = true;
    if (!found) return false;
  }
  return true;
}

/** The alternatives of a pattern that stand outside all brackets. */
function alternativesOf(pattern: string): string[] {
  const found: string[] = [''];
  let depth = 0;
  for (const letter of pattern) {
    if (letter === '(') depth++;
    else if (letter === ')') depth--;
    if (letter === '|' && depth === 0) found.push('');
    else found[found.length - 1] += letter;
  }
  return found;
}

/** By the name of a part of a pattern: the numbers of its groups, of which at most one takes part in a match. */
type Parts = ReadonlyMap<string, readonly number[]>;

/** Groups by number: objects of named ones would be made for every match. */
function toExpression(
  pattern: string,
  numbersOf: (word: string) => readonly number[],
): { readonly expression: RegExp; readonly parts: Parts } {
  const parts = new Map<string, number[]>();
  let groups = 0;
  const name = (part: string): void => {
    parts.set(part, [...(parts.get(part) ?? []), ++groups]);
  };
  const letters = (word: string): string =>
    `[${numbersOf(word)
      .map((number) => String.fromCharCode(FIRST_LETTER + number))
      .join('')}]`;
  const source = pattern.replace(
    /(?<!\w)([A-Za-z]\w*):\(|\((?!\?)|(?<!\w)([A-Za-z]\w*)(?::([A-Za-z]\w*))?/g,
    (bracket, named: string | undefined, first: string | undefined, second: string | undefined) => {
      if (named !== undefined) name(named);
      if (first === undefined) return named === undefined ? '(?:' : bracket.slice(-1);
      if (second === undefined) return letters(first);
      name(first);
      return `(${letters(second)})`;
    },
  );
  return { expression: new RegExp(source.replaceAll(' ', ''), 'dg'), parts };
}

/** A class, not closures: there are several of these for every date that is found. */
class TokenMatch implements PatternMatch {
  readonly first: number;
  readonly end: number;
  readonly #hit: RegExpExecArray;
  readonly #tokens: readonly Token[];
  readonly #parts: Parts;

  constructor(hit: RegExpExecArray, tokens: readonly Token[], parts: Parts) {
    this.first = hit.index;
    this.end = hit.index + hit[0].length;
    this.#hit = hit;
    this.#tokens = tokens;
    this.#parts = parts;
  }

  token(name: string): Token | undefined {
    for (const group of this.#parts.get(name) ?? []) {
      const at = this.#hit.indices?.[group];
      if (at !== undefined) return this.#tokens[at[0]];
    }
    return undefined;
  }

  value(name: string): number | undefined {
    return this.token(name)?.value;
  }
}
