import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceSpans } from '../../src/corpus/sentences.ts';
import { createSentenceEnds } from '../../src/text/sentence-boundaries.ts';

const ends = createSentenceEnds();
const splitSentences = (text: string) => sentenceSpans(text, ends);

/** The sentences of a text, as their own slices. */
const sentences = (text: string): string[] =>
  splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('a sentence goes on', () => {
  test.each([
    [
      'in lower case after a stray stop',
      'He called on Assad to intervene. to save his communications company, “Syriatel”.',
    ],
    [
      'after a stop inside a name',
      'In 2019 Jeffrey joined talks between the US Secretary of State. USA Mike Pompeo and President Putin in Sochi.',
    ],
    [
      'after a title',
      'Rev. King met Pres. Obama, Adm. Nelson, Supt. Chalmers, Maj. Gen. Smith and Mrs. Jones.',
    ],
    ['after an initial', 'J. K. Rowling met George W. Bush and Samuel L. Jackson.'],
    ['after the initials of a name', 'The works of J.R.R. Tolkien and C.S. Lewis sold well.'],
    ['after a month', 'The crash of Jan. 6 came before the one of Sept. 11 and that of Nov. 2020.'],
    ['after a numbering abbreviation', 'He lives at No. 10, as Vol. 3 and Fig. 2 show.'],
    ['in a decimal number', 'Prices rose 3.5% to $2.75 million in version 2.0 of the plan.'],
    [
      'after an abbreviated country',
      'The U.S. Senate and the U.N. Security Council voted at 5 p.m. Tuesday in Washington, D.C., on it.',
    ],
    ['after a company form', 'Acme Inc. and Smith & Co. Ltd. were sold to Example Corp. last year.'],
    ['in a web address', 'Booking.com and www.example.org belong to example.com now.'],
    ['in a court case', 'The court overturned Roe v. Wade in June.'],
    ['in a degree', 'She holds a Ph.D. in history.'],
    ['after a question in quotation marks', '“Why?” he asked the crowd.'],
    ['after a quoted question, before its speaker', '“Are you well?” John Smith asked.'],
    ['after a shout in quotation marks', 'They cried “Down with it!” and left.'],
    ['after a quoted word with a stop', 'He said “no.” and left.'],
    ['after an ellipsis', 'It ended… and then it began again.'],
    ['before a quotation mark that stands off', 'We want to be more flexible regarding the Committee. ”'],
    ['after a nickname with an initial', 'He wrote about Walter “Johnny D.” McMillian in 2015.'],
    ['after a number of a list', '1. Singapore is the most expensive city.'],
    ['after a name with a mark', 'Yahoo! was sold, and Jeopardy! host Alex Trebek retired.'],
  ])('%s', (_, text) => {
    expect(sentences(text)).toEqual([text]);
  });
});

describe('a sentence ends', () => {
  test.each([
    ['at a stop', ['He left.', 'She stayed.']],
    ['at a question', ['Is it?', 'Yes.', 'Stop!', 'Now.']],
    ['after a closing quotation mark', ['He said it was “over.”', 'The next day he left.']],
    ['after a straight quotation mark', ['He said "no."', 'Then she left.']],
    ['after a closing bracket', ['(He left.)', 'Then she left.']],
    ['after an abbreviation, when a sentence begins', ['He works for Apple Inc.', 'The company grew.']],
    ['after a country, when a sentence begins', ['He lives in the U.S.', 'The vote is on Monday.']],
    ['after a time of day', ['He left at 5 p.m.', 'The train was late.']],
    ['after a letter that is no initial', ['They tried plan B.', 'He left.']],
    ['before a name in lower case', ['The army withdrew.', 'al-Shabaab took the town.']],
    ['before a product in lower case', ['Sales of computers fell.', 'iPhone sales rose.']],
    ['after a year', ['The war began in 2011.', 'It goes on.']],
    ['before an address', ['It is over.', 'https://example.org/more']],
    ['before a number', ['The war goes on.', '380,000 people have died.']],
  ])('%s', (_, expected) => {
    expect(sentences(expected.join(' '))).toEqual(expected);
  });

  test('where the blank after the stop is missing', () => {
    expect(sentences('It came to an end.The next day he left.')).toEqual([
      'It came to an end.',
      'The next day he left.',
    ]);
    expect(sentences('“It is over.”The next day he left.')).toEqual([
      '“It is over.”',
      'The next day he left.',
    ]);
  });

  test('at the end of a line, whatever stands there', () => {
    const text = 'What we know\nThe war began in 2011.\n- first item\n- second item\n\nNext paragraph';
    expect(sentences(text)).toEqual([
      'What we know',
      'The war began in 2011.',
      '- first item',
      '- second item',
      'Next paragraph',
    ]);
  });

  test('but not at the end of a line that breaks off in mid-sentence', () => {
    expect(sentences('The war began\nin 2011. It goes on.')).toEqual([
      'The war began\nin 2011.',
      'It goes on.',
    ]);
  });

  test('in a table of a thousand cells, where it can', () => {
    const table = Array.from({ length: 300 }, (_, i) => `City ${i}, 10${i}`).join('; ');
    const found = sentences(table);
    expect(Math.max(...found.map((sentence) => sentence.length))).toBeLessThanOrEqual(1000);
    expect(found.every((sentence) => sentence.startsWith('City'))).toBe(true);
  });
});

test('paragraphs are counted by their empty lines', () => {
  expect(splitSentences('One. Two.\nThree.\n\n\nFour.').map(({ paragraph }) => paragraph)).toEqual([
    0, 0, 0, 1,
  ]);
});

test.each(['', ' \n\n ', '\u00a0'])('nothing but blank space has no sentence: %j', (text) => {
  expect(splitSentences(text)).toEqual([]);
});

test('a word of a million letters takes no longer than a text of that length', () => {
  const started = performance.now();
  const spans = splitSentences(`Before. ${'a'.repeat(1_000_000)} after.\n\nNext one. And one.`);
  expect(performance.now() - started).toBeLessThan(2000);
  expect(spans.length).toBeGreaterThan(1000);
});

const word = fc.oneof(
  fc.constantFrom(
    'He',
    'said',
    'the',
    'U.S.',
    'Mr.',
    'Inc.',
    'No.',
    'J.',
    '3.5',
    'al-Assad',
    '“Why?”',
    '"no."',
    '…',
    '—',
    '1.',
    '\u{1f600}',
  ),
  fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' }),
);
const blank = fc.constantFrom(' ', ' ', ' ', '', '  ', '\n', '\n\n', '\u00a0', '\t', '. ', '.', '? ');
const textOfWords = fc.array(fc.tuple(word, blank), { maxLength: 60 }).map((parts) => parts.flat().join(''));

test('sentences are slices in order that hold every character and stay in their paragraph', () => {
  fc.assert(
    fc.property(textOfWords, (text) => {
      let at = 0;
      let paragraph = 0;
      for (const span of splitSentences(text)) {
        expect(span.start).toBeGreaterThanOrEqual(at);
        expect(span.end).toBeGreaterThan(span.start);
        expect(text.slice(at, span.start).trim()).toBe('');
        const sentence = text.slice(span.start, span.end);
        expect(sentence).toBe(sentence.trim());
        expect(sentence).not.toMatch(/\n[^\S\n]*\n/);
        expect(span.paragraph).toBeGreaterThanOrEqual(paragraph);
        at = span.end;
        paragraph = span.paragraph;
      }
      expect(text.slice(at).trim()).toBe('');
    }),
    { numRuns: 500 },
  );
});
