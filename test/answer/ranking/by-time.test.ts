import { describe, expect, test } from 'vitest';
import type { CalendarDate } from '../../../src/corpus/article.ts';
import { engineOf, passagesOf, sentenceOf } from '../stage.ts';

const on = (published: CalendarDate, text: string) => ({ published, text });
const CUP = [
  on('2018-07-16', 'Dorland won the World Cup on Sunday, beating Veltia in the final.'),
  on('2022-12-19', 'Veltia won the World Cup on Sunday, beating Dorland in the final.'),
  on('2022-12-20', 'A song about the 2018 World Cup was heard in the harbour.'),
  on('2014-07-14', 'Osterby won the World Cup on Sunday, beating Vellmark in the final.'),
];

const shown = (question: string, articles: readonly { published: CalendarDate; text: string }[] = CUP) =>
  passagesOf(engineOf(...articles).ask(question, { top: 5 })).map((passage) => [
    passage.label,
    sentenceOf(passage).split(' ')[0],
  ]);

describe('what happens again and again', () => {
  test('the newest first, the others below with their years', () => {
    expect(shown('who won the world cup').slice(0, 3)).toEqual([
      ['2022', 'Veltia'],
      ['2018', 'Dorland'],
      ['2014', 'Osterby'],
    ]);
  });

  test('the first time, when that is asked for', () => {
    expect(shown('who first won the world cup')[0]).toEqual(['2014', 'Osterby']);
  });

  test('a named year is that year', () => {
    const [first] = shown('who won the world cup in 2018');
    expect(first?.[0]).toBeUndefined();
  });
});

test.each([
  'who won best picture',
  'who won the award for best picture',
])('%s: an award is won each year, whether an article says so or not', (question) => {
  const films = [
    on('2021-03-01', '“The Ferry” won the award for best picture on Sunday.'),
    on('2022-03-02', '“A Loom” won the award for best picture on Sunday.'),
    on('2022-03-05', 'The harbour has a picture of a ferry.'),
  ];
  expect(shown(question, films).slice(0, 2)).toEqual([
    ['2022', '“A'],
    ['2021', '“The'],
  ]);
});

test('what happened once keeps its order, however new an article is', () => {
  const bridge = [
    on('2019-03-02', 'Ada Quill built the Osterby bridge over the sound.'),
    on('2023-05-06', 'Max Teal painted the Osterby bridge, which Ada Quill built.'),
  ];
  expect(shown('who built the Osterby bridge', bridge).every(([label]) => label === undefined)).toBe(true);
});
