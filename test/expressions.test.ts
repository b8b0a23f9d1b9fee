import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { checkSync } from 'recheck';
import { describe, expect, test } from 'vitest';
import { findBlowUp } from './expressions/ambiguity.ts';
import { UnprovableError } from './expressions/automaton.ts';
import { findExpressions } from './expressions/find-expressions.ts';

/*
 * Questions, files, pages and state come from strangers. So every regular expression of the program is proved to take
 * time in proportion to the text, by an automaton of our own, which also understands assertions; `recheck` is the
 * second opinion, as far as it comes in a fraction of a second. And none is built out of what comes in.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const { written, made } = findExpressions(root);

/** The plain JavaScript build: the package's entry would look for programs of its own and start a thread. */
const recheck: { checkSync: typeof checkSync } = createRequire(import.meta.url)('recheck/lib/browser.js');

/** What recheck says in a fraction of a second; it runs out of stack on some long lists of words. */
function secondOpinion(source: string, flags: string): string {
  try {
    return recheck.checkSync(source, flags.replace(/[dgvy]/g, ''), { checker: 'automaton', timeout: 50 })
      .status;
  } catch (error) {
    if (error instanceof RangeError) return 'unknown';
    throw error;
  }
}

/** What an expression's time does, in words. */
function verdict(source: string, flags: string): string {
  try {
    const found = findBlowUp(source, flags);
    return found === undefined ? 'linear' : `${found.growth} in ${JSON.stringify(found.pump)}`;
  } catch (error) {
    if (error instanceof UnprovableError) return `unproved: ${error.message}`;
    throw error;
  }
}

describe('the checker', () => {
  test.each([
    ['', '\\s+'],
    ['', '^\\s+$'],
    ['', '(?<![a-z])[a-z]+\\d'],
    ['', 'x{2,5}$'],
    ['', '^"[^"]*"$'],
    ['', '<[^<>]*>'],
    ['', '(?:ab|cd)+'],
    ['', '^(?:ab|a)+$'],
    ['', '(?:^|-)(?:share|like)(?:$|-)'],
    ['', '(?<=\\.)\\s+(?=[A-Z])'],
    ['m', '^[^\\S\\n\\r\\u2028\\u2029]*#'],
    ['iu', '\\b(?:in|during)\\s*$'],
    ['u', '(?:\\p{Lu}\\.){2,}'],
  ])('takes %j %j for linear', (flags, source) => {
    expect(verdict(source, flags)).toBe('linear');
  });

  test.each([
    ['', '\\s+$', 'polynomial'],
    ['', '^(?:a+)+$', 'exponential'],
    ['', '^(?:a|a)*$', 'exponential'],
    ['', '^(?:a|aa)+$', 'exponential'],
    ['', '^(?:\\s*x?)*$', 'exponential'],
    ['i', '^a*A*$', 'polynomial'],
    ['', '^#{1,2}\\s+(.+?)\\s*#*$', 'polynomial'],
    ['', '<[^>]*>', 'polynomial'],
    ['u', '[!?]+(?=\\s)', 'polynomial'],
    ['', 'a(?=.*b)', 'polynomial'],
    ['m', '^\\s*#', 'polynomial'],
    ['', 'a+b|a', 'polynomial'], // each match is short, and each looks to the end
    ['', '(`+)x\\1', 'unproved: it holds \\1'],
    ['', '(?<!a.*)b', 'unproved: it looks back any distance: (?<!a.*)'],
  ])('takes %j %j for %s', (flags, source, expected) => {
    expect(verdict(source, flags).startsWith(expected), verdict(source, flags)).toBe(true);
  });

  test('says of what recheck can decide what recheck says', () => {
    const sources = [
      '\\s+$',
      '^\\s+$',
      '(a|b)*c',
      '^(a|b|ab)*c',
      '\\d+x',
      '^\\d+x',
      '(x+x+)+y',
      '^a?b?c?$',
      'ab+a',
      '.*,.*;',
    ];
    const ours = sources.map((source) => [source, verdict(source, '') === 'linear' ? 'safe' : 'vulnerable']);
    const theirs = sources.map((source) => [source, recheck.checkSync(source, '', { timeout: null }).status]);
    expect(ours).toEqual(theirs);
  });
});

/** The places that make expressions in a function, all out of constants of the program; one of them makes a copy. */
const MADE_OF_CONSTANTS: ReadonlySet<string> = new Set([
  'src/corpus/formats/html/furniture/furniture-names.ts',
  'src/corpus/cleaning/clean-rules.ts',
  'src/corpus/formats/wikitext/prepare.ts',
  'src/timeline/dates/token-pattern.ts',
]);
/** The module that makes `pattern.ts` do so. */
const MAKERS = ['src/timeline/dates/find-dates.ts'];

describe('the expressions of the program', () => {
  test('are found', () => {
    expect(written.length).toBeGreaterThan(300);
    expect(written.some(({ file }) => file.endsWith('.js'))).toBe(true);
  });

  test('are not made of what comes in', () => {
    const wrong = made.filter(({ file, inFunction }) => inFunction && !MADE_OF_CONSTANTS.has(file));
    expect(wrong).toEqual([]);
  });

  test('are linear where they are written', { timeout: 120_000 }, () => {
    const wrong = written
      .map(({ file, line, source, flags }) => `${file}:${line} /${source}/${flags} ${verdict(source, flags)}`)
      .filter((line) => !line.endsWith(' linear'));
    expect(wrong).toEqual([]);
  });

  test('are linear where they are made', { timeout: 120_000 }, async () => {
    const caught = new Map<string, string>();
    const real = globalThis.RegExp;
    globalThis.RegExp = new Proxy(real, {
      construct(target, [source, flags], self) {
        const expression = Reflect.construct(target, [source, flags], self);
        if (expression instanceof real) caught.set(expression.source, expression.flags);
        return expression;
      },
    });
    try {
      const files = new Set([...made.map(({ file }) => file), ...MAKERS]);
      for (const file of files) await import(pathToFileURL(join(root, file)).href);
    } finally {
      globalThis.RegExp = real;
    }
    const wrong = [...caught]
      .map(([source, flags]) => `/${source}/${flags} ${verdict(source, flags)}`)
      .filter((line) => !line.endsWith(' linear'));
    expect(wrong).toEqual([]);
    const places = made.map(
      ({ file }) => readFileSync(join(root, file), 'utf8').split('new RegExp(').length - 1,
    );
    expect(caught.size).toBeGreaterThan(places.length);
  });

  test('are not found wanting by recheck', { timeout: 120_000 }, () => {
    const different = new Map(written.map((one) => [`/${one.source}/${one.flags}`, one]));
    let decided = 0;
    const wrong: string[] = [];
    for (const [shown, { source, flags, file, line }] of different) {
      const status = secondOpinion(source, flags);
      if (status === 'vulnerable') wrong.push(`${file}:${line} ${shown}`);
      if (status !== 'unknown') decided++;
    }
    expect(wrong).toEqual([]);
    expect(decided).toBeGreaterThan(different.size / 2);
  });
});
