import { expect, test } from 'vitest';
import { datedEvents } from '../../src/timeline/events/read-events.ts';
import { formatWhen } from '../../src/timeline/tell/format-dates.ts';
import { article, sentencesOf } from './articles.ts';

/** In the manner of scraped pages: datelines of teasers, footers, descriptions and durations between the events. */
const SCRAPED = `The province saw some of the earliest protests in 2011, and was a stronghold until captured in 2018.
The town has remained restive in recent years.RELATED
SocietyAda Lovelace and Marwa Koçak27 July, 2021
Fighting broke out in June when residents refused to vote, and 95.1% of 380,000 people stayed at home.
“For the past three years they have bet on it”, he said, two days after his call, on Resolution 2254.
It is one of the worst regimes of the 21st century, and no victory is near in the short term.
Moscow deployed forces in 2015 to support the campaign, which has killed thousands since 2011.
© 2022 The Owner. All rights reserved.
Share on facebook`;

test('a scraped page gives its events, its unresolved date, and nothing else', () => {
  const page = article('page', SCRAPED);
  const { events, unresolved } = datedEvents(page, sentencesOf(page));
  expect(events.map(formatWhen)).toEqual(['2011', '2018', '2015', '2011 →']);
  expect(unresolved.map(({ value }) => value)).toEqual(['XXXX-06']);
});
