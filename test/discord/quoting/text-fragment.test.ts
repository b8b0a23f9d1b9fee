import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressAt } from '../../../src/discord/quoting/text-fragment.ts';

const URL_ = 'https://example.org/bridge';
const TEXT = [
  'The bridge of Osterby was opened on Monday. The bridge of Osterby was closed on Friday, said the mayor, because of the storm.',
  'It re-opened, at last: a well-known, much-loved sight. “Nobody was hurt,” she added.',
  'The bridge of Osterby was closed on Friday, said the mayor, for repairs that nobody had announced to the town.',
].join('\n\n');

const at = (words: string, text = TEXT, url = URL_, max = 512) => {
  const start = text.indexOf(words);
  return addressAt(url, text, [start, start + words.length], max);
};

describe('an address that opens at a passage', () => {
  it.each([
    [
      'the shortest beginning that is nowhere further up, and an end that comes no sooner',
      'The bridge of Osterby was closed on Friday, said the mayor, because of the storm.',
      `${URL_}#:~:text=The%20bridge%20of%20Osterby%20was%20closed,of%20the%20storm`,
    ],
    [
      'a copy further up is passed by with more words',
      'The bridge of Osterby was closed on Friday, said the mayor, for repairs that nobody had announced to the town.',
      `${URL_}#:~:text=The%20bridge%20of%20Osterby%20was%20closed%20on%20Friday%2C%20said%20the%20mayor%2C%20for,to%20the%20town`,
    ],
    [
      'few words are given whole; dashes and commas are encoded, quotation marks at the edge left out',
      'a well-known, much-loved sight.',
      `${URL_}#:~:text=a%20well%2Dknown%2C%20much%2Dloved%20sight`,
    ],
    ['', '“Nobody was hurt,” she added.', `${URL_}#:~:text=Nobody%20was%20hurt%2C%E2%80%9D%20she%20added`],
  ])('%s: %s', (_, words, address) => {
    expect(at(words)).toBe(address);
  });

  it.each<[string, string | undefined, string | undefined]>([
    [
      'a place on the page stays',
      'https://example.org/#history',
      'https://example.org/#history:~:text=Nobody%20was%20hurt',
    ],
    ['an address that is none', 'javascript:alert(1)', undefined],
    ['no address', undefined, undefined],
  ])('%s', (_, url, address) => {
    const start = TEXT.indexOf('Nobody was hurt');
    expect(addressAt(url, TEXT, [start, start + 'Nobody was hurt'.length], 512)).toBe(address);
  });

  it('is the plain one where the whole is longer than Discord allows', () => {
    expect(at('Nobody was hurt', TEXT, URL_, 45)).toBe(URL_);
    expect(at('Nobody was hurt', TEXT, URL_, 20)).toBeUndefined();
  });
});

/** What a browser marks: the first place where the phrases stand in their order, whatever their case. */
function marked(text: string, address: string): string | undefined {
  const [first = '', last] = address
    .slice(address.indexOf(':~:text=') + 8)
    .split(',')
    .map((phrase) => decodeURIComponent(phrase).toLowerCase());
  const page = text.toLowerCase();
  const from = page.indexOf(first);
  if (last === undefined) return text.slice(from, from + first.length);
  const to = page.indexOf(last, from + first.length);
  return to === -1 ? undefined : text.slice(from, to + last.length);
}

it('leads a browser to the words, and to no others before them, whatever the text', () => {
  const word = fc.constantFrom(
    'the',
    'The',
    'mayor',
    'of',
    'Osterby',
    'well-known',
    'storm,',
    '“so',
    'it.”',
    'a',
    '1931',
  );
  const sentence = fc.array(word, { minLength: 1, maxLength: 25 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), fc.nat(), (sentences, pick) => {
      const chosen = sentences[pick % sentences.length] ?? '';
      const text = sentences.join('\n\n');
      const start = text.indexOf(chosen);
      const address = addressAt(URL_, text, [start, start + chosen.length], 5000) ?? '';
      const trimmed = chosen.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
      const found = marked(text, address) ?? '';
      // A sentence whose first words are those of one above it, to the end, can't be told apart.
      fc.pre(
        text.slice(0, start).toLowerCase().indexOf(trimmed.toLowerCase().split(' ').slice(0, 4).join(' ')) ===
          -1,
      );
      expect(found.startsWith(trimmed.slice(0, 3))).toBe(true);
      expect(trimmed.toLowerCase().startsWith(found.toLowerCase().slice(0, trimmed.length))).toBe(true);
    }),
    { numRuns: 300 },
  );
});
