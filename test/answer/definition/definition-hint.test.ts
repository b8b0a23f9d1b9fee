import { describe, expect, test } from 'vitest';
import { createDefinitionHint } from '../../../src/answer/definition/definition-hint.ts';
import { expectLinear } from '../../growth.ts';

describe('the hint from the bare text', () => {
  test.each([
    ['monkeypox', 'An extremely rare disease called monkeypox, a cousin of smallpox, is back.', 'surely'],
    ['Sunak', 'Former finance minister Rishi Sunak completed a comeback.', 'surely'],
    ['RSV', 'Worldwide, RSV is the second most common cause.', 'surely'],
    ['Al-Shaer', 'Rami Al-Shaer, an advisor to the ministry, told it.', 'surely'],
    ['al shaer', 'Rami Al-Shaer, an advisor to the ministry, told it.', 'surely'],
    ['Sunak', 'They asked Sunak to stay.', 'no'],
    ['Sun', 'Rishi Sunak, a minister, left.', 'no'], // another word
    ['.*', 'Anything, a thing, goes.', 'no'], // no word at all
    ['(', 'Anything (a thing) goes.', 'no'],
  ])('%s: %s → %s', (lastWord, sentence, expected) => {
    expect(createDefinitionHint(lastWord)(sentence)).toBe(expected);
  });
});

describe('a name made to be tried in many ways takes no longer than another', () => {
  test.each([
    [
      'letters apart, the last one missing',
      (n: number) => `${"h'".repeat(n / 8)}q`,
      (n: number) => `A${'h'.repeat(n)} `,
    ],
    [
      'letters apart, of a text of letters apart',
      (n: number) => `${"h'".repeat(n / 8)}q`,
      (n: number) => 'h '.repeat(n / 2),
    ],
    ['nearly periodic', (n: number) => `${'ab'.repeat(n / 8)}c`, (n: number) => 'ab'.repeat(n / 2)],
  ])('%s', (_, name, text) => {
    expectLinear((n) => {
      const hint = createDefinitionHint(name(n));
      const sentence = text(n);
      return () => hint(sentence);
    });
  });
});
