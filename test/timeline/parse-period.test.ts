import { expect, test } from 'vitest';
import { parsePeriod } from '../../src/timeline/parse-period.ts';

test.each([
  ['2011', '2011-01-01', '2011-12-31'],
  ['June 2021', '2021-06-01', '2021-06-30'],
  ['may 2020', '2020-05-01', '2020-05-31'],
  ['june', '2021-06-01', '2021-06-30'],
  ['5 March 2021', '2021-03-05', '2021-03-05'],
  ['2021-06', '2021-06-01', '2021-06-30'],
  ['last year', '2021-01-01', '2021-12-31'],
  ['yesterday', '2022-03-14', '2022-03-14'],
  ['the 1990s', '1990-01-01', '1999-12-31'],
  ['19th century', '1800-01-01', '1899-12-31'],
  ['2011-2013', '2011-01-01', '2013-12-31'],
  ['2011 – 2013', '2011-01-01', '2013-12-31'],
  ['2011..2013', '2011-01-01', '2013-12-31'],
  ['from 2011 to June 2013', '2011-01-01', '2013-06-30'],
  ['since 2011', '2011-01-01', undefined],
  ['2011..', '2011-01-01', undefined],
  ['after 2011', '2012-01-01', undefined],
  ['until 2013', undefined, '2013-12-31'],
  ['..2013', undefined, '2013-12-31'],
  ['before June 2015', undefined, '2015-05-31'],
  ['last 5 years', '2017-01-01', '2022-03-15'],
  ['now', '2022-03-15', '2022-03-15'],
])('"%s" is %s to %s', (text, from, to) => {
  expect(parsePeriod(text, '2022-03-15')).toEqual({ ...(from && { from }), ...(to && { to }) });
});

test.each([
  '',
  '  ',
  'banana',
  '2011 banana',
  'the war',
  '2013-2011',
  'three years',
  'every week',
])('"%s" is not understood', (text) => expect(parsePeriod(text, '2022-03-15')).toBeUndefined());
