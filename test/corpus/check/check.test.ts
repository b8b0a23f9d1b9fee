import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/corpus/article.ts';
import { findNearDuplicates } from '../../../src/corpus/check/near-duplicates.ts';
import { findBoilerplate } from '../../../src/corpus/check/repeated-lines.ts';

const article = (id: string, text: string, publisher?: string): Article => ({
  id,
  path: `${id}.txt`,
  line: 1,
  title: id,
  ...(publisher === undefined ? {} : { publisher }),
  authors: [],
  tags: [],
  text,
  hash: id,
});

/** Words that look like none of a language, the same for the same seed. */
const words = (seed: number, count: number): string =>
  Array.from({ length: count }, (_, i) =>
    Math.abs(Math.sin(seed * 1000 + i))
      .toString(36)
      .slice(2, 8),
  ).join(' ');

describe('nearly the same article twice', () => {
  const original = words(1, 300);
  test.each([
    ['the same text', original, true],
    ['in other case and punctuation', original.toUpperCase().replaceAll(' ', ', '), true],
    ['with a sentence more', `${original} ${words(2, 15)}`, true],
    ['with one word changed', original.replace(/^\w+/, 'changed'), true],
    ['with half of it changed', `${original.split(' ').slice(0, 150).join(' ')} ${words(3, 150)}`, false],
    ['another text', words(4, 300), false],
    ['a few words', 'a few words', false],
  ])('%s: %s', (_, text, alike) => {
    const problems = findNearDuplicates([
      article('first', original),
      article('other', words(5, 300)),
      article('second', text),
    ]);
    expect(problems.map(({ path }) => path)).toEqual(alike ? ['second.txt'] : []);
    if (alike) expect(problems[0]?.message).toContain('first.txt:1');
  });
});

describe('lines that a publisher repeats', () => {
  const group = (publisher: string | undefined, count: number, line: string) =>
    Array.from({ length: count }, (_, i) =>
      article(`${publisher}-${i}`, `${words(i + 9, 40)}\n\n${line}`, publisher),
    );

  test('are offered as lines to drop', () => {
    const problems = findBoilerplate([
      ...group('Vellmark Post', 6, 'Read by all'),
      ...group('Other', 3, 'Not often'),
    ]);
    expect(problems).toMatchObject([
      {
        severity: 'warning',
        message: '6 of 6 articles of Vellmark Post have the line "Read by all".',
        fix: expect.stringMatching(/\.drop-lines\.txt/),
      },
    ]);
  });

  test('of a few among many are none', () => {
    expect(
      findBoilerplate([
        ...group('Post', 4, 'Mondays'),
        ...group('Post', 40, '').map((a, i) => ({ ...a, id: `${i}` })),
      ]),
    ).toEqual([]);
  });
});
