import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceSpans } from '../../src/corpus/sentences.ts';
import { sentenceEnds as ends } from '../language.ts';

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
    ['before a comma', '“It is over.”, she said.'],
    ['after a shout, before a comma', '"Something is wrong with our plane!," he wrote.'],
    ['after a question in a quotation in a quotation', '“They ask, ‘Where is the light?’” Vane said.'],
    ['after two marks', '“Did you write?!” asked the judge.'],
    ['after dots inside', 'We stayed because we knew...we would see an end to this.'],
    [
      'after the others of a work',
      'Quill et al. [1998] counted them, and Rook et al. (2011) agreed with Sund et al. 2012.',
    ],
    ['after numbering abbreviations', 'See par. 3, para. 4, Eq. 5, Tab. 6 and vol. II of the log.'],
    ['after ranks and honours', 'The Rt. Hon. Ada Quill, Insp. Gen. Lanne, Pvt. Sund and Sr. Maria came.'],
    ['after a form of firm, before its short name', 'The deed names Lomm Boats Ltd. (“the yard”) alone.'],
    ['after a book of the Bible', 'It stands in Rom. 2:3 and Gen. 4:1 alike.'],
    ['within brackets', 'She rows (He rowed before. He no longer can.) to the bank.'],
    ['before an hour that belongs to something', 'He spoke before his 9 p.m. State of the Union speech.'],
    ['after an hour, before its zone', 'The race starts at 9 p.m. Eastern and ends by noon.'],
    ['before a colon', 'What is a sandbank?:How the sea makes land'],
    ['in a share', 'His share (.807) is the sixth best.'],
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

  test.each([
    ['after a measure', ['It cost £1.5m.', 'The line paid.', 'The plank was 3 ft.', 'The rope was longer.']],
    [
      'after a measure of weight',
      ['She took 500 mg.', 'Osric took none.', 'The bank is 40 m.', 'The tide was low.'],
    ],
    [
      'after a word that is an abbreviation too',
      ['He lay in the sun.', 'Osric rowed.', 'He heard Mass.', 'The bell rang.'],
    ],
    ['after an answer', ['The answer is no.', '400 people signed.', 'Her answer was no.', 'Hedda left.']],
    [
      'after an hour',
      ['They met at 9 P.M.', 'Dr. Rook spoke first.', 'It closes at 5 p.m.', 'Tickets are dear.'],
    ],
    [
      'after a letter that names something',
      ['His boot is a size L.', 'Rubber boots run large.', 'He lacked vitamin C.', 'Lemons were dear.'],
    ],
    [
      'after dots, before a capital',
      ['Then it was gone...', 'Nobody spoke.', 'It was late…', 'The bell rang.'],
    ],
    [
      'after the mark of a note',
      ['The ferry sank.[5]', 'The line paid nothing.[6][7]', 'He left. [citation needed]', 'So did she.'],
    ],
    ['after the bare number of a note', ['The ferry sank.5', 'The line paid nothing.12', 'He left.7']],
    ['after an elision', ['“The water is not there. …', 'There will not be enough of it,” she said.']],
    ['behind all its marks', ['“Did you write?!”', 'Nobody spoke.', '(He left.)', 'Then she left.']],
  ])('%s', (_, expected) => {
    expect(sentences(expected.join(' '))).toEqual(expected);
  });

  test('behind the mark of a note without a blank', () => {
    expect(sentences('The ferry sank.[3]The line paid nothing.[4][5]He left.')).toEqual([
      'The ferry sank.[3]',
      'The line paid nothing.[4][5]',
      'He left.',
    ]);
  });

  test('never before the marks that a lost word left behind', () => {
    expect(sentences('He wrote to\n\n, retired captain of the Tansy.\n\n. Allen did not say more.')).toEqual([
      'He wrote to',
      'retired captain of the Tansy.',
      'Allen did not say more.',
    ]);
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

/** Blanks, and the marks that a lost word left at the start of a line. */
const STRAY = /^[\s,;:."”’]*$/u;

test('sentences are slices in order that hold every character and stay in their paragraph', () => {
  fc.assert(
    fc.property(textOfWords, (text) => {
      let at = 0;
      let paragraph = 0;
      for (const span of splitSentences(text)) {
        expect(span.start).toBeGreaterThanOrEqual(at);
        expect(span.end).toBeGreaterThan(span.start);
        expect(text.slice(at, span.start)).toMatch(STRAY);
        const sentence = text.slice(span.start, span.end);
        expect(sentence).toBe(sentence.trim());
        expect(sentence).not.toMatch(/\n[^\S\n]*\n/);
        expect(span.paragraph).toBeGreaterThanOrEqual(paragraph);
        at = span.end;
        paragraph = span.paragraph;
      }
      expect(text.slice(at)).toMatch(STRAY);
    }),
    { numRuns: 500 },
  );
});
