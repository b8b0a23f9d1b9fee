import { describe, expect, test } from 'vitest';
import { growthOf } from '../growth.ts';
import { tools } from '../language.ts';

const { language } = tools;

describe('stem', () => {
  test.each([
    ['regular endings', ['capture', 'captured', 'captures', 'capturing']],
    ['irregular verbs', ['win', 'won', 'wins', 'winning']],
    ['verbs with three forms', ['break', 'broke', 'broken', 'breaks']],
    ['verbs whose past looks like another word', ['go', 'went', 'gone', 'goes']],
    ['said and told', ['say', 'said', 'says']],
    ['irregular plurals', ['child', 'children']],
    ['people’s plurals', ['man', 'men']],
    ['plurals in -ies', ['country', 'countries']],
    ['derived nouns', ['guarantor', 'guarantors']],
  ])('%s meet', (_, forms) => {
    expect(new Set(forms.map(language.stem)).size).toBe(1);
  });

  test.each([
    ['iran', 'iraq'],
    ['idlib', 'idle'],
    ['killed', 'kiln'],
  ])('%s and %s stay apart', (left, right) => {
    expect(language.stem(left)).not.toBe(language.stem(right));
  });

  test('leaves names and numbers as they are', () => {
    expect(['makhlouf', 'idlib', '2254'].map(language.stem)).toEqual(['makhlouf', 'idlib', '2254']);
  });
});

describe('knows', () => {
  test.each(['president', 'envoy', 'captured', 'bread'])('%s is English', (word) => {
    expect(language.knows(word)).toBe(true);
  });

  test.each(['makhluf', 'syriatle', 'qwzrtx', ''])('"%s" is not', (word) => {
    expect(language.knows(word)).toBe(false);
  });

  test('a strange word stays strange however often it was met', () => {
    language.tag('zorblax zorblax zorblax');
    expect(language.knows('zorblax')).toBe(false);
    expect(language.knows('zorblax')).toBe(false);
  });
});

describe('tag', () => {
  test('gives the words in order with their part of speech', () => {
    expect(language.tag('Russia deployed forces in Syria')).toEqual([
      { value: 'Russia', pos: 'PROPN' },
      { value: 'deployed', pos: 'VERB' },
      { value: 'forces', pos: 'NOUN' },
      { value: 'in', pos: 'ADP' },
      { value: 'Syria', pos: 'PROPN' },
    ]);
  });

  test('of nothing is nothing', () => {
    expect(language.tag('')).toEqual([]);
  });
});

describe('text that is no language', () => {
  test.each(
    [['a', 'aeiou', 'ing', 'ly', 'y', 'x', 'ab']].flat(),
  )('"%s" over and over is stemmed at once', async (piece) => {
    const exponent = await growthOf((size) => piece.repeat(size), language.stem, { size: 200 });
    expect(exponent).toBeLessThan(0.7);
  });

  test.each([
    'http://',
    'a@a.',
    '-',
    'a.',
    "'",
    '_',
    '#',
    '😀',
    '1,',
    'A.',
    'a ',
  ])('"%s" over and over is tagged and looked up in time', async (piece) => {
    const work = (text: string) => [language.tag(text), language.knows(text)];
    const exponent = await growthOf((size) => piece.repeat(size), work, { size: 300 });
    expect(exponent).toBeLessThan(1.7);
  });

  test('a long run is tagged in pieces that are slices of it', () => {
    const run = 'abc/'.repeat(50);
    expect(
      language
        .tag(`see ${run} there`)
        .map(({ value }) => value)
        .join(''),
    ).toBe(`see${run}there`);
  });
});
