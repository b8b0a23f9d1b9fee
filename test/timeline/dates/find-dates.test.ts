import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findDates } from '../../../src/timeline/dates/find-dates.ts';
import { compareDays } from '../../../src/timeline/resolve/day-numbers.ts';
import { Story } from '../../../src/timeline/resolve/running-story.ts';
import { expectLinear } from '../../growth.ts';

/** A Wednesday. */
const PUBLISHED = '2021-06-16';

/** `words → value` of every DATE in a text. */
function dates(text: string, reference: '2021-06-16' | 'unknown' = PUBLISHED): string[] {
  return findDates(text, reference === 'unknown' ? undefined : reference)
    .filter(({ type }) => type === 'DATE')
    .map((found) => `${found.text} → ${found.value}`);
}

test.each([
  'constructor',
  'toString',
  'hasOwnProperty',
  '__proto__',
])('%s beside a date is a word like others', (word) => {
  expect(dates(`The ${word} on Monday said so.`)).toEqual(['Monday → 2021-06-14']);
});

test('a line without a full stop takes as long as it is', () => {
  expectLinear(
    (size) => {
      const text = '“June 2021 '.repeat(size);
      return () => findDates(text, '2021-08-02');
    },
    { size: 1600, largest: 1600, rounds: 3 },
  );
});

describe('dates that name their year', () => {
  test.each([
    ['It began on 5 March 2021.', '5 March 2021 → 2021-03-05'],
    ['It began on the 5th of March, 2021.', 'the 5th of March, 2021 → 2021-03-05'],
    ['It began on March 5, 2021.', 'March 5, 2021 → 2021-03-05'],
    ['It began on Friday, March 5th, 2021.', 'Friday, March 5th, 2021 → 2021-03-05'],
    ['It began on Sept. 5, 2011.', 'Sept. 5, 2011 → 2011-09-05'],
    ['It began on 2021-03-05.', '2021-03-05 → 2021-03-05'],
    ['It began on 31/12/2020.', '31/12/2020 → 2020-12-31'],
    ['It began on 05.03.2021.', '05.03.2021 → 2021-03-05'],
    ['It began in March 2021.', 'March 2021 → 2021-03'],
    ['It began in March of 2021.', 'March of 2021 → 2021-03'],
    ['It began in 2011.', '2011 → 2011'],
    ['It began in 1812.', '1812 → 1812'],
    ["The summer of '98 was hot.", "The summer of '98 → 1998-SU"],
    ['It began in the winter of 2010.', 'the winter of 2010 → 2010-WI'],
    ['Music of the 1990s.', 'the 1990s → 199'],
    ['Music of the nineties.', 'the nineties → 199'],
    ['A fort of the 18th century.', 'the 18th century → 17'],
    ['A fort of the twenty-first century.', 'the twenty-first century → 20'],
    ['Sales rose in the third quarter of 2011.', 'the third quarter of 2011 → 2011-Q3'],
    ['Sales rose in Q3 2011.', 'Q3 2011 → 2011-Q3'],
    ['Sales rose in the second half of 2011.', 'the second half of 2011 → 2011-H2'],
    ['Sales rose in FY2012.', 'FY2012 → FY2012'],
    ['Sales rose in fiscal year 2012.', 'fiscal year 2012 → FY2012'],
    ['They met at Christmas 2010.', 'Christmas 2010 → 2010-12-25'],
    ['They met on Easter Sunday 2021.', 'Easter Sunday 2021 → 2021-04-04'],
    ['since the Sept. 11 attacks', 'Sept. 11 → 2001-09-11'],
    ['The wall fell in 44 BC.', '44 BC → BC0044'],
    ['The wall fell in 44 B.C.', '44 B.C. → BC0044'],
    ['He was stabbed on 15 March 44 BC.', '15 March 44 BC → BC0044-03-15'],
    ['It burned on 24 August AD 79.', '24 August AD 79 → 0079-08-24'],
    ['It burned in AD 79.', 'AD 79 → 0079'],
    ['They moved in 622 CE.', '622 CE → 0622'],
    ['They moved in the year 476.', 'the year 476 → 0476'],
    ['A tomb of the 1200s BC.', 'the 1200s BC → BC12'],
    ['A tomb of the 470s BC.', 'the 470s BC → BC047'],
    ['A tomb of the fifth century B.C.', 'the fifth century B.C. → BC04'],
  ])('%s', (text, expected) => expect(dates(text)).toEqual([expected]));
});

describe('dates told from the day of publication (Wednesday, 16 June 2021)', () => {
  test.each([
    ['He resigned today.', 'today → 2021-06-16'],
    ['He resigned yesterday.', 'yesterday → 2021-06-15'],
    ['He resigned the day before yesterday.', 'the day before yesterday → 2021-06-14'],
    ['He resigned on Monday.', 'Monday → 2021-06-14'],
    ['He resigned on Thursday.', 'Thursday → 2021-06-10'],
    ['He resigned on Wednesday.', 'Wednesday → 2021-06-16'],
    ['He will resign on Thursday.', 'Thursday → 2021-06-17'],
    ['He resigned last Monday.', 'last Monday → 2021-06-14'],
    ['He resigns next Monday.', 'next Monday → 2021-06-21'],
    ['He resigned this week.', 'this week → 2021-W24'],
    ['He resigned last week.', 'last week → 2021-W23'],
    ['He resigned last weekend.', 'last weekend → 2021-W23-WE'],
    ['He resigned last month.', 'last month → 2021-05'],
    ['He resigned last year.', 'last year → 2020'],
    ['He was elected in June.', 'June → 2021-06'],
    ['He was elected in July.', 'July → 2020-07'],
    ['The vote will be held in July.', 'July → 2021-07'],
    ['The vote is due in February.', 'February → 2022-02'],
    ['He was elected last June.', 'last June → 2020-06'],
    ['He was elected on June 8.', 'June 8 → 2021-06-08'],
    ['He was elected on 24 December.', '24 December → 2020-12-24'],
    ['The vote will be held on June 20.', 'June 20 → 2021-06-20'],
    ['He was elected on the 15th.', 'the 15th → 2021-06-15'],
    ['He was elected two years ago.', 'two years ago → 2019'],
    ['He was elected a year ago.', 'a year ago → 2020'],
    ['He was elected three weeks ago.', 'three weeks ago → 2021-W21'],
    ['He was elected ten days ago.', 'ten days ago → 2021-06-06'],
    ['He was elected earlier this year.', 'earlier this year → 2021'],
    ['He was elected last summer.', 'last summer → 2020-SU'],
    ['Sales rose in the first quarter.', 'the first quarter → 2021-Q1'],
    ['It was quiet at Christmas.', 'Christmas → 2020-12-25'],
    ['He is now the leader.', 'now → PRESENT_REF'],
    ['He was recently elected.', 'recently → PAST_REF'],
    ['He was elected years ago.', 'years ago → PAST_REF'],
    ['It looks to the future.', 'the future → FUTURE_REF'],
  ])('%s', (text, expected) => expect(dates(text)).toEqual([expected]));

  it('stay unresolved without one', () => {
    const text =
      'Fighting broke out in June. It ended on Monday. It had begun last year, on March 5, and yesterday.';
    expect(dates(text, 'unknown')).toEqual([
      'June → XXXX-06',
      'Monday → XXXX-WXX-1',
      'last year → XXXX',
      'March 5 → XXXX-03-05',
      'yesterday → XXXX-XX-XX',
    ]);
    expect(findDates(text, undefined).every(({ from }) => from === undefined)).toBe(true);
  });

  it('guesses neither day nor month of figures that can be read both ways', () => {
    expect(findDates('On 5/3/2021 it began.', undefined)[0]).toMatchObject({
      value: '2021-XX-XX',
      precision: 'year',
    });
    expect(findDates('On 7/8/07 it began.', '2007-07-09')[0]).toMatchObject({ value: '2007-07-08' });
  });
});

describe('dates told from a date before them', () => {
  test.each([
    ['He fell ill on 5 March 2011. Two days later he died.', 'Two days later → 2011-03-07'],
    ['He fell ill on 5 March 2011. He died the following day.', 'the following day → 2011-03-06'],
    ['He fell ill on 5 March 2011. He died the same day.', 'the same day → 2011-03-05'],
    ['He fell ill in 2011. He had married the year before.', 'the year before → 2010'],
    ['He fell ill in March 2011. He died that year.', 'that year → 2011'],
    ['He fell ill on 5 March 2011. A week earlier he had been well.', 'A week earlier → 2011-W08'],
  ])('%s', (text, expected) => expect(dates(text, 'unknown').at(-1)).toBe(expected));

  it('reads on from the sentence before', () => {
    const story = new Story('', undefined);
    findDates('He fell ill on 5 March 2011.', undefined, story);
    expect(findDates('Two days later he died.', undefined, story)[0]?.from).toBe('2011-03-07');
  });
});

describe('years lent by a neighbour', () => {
  test.each([
    ['in March and April 2011', ['March → 2011-03', 'April 2011 → 2011-04']],
    ['from 5 March to 7 April 2011', ['5 March → 2011-03-05', '7 April 2011 → 2011-04-07']],
    ['between 3 and 5 May 2011', ['3 → 2011-05-03', '5 May 2011 → 2011-05-05']],
    ['from November to January 2011', ['November → 2011-11', 'January 2011 → 2011-01']],
    ['In 2011, after the vote in March, he left.', ['2011 → 2011', 'March → 2011-03']],
  ])('%s', (text, expected) => {
    if (text.includes('November')) return expect(dates(text, 'unknown')[1]).toBe(expected[1]);
    return expect(dates(text, 'unknown')).toEqual(expected);
  });
});

describe('intervals, open ends, parts and approximations', () => {
  test.each([
    ['from 2011 to 2013', [{ bound: 'from' }, { bound: 'to' }]],
    ['between 2014 and 2016', [{ bound: 'from' }, { bound: 'to' }]],
    ['the war of 1939–1945', [{ bound: 'from' }, { bound: 'to' }]],
    ['in the season 2010/11', [{ value: '2010' }, { value: '2011' }]],
    ['since 2011', [{ open: 'end' }]],
    ['until March 2013', [{ open: 'start' }]],
    ['about 2015', [{ approx: true }]],
    ['c. 1650', [{ approx: true }]],
    ['in early March 2021', [{ part: 'early', from: '2021-03-01', to: '2021-03-10' }]],
    ['in mid-2013', [{ part: 'mid', from: '2013-05-03', to: '2013-08-31' }]],
    ['at the end of 2013', [{ part: 'late', text: 'the end of 2013' }]],
    ['in the late 1990s', [{ part: 'late', text: 'the late 1990s' }]],
    ['It was seen earlier this month.', [{ from: '2021-06-01', to: '2021-06-16' }]],
    ['It will be seen later this month.', [{ from: '2021-06-16', to: '2021-06-30', planned: true }]],
  ])('%s', (text, expected) => expect(findDates(text, PUBLISHED)).toMatchObject(expected));
});

describe('other kinds of time', () => {
  test.each([
    ['It took three years.', 'DURATION', 'P3Y'],
    ['a 27-year contract', 'DURATION', 'P27Y'],
    ['two and a half years', 'DURATION', 'P2.5Y'],
    ['half an hour', 'DURATION', 'PT0.5H'],
    ['several months', 'DURATION', 'PXM'],
    ['for the past three years', 'DURATION', 'P3Y'],
    ['over the next 24 hours', 'DURATION', 'PT24H'],
    ['every week', 'SET', 'P1W'],
    ['at a rate of 15 a year', 'SET', 'P1Y'],
    ['on Monday evening', 'TIME', '2021-06-14TEV'],
    ['last night', 'TIME', '2021-06-15TNI'],
    ['this morning', 'TIME', '2021-06-16TMO'],
    ['at 18:00 UTC', 'TIME', 'TXX:XX'],
    ['at 5 p.m.', 'TIME', 'TXX:XX'],
    ['at noon', 'TIME', 'TXX:XX'],
  ])('%s is a %s', (text, type, value) => {
    expect(findDates(text, PUBLISHED).map((found) => [found.type, found.value])).toEqual([[type, value]]);
  });

  it('a time counted from an event is a relation, not a date', () => {
    expect(findDates('two days after the attack', PUBLISHED)).toMatchObject([
      { type: 'DURATION', value: 'P2D', relation: 'after' },
    ]);
  });
});

describe('what is no date', () => {
  test.each([
    'They fall out over money, and the towers fall.',
    'It may rain; you may go. The soldiers march on the city.',
    'Theresa May and April Jones met June Brown.',
    'The sun rose. He sat down. They wed.',
    'Give me a second chance, the second time.',
    'Security Council resolution 1973 and Resolution 2254',
    '380,000 people were killed; 1950 people fled; 2,011 cars burned.',
    'It cost $2000 and 1999 dollars.',
    'Call 555-2011-3344 or room 2012.',
    'They won 3-2, 21-19 and 6-4.',
    'Version 10.4.2011b of iPod Software 1.1.1',
    'Boeing 737-800, Airbus A380, flight 1980',
    'The Arab Spring, Palm Springs and Easter Island',
    'On Black Friday and Bloody Sunday',
    'He is in his thirties.',
    'The march of progress is an august one.',
    'It is the best of the week’s spring water.',
  ])('%s', (text) => expect(dates(text)).toEqual([]));
});

describe('whatever the text', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      'May',
      '2011',
      'Monday',
      'last',
      'year',
      'the',
      '5',
      'to',
      '-',
      'since',
      'early',
      'two',
      'ago',
      'Q3',
      '’90s',
      '\n',
      ', ',
    ),
    fc.constantFrom(
      '31 February 2021',
      '0/0/0000',
      '99999 years ago',
      'the 99th century',
      '2021-13-45',
      '29 February',
    ),
  );
  it('finds spans in order that never overlap, with days that exist', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join(' ');
        let end = 0;
        for (const found of findDates(text, PUBLISHED)) {
          expect(found.start).toBeGreaterThanOrEqual(end);
          expect(found.end).toBeGreaterThan(found.start);
          expect(text.slice(found.start, found.end)).toBe(found.text);
          if (found.from !== undefined && found.to !== undefined)
            expect(compareDays(found.from, found.to)).toBeLessThanOrEqual(0);
          end = found.end;
        }
      }),
    );
  });
});
