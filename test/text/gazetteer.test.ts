import { describe, expect, test } from 'vitest';
import { createGazetteer, type PlaceKind } from '../../src/text/gazetteer.ts';

const gazetteer = createGazetteer();

describe('placeKind', () => {
  test.each<[string, PlaceKind | undefined]>([
    ['syria', 'country'],
    ['russia', 'country'],
    ['turkey', 'country'],
    ['united states', 'country'],
    ['usa', 'country'],
    ['cote divoire', 'country'],
    ['georgia', 'country'],
    ['damascus', 'city'],
    ['sochi', 'city'],
    ['idlib', 'city'],
    ['sao paulo', 'city'],
    ['new york', 'state'],
    ['texas', 'state'],
    ['europe', 'continent'],
    ['australia', 'country'],
    ['makhlouf', undefined],
    ['bread', undefined],
    ['', undefined],
  ])('%s → %s', (name, kind) => {
    expect(gazetteer.placeKind(name)).toBe(kind);
  });
});

test.each([
  ['moscow', 'russia'],
  ['kremlin', 'russia'],
  ['washington', 'usa'],
  ['london', 'uk'],
])('%s stands for the government of %s', (seat, country) => {
  expect(gazetteer.governedFrom(seat)).toBe(country);
  expect(gazetteer.seatsOf(country)).toContain(seat);
});

test('no government sits in a country or a port', () => {
  expect(gazetteer.governedFrom('russia')).toBeUndefined();
  expect(gazetteer.governedFrom('hamburg')).toBeUndefined();
  expect(gazetteer.seatsOf('osterby')).toEqual([]);
});

describe('countryOf', () => {
  test.each([
    ['russian', 'russia'],
    ['syrian', 'syria'],
    ['iranian', 'iran'],
    ['libyan', 'libya'],
    ['chilean', 'chile'],
    ['turkish', 'turkey'],
    ['american', 'usa'],
    ['british', 'uk'],
    ['french', 'france'],
    ['saudi', 'saudi arabia'],
    ['damascene', undefined],
    ['russia', undefined],
  ])('%s → %s', (demonym, country) => {
    expect(gazetteer.countryOf(demonym)).toBe(country);
  });

  test('every country that a demonym leads to is one that the gazetteer knows', () => {
    const demonyms = 'russian american british french saudi emirati korean kurdish palestinian czech'.split(
      ' ',
    );
    const lost = demonyms.filter((demonym) => {
      const country = gazetteer.countryOf(demonym);
      return country === undefined || gazetteer.placeKind(country) !== 'country';
    });
    expect(lost).toEqual(['korean', 'kurdish']); // two Koreas; Kurdistan is no country of CLDR's
  });
});
