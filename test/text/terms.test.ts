import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TermReader } from '../../src/text/terms.ts';
import { tools } from '../language.ts';

const { reader } = tools;

/** All terms that a text is indexed under, joined ones too. */
const terms = (text: string): Set<string> =>
  new Set(reader.read(text).flatMap(({ term, joined }) => (joined === undefined ? [term] : [term, joined])));

describe('spellings of one name share a term', () => {
  test.each([
    ['Al-Shaer', 'al Shaer'],
    ['Al-Shaer', 'alshaer'],
    ['Al-Shaer', 'AlShaer'],
    ['al Shaer', 'Alshaer'],
    ['Al-Shaer', 'Al-Sha’er'],
    ['Daraa Al-Balad', 'daraa albalad'],
    ['Dara’a', 'daraa'],
    ['Makhlouf’s', 'makhlouf'],
    ['U.S.', 'US'],
    ['re-elected', 'reelected'],
    ['Koçak', 'kocak'],
  ])('%s and %s', (left, right) => {
    const shared = [...terms(left)].filter((term) => terms(right).has(term));
    expect(shared).not.toEqual([]);
  });

  test('a lower-case name with its article meets by the name', () => {
    // "al shaer" in lower case can't be told from two common words; the name itself is enough.
    expect(terms('who is rami al shaer')).toContain(reader.term('Shaer'));
  });
});

describe('forms of one word share a term', () => {
  test.each([
    ['captured', 'capture'],
    ['guarantors', 'guarantor'],
    ['elections', 'election'],
    ['broke', 'break'],
    ['broken', 'break'],
    ['fought', 'fight'],
    ['won', 'wins'],
    ['children', 'child'],
    ['380,000', '380000'],
  ])('%s and %s', (left, right) => {
    expect(reader.term(left)).toBe(reader.term(right));
  });

  test.each([
    ['US', 'us'],
    ['Iran', 'Iraq'],
    ['2015', '2018'],
    ['war', 'ware'],
  ])('%s and %s are two', (left, right) => {
    expect(reader.term(left)).not.toBe(reader.term(right));
  });
});

describe('TermReader.read', () => {
  test('marks stop words, question words among them, and no topic words', () => {
    const kept = (text: string) =>
      reader
        .read(text)
        .filter(({ stop }) => !stop)
        .map(({ start, end }) => text.slice(start, end));
    expect(kept('Who is Rami Makhlouf, and what did he do?')).toEqual(['Rami', 'Makhlouf']);
    expect(kept('how many people has the conflict killed')).toEqual(['people', 'conflict', 'killed']);
    expect(kept('The US told us')).toEqual(['US', 'told']);
  });

  test('gives offsets into the whole text when it reads a part', () => {
    const text = 'Rami Al-Shaer, an advisor';
    expect(reader.read(text, 5, 13).map(({ start, end }) => text.slice(start, end))).toEqual(['Al', 'Shaer']);
  });

  test('joins no word of the part with one behind it', () => {
    expect(reader.read('Al-Shaer', 0, 2)[0]).not.toHaveProperty('joined');
  });

  test('property: equal texts have equal terms, whatever was read before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.lorem(), (text, other) => {
        const fresh = new TermReader((word) => word);
        const used = new TermReader((word) => word);
        used.read(other);
        used.read(text.toUpperCase());
        expect(used.read(text)).toEqual(fresh.read(text));
      }),
    );
  });

  test('remembers only so many spellings, and reads the same when it has forgotten them', () => {
    const stemmed: string[] = [];
    const few = new TermReader((word) => {
      stemmed.push(word);
      return word;
    }, 3);
    const terms = (text: string) => few.read(text).map(({ term }) => term);
    expect(terms('bridge ferry bridge ferry')).toEqual(['bridge', 'ferry', 'bridge', 'ferry']);
    expect(stemmed).toEqual(['bridge', 'ferry']);
    expect(terms('harbour crew bridge')).toEqual(['harbour', 'crew', 'bridge']);
    expect(stemmed).toEqual(['bridge', 'ferry', 'harbour', 'crew', 'bridge']);
    expect(few.forgotten).toBe(1);
  });

  test('property: a term never depends on case, except for the country', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,10}$/), (word) => {
        expect(reader.term(word.toUpperCase())).toBe(reader.term(word));
        expect(reader.term(`${word[0]?.toUpperCase()}${word.slice(1)}`)).toBe(reader.term(word));
      }),
    );
  });
});

test('words are given one by one as they are in a list, with a sign where two are written as one', () => {
  const text = 'Rami Al-Shaer of the United States advised, and won.';
  const given: unknown[] = [];
  const count = reader.each(text, 5, text.length, (spelling, start, end, joins) =>
    given.push({ term: reader.spelling(spelling).term, start, end, joins }),
  );
  const words = reader.read(text, 5);
  expect(count).toBe(words.length);
  expect(given).toEqual(
    words.map(({ term, start, end, joined }) => ({ term, start, end, joins: joined !== undefined })),
  );
  expect(words.flatMap(({ joined }) => joined ?? [])).toEqual([reader.term('alshaer'), reader.term('USA')]);
});
