import type { AST } from '@eslint-community/regexpp';
import { visitRegExpAST } from '@eslint-community/regexpp';

/** A set of kinds of characters, a bit each. */
export type Kinds = bigint;

/** The kinds of characters that an expression tells apart, each with one that stands for it. */
export interface Alphabet {
  /** Bit 0 is no character: the start of the text. Characters' kinds follow. */
  readonly any: Kinds;
  readonly examples: readonly string[];
  /** The kinds that one element of the expression matches. */
  kindsOf(element: CharacterElement): Kinds;
  /** The kinds that an expression for one character matches. */
  kindsMatching(expression: RegExp): Kinds;
}

export type CharacterElement =
  | AST.Character
  | AST.CharacterSet
  | AST.CharacterClass
  | AST.ExpressionCharacterClass;

export const START: Kinds = 1n;

/** Characters of every sort that an expression may speak of; those that the expression names itself are added. */
const SAMPLES: readonly (readonly [number, number])[] = [
  [0, 0x24f],
  [0x2b0, 0x2c0],
  [0x300, 0x304],
  [0x390, 0x3c9],
  [0x410, 0x44f],
  [0x5d0, 0x5d2],
  [0x660, 0x661],
  [0x900, 0x915],
  [0xe01, 0xe31],
  [0x1680, 0x1680],
  [0x1e9e, 0x1e9e],
  [0x2000, 0x206f],
  [0x20a0, 0x20ac],
  [0x2100, 0x219f],
  [0x2500, 0x2501],
  [0x25a0, 0x25a1],
  [0x3000, 0x3042],
  [0x4e00, 0x4e01],
  [0xac00, 0xac01],
  [0xd83d, 0xd83d],
  [0xde00, 0xde00],
  [0xe000, 0xe000],
  [0xfe0f, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xff01, 0xff5e],
  [0xfffd, 0xffff],
  [0x1d49c, 0x1d49c],
  [0x1f1e6, 0x1f1e6],
  [0x1f3fb, 0x1f3fb],
  [0x1f600, 0x1f601],
  [0xe0061, 0xe0061],
  [0x10ffff, 0x10ffff],
];

/**
 * Sorts characters by which of the expression's elements match them: the engine itself is asked, so that case, classes
 * and flags mean what they mean when the expression runs.
 */
export function alphabetOf(pattern: AST.Pattern, flags: string): Alphabet {
  const single = flags.replace(/[dgy]/g, '');
  const points = /[uv]/.test(flags);
  const codes = new Set<number>();
  for (const [from, to] of SAMPLES) for (let code = from; code <= to; code++) codes.add(code);
  const elements = new Map<string, RegExp>();
  const add = (element: CharacterElement): void => {
    elements.set(element.raw, new RegExp(`^(?:${element.raw})$`, single));
  };
  visitRegExpAST(pattern, {
    onCharacterEnter(element) {
      for (let code = element.value - 1; code <= element.value + 1; code++) if (code >= 0) codes.add(code);
      if (element.parent.type === 'Alternative' || element.parent.type === 'Quantifier') add(element);
    },
    onCharacterSetEnter(element) {
      if (element.parent.type === 'Alternative' || element.parent.type === 'Quantifier') add(element);
    },
    onCharacterClassEnter(element) {
      if (element.parent.type === 'Alternative' || element.parent.type === 'Quantifier') add(element);
    },
    onExpressionCharacterClassEnter: add,
  });
  const groups = new Map<string, string>();
  const tests = [...elements.values(), /^\w$/, /^[\n\r\u2028\u2029]$/];
  for (const code of codes) {
    if (code > 0x10ffff || (!points && code > 0xffff)) continue;
    const sample = String.fromCodePoint(code);
    const kind = tests.map((test) => (test.test(sample) ? '1' : '0')).join('');
    if (!groups.has(kind)) groups.set(kind, sample);
  }
  const examples = ['', ...groups.values()];
  const kindsMatching = (expression: RegExp): Kinds =>
    examples.reduce(
      (kinds, one, i) => (i > 0 && expression.test(one) ? kinds | (1n << BigInt(i)) : kinds),
      0n,
    );
  const known = new Map<string, Kinds>();
  for (const [raw, expression] of elements) known.set(raw, kindsMatching(expression));
  return {
    any: (1n << BigInt(examples.length)) - 1n - START,
    examples,
    kindsOf: (element) => known.get(element.raw) ?? 0n,
    kindsMatching,
  };
}
