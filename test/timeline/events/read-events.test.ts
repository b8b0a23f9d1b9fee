import { describe, expect, it, test } from 'vitest';
import { findDates } from '../../../src/timeline/dates/find-dates.ts';
import { isBoilerplate } from '../../../src/timeline/events/dateline-boilerplate.ts';
import { datedEvents } from '../../../src/timeline/events/read-events.ts';
import { formatWhen } from '../../../src/timeline/tell/format-dates.ts';
import { article, sentencesOf } from '../articles.ts';

function whens(text: string, published?: '2021-06-16'): string[] {
  const read = article('a', text, published);
  return datedEvents(read, sentencesOf(read)).events.map((event) => `${formatWhen(event)} (${event.basis})`);
}

describe('dated events', () => {
  test.each([
    ['The province saw protests in 2011, and was captured in 2018.', ['2011 (stated)', '2018 (stated)']],
    ['It has killed 380,000 people since 2011.', ['2011 → (stated)']],
    ['He ruled until 1804.', ['→ 1804 (stated)']],
    ['War raged from 1914 to 1918.', ['1914 – 1918 (stated)']],
    ['They met between 3 and 5 May 2011.', ['3 May 2011 – 5 May 2011 (stated)']],
    ['It opened around 2015.', ['c. 2015 (stated)']],
    ['It opened in early 2009.', ['early 2009 (stated)']],
    ['It opened in the 19th century.', ['19th century (stated)']],
    ['It grew in the 1990s.', ['1990s (stated)']],
    ['It opened in the winter of 2010.', ['winter 2010/11 (stated)']],
    ['Sales rose in Q3 2011.', ['Q3 2011 (stated)']],
    ['It opened on Monday.', []],
    ['It is one of the worst regimes of the 21st century.', []],
    ['It has lasted for the past three years, two days after his call, in the short term.', []],
    ['It opened in 2011, and in 2011 it closed.', ['2011 (stated)']],
  ])('%s', (text, expected) => expect(whens(text)).toEqual(expected));

  test.each([
    ['It opened on Monday.', ['14 June 2021 (relative)']],
    ['It opened last week.', ['week of 7 June 2021 (relative)']],
    ['It opened on Monday evening.', ['14 June 2021 (relative)']],
    ['It opened in May.', ['May 2021 (relative)']],
    ['It rained on 3 June for the first time this year.', ['3 June 2021 (relative)']],
    ['This month it rained on 3 June.', ['3 June 2021 (relative)']],
  ])('published on 16 June 2021: %s', (text, expected) =>
    expect(whens(text, '2021-06-16')).toEqual(expected));

  it('points at the words of the date', () => {
    const read = article('a', 'Nothing here.\n\nIt opened in June 2011, they say.');
    const [event] = datedEvents(read, sentencesOf(read)).events;
    expect(event?.expression && read.text.slice(...event.expression)).toBe('June 2011');
  });

  it('lists apart what only a publication date could place, but not the vague', () => {
    const read = article('a', 'It broke out in June. It has been quiet in recent years and is now over.');
    const { events, unresolved } = datedEvents(read, sentencesOf(read));
    expect(events).toEqual([]);
    expect(unresolved.map(({ value, expression }) => [value, read.text.slice(...expression)])).toEqual([
      ['XXXX-06', 'June'],
    ]);
  });

  it('tells plans from what happened', () => {
    const read = article('a', 'It opened on 1 May 2021. It will close on 1 July 2021.', '2021-06-16');
    expect(datedEvents(read, sentencesOf(read)).events.map(({ planned }) => planned)).toEqual([false, true]);
  });

  it('carries a date over to the next sentence', () => {
    expect(whens('It opened on 5 March 2011. Two days later it closed.')).toEqual([
      '5 March 2011 (stated)',
      '7 March 2011 (relative)',
    ]);
  });
});

describe('boilerplate', () => {
  const isNoise = (text: string): boolean => isBoilerplate(text, findDates(text, undefined));
  test.each([
    '© 2022 Esleman Abay.',
    'Copyright 2011 The Times',
    'Last updated 5 March 2021 at 10:15',
    'Published: March 5, 2021',
    'SocietyAmy Addison-Dunne and Marwa Koçak27 July, 2021',
    'By John Smith, 5 March 2021',
    'March 5, 2021',
    'RELATED: What happened in 2011',
    'Read more: The 2011 protests',
    'This story has been updated on Thursday.',
  ])('%s', (text) => expect(isNoise(text)).toBe(true));

  test.each([
    'The report was published on 5 March 2021.',
    'Published in 2011, the book was a success.',
    'Protests began in 2011',
    'He photographed the palace in 2011.',
    'The law was updated in 2011.',
  ])('not: %s', (text) => expect(isNoise(text)).toBe(false));
});
