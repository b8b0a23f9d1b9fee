import { describe, expect, test } from 'vitest';
import { dateOfWord } from '../../benchmarks/timelines/date-of-word.ts';
import { findDates } from '../../src/timeline/dates/find-dates.ts';

describe('the date of a word', () => {
  const of = (sentence: string, word: string): string | undefined =>
    dateOfWord(sentence, sentence.indexOf(word), findDates(sentence, '2011-08-08'))?.date.value;
  const ana = 'ANA were to take delivery in May 2008, but will now receive the aircraft next month.';
  test.each([
    [ana, 'delivery', '2008-05'],
    [ana, 'receive', '2011-09'],
    [
      'The A380 first flew in April 2005 and is expected to enter service later this year.',
      'flew',
      '2005-04',
    ],
    ['The A380 first flew in April 2005 and is expected to enter service later this year.', 'enter', '2011'],
    ['In January 2005, Boeing announced that it would cancel the program.', 'announced', '2005-01'],
    ['Officials said the planes that crashed near the coast in June were old.', 'said', undefined],
    ['The delivery, originally due this year, will be put off until October 2012.', 'delivery', '2012-10'],
    ['The mill, opened in May 2004, was sold.', 'sold', undefined],
    ['They said on Thursday that they had signed a contract.', 'signed', undefined],
    ['Nothing is dated here.', 'dated', undefined],
  ])('%s: %s is of %s', (sentence, word, value) => expect(of(sentence, word)).toBe(value));
});
