import { describe, expect, test } from 'vitest';
import {
  fraction,
  type Place,
  readLowered,
  readRaised,
} from '../../../../src/corpus/formats/html/words/raised.ts';

const read = (raised: string, place: Partial<Place>): string => {
  const found = readRaised(raised, {
    before: '',
    after: '',
    refers: false,
    italic: false,
    lastNote: 0,
    ...place,
  });
  return found.kind === 'note' ? 'note' : found.text;
};

describe('raised characters', () => {
  test.each<[string, string, Partial<Place>, string]>([
    ['behind a number, the mark of a note', '3', { before: 'carried 4,100', after: ' passengers' }, 'note'],
    ['behind a year', '5', { before: 'since 1994', after: ',' }, 'note'],
    ['behind a word', '12', { before: 'the keeper', after: ' said' }, 'note'],
    ['behind a full stop', '8,9', { before: 'sank.' }, 'note'],
    ['in brackets', '[7]', { before: 'and 14' }, 'note'],
    ['a dagger', '†', { before: '40' }, 'note'],
    ['that lead to a note', 'a', { before: '40', refers: true }, 'note'],
    ['at the start of a note', '1', { before: '', after: ' From the book' }, 'note'],
    ['a power of ten', '6', { before: 'about 10', after: ' litres' }, '⁶'],
    ['a power of ten behind a sign', '1', { before: '3 × 10' }, '¹'],
    ['the next note behind a ten', '5', { before: 'lost 10', after: ' of them', lastNote: 4 }, 'note'],
    ['a negative power', '−6', { before: '10' }, '⁻⁶'],
    ['a power of a unit', '2', { before: 'on 40 km', after: '.' }, '²'],
    ['a power of a variable', '2', { before: ' = mc', italic: true }, '²'],
    ['a letter', 'n', { before: 'of 2' }, 'ⁿ'],
    ['an ion', '2+', { before: 'Ca' }, '²⁺'],
    ['an isotope', '14', { before: 'with ', after: 'C dates' }, '¹⁴'],
    ['the end of a number', 'st', { before: 'the 1' }, 'st'],
    ['the end of a word', 'me', { before: 'M' }, 'me'],
    ['the upper part of a fraction', '1', { before: 'is 5', after: '/16 wide' }, ' 1'],
  ])('%s', (_, raised, place, expected) => {
    expect(read(raised, place)).toBe(expected);
  });
});

test('fractions are fractions', () => {
  expect(fraction('1', '2', 'is 2')).toBe('½');
  expect(fraction('3', '16', 'is 5')).toBe(' 3/16');
  expect(fraction('3', '16', 'is ')).toBe('3/16');
});

test('lowered digits are no part of the number before them', () => {
  expect(readLowered('2', 'H')).toBe('2');
  expect(readLowered('2', '1011')).toBe('₂');
});
