import { expect, test } from 'vitest';
import {
  createRecencyWeights,
  daysApart,
  recencyOf,
  recencyWeight,
} from '../../../src/answer/question/recency.ts';
import type { CalendarDate } from '../../../src/corpus/article.ts';

test.each<[string, number | undefined]>([
  ['What did Assad say this week?', 7],
  ['What happened on Monday?', 7],
  ['who left office yesterday', 7],
  ['What was decided last week?', 14],
  ['who is currently the envoy', 30],
  ['What is the latest on the ceasefire?', 30],
  ['Which club was relegated this season?', 60],
  ['How many have fled so far this year?', 180],
  ['Who was recently elected this week?', 7], // the shorter reach decides
  ['When was Daraa captured?', undefined],
  ['What was new in the plan of 1999?', undefined],
  ['Which shop opens first on Black Friday?', undefined], // a name
])('%s → %s', (text, days) => {
  expect(recencyOf(text)).toBe(days);
});

test.each<[CalendarDate | undefined, CalendarDate | undefined, number | undefined]>([
  ['2022-06-10', '2022-06-17', 7],
  ['2022-06-18', '2022-06-17', 1],
  ['2022-06-17', '2022-06-17', 0],
  [undefined, '2022-06-17', undefined],
  ['2022-06-10', undefined, undefined],
])('%s and %s lie %s days apart', (published, asked, days) => {
  expect(daysApart(published, asked)).toBe(days);
});

test('an article within reach counts in full, one of unknown or great age least', () => {
  const weights = [0, 7, 8, 30, 3000, undefined].map((days) => recencyWeight(days, 7));
  expect(weights.slice(0, 2)).toEqual([1, 1]);
  expect(weights.slice(1)).toEqual(weights.slice(1).sort((a, b) => b - a));
  expect(weights.at(-2)).toBeCloseTo(0.5);
  expect(weights.at(-1)).toBe(0.5);
});

test('the weights of a search are those of each article’s day, however often they are asked for', () => {
  const weightsOn = createRecencyWeights();
  const articles = [{ published: '2022-06-16' }, { published: '2020-01-01' }, {}] as const;
  for (const asked of ['2022-06-17', '2020-01-02', '2022-06-17'] as const) {
    expect(articles.map(weightsOn(asked, 7))).toEqual(
      articles.map((article) =>
        recencyWeight(daysApart('published' in article ? article.published : undefined, asked), 7),
      ),
    );
  }
});
