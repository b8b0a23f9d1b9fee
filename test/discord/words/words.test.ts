import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../../src/corpus/article.ts';
import { whenText } from '../../../src/discord/words/when-text.ts';
import { languageOf, openDictionary } from '../../../src/discord/words/words.ts';
import { isCalendarDate } from '../../../src/timeline/resolve/day-numbers.ts';
import { type Dated, formatWhen } from '../../../src/timeline/tell/format-dates.ts';

const WORDS = openDictionary();

/** Years before 1 have a type of their own. */
function day(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new Error(text);
  return text;
}

describe('words', () => {
  it.each([
    ['en', 1, 'Also in 1 other article'],
    ['en', 1234, 'Also in 1,234 other articles'],
    ['fr', 1, 'Aussi dans 1 autre article'],
    ['de', 1234, 'Auch in 1.234 anderen Artikeln'],
    ['es', 2, 'También en 2 artículos más'],
    ['ar', 2, 'أيضًا في مقالين آخرين'],
    ['ar', 5, 'أيضًا في 5 مقالات أخرى'],
    ['ar', 11, 'أيضًا في 11 مقالًا آخر'],
  ] as const)('%s counts %i', (language, count, said) => {
    expect(WORDS[language].say('answer.alsoIn', { count }).replace(/[\u2067\u2069]/g, '')).toBe(said);
  });

  it('keeps Latin to itself in Arabic', () => {
    expect(WORDS.ar.say('mention.pointer', { example: '`/ask`' })).toContain(
      '\u2068\u2066`/ask`\u2069\u2069',
    );
    expect(WORDS.ar.line('The Post', 'x')).toBe('\u2067\u2068The Post\u2069 · \u2068x\u2069\u2069');
    expect(WORDS.en.line('The Post', 'x')).toBe('The Post · x');
  });

  it.each([
    ['fr', 'fr'],
    ['es-419', 'es'],
    ['en-GB', 'en'],
    ['ja', 'de'],
    ['constructor', 'de'],
  ])('for a client in %s are in %s', (locale, language) => {
    expect(languageOf(locale, 'de')).toBe(language);
  });
});

describe('a date', () => {
  const dates: readonly Dated[] = [
    { from: '2021-08-05', to: '2021-08-05', precision: 'day' },
    { from: '2021-08-01', to: '2021-08-31', precision: 'month' },
    { from: '2021-08-02', to: '2021-08-08', precision: 'week' },
    { from: '2021-01-01', to: '2021-03-31', precision: 'quarter' },
    { from: '2021-12-01', to: '2022-02-28', precision: 'season' },
    { from: '2021-01-01', to: '2021-06-30', precision: 'half' },
    { from: '2021-01-01', to: '2021-12-31', precision: 'year', approx: true },
    { from: '1990-01-01', to: '1999-12-31', precision: 'decade' },
    { from: '1900-01-01', to: '1999-12-31', precision: 'century' },
    { from: '2011-01-01', to: '2013-12-31', precision: 'year' },
    { from: '2011-01-01', to: '2011-12-31', precision: 'year', open: 'end' },
    { from: '2009-01-01', to: '2009-04-30', precision: 'year', part: 'early' },
    { from: day('-0043-01-01'), to: day('-0043-12-31'), precision: 'year' },
  ];

  it('is in English as the timeline writes it', () => {
    expect(dates.map((date) => whenText(date, WORDS.en))).toEqual(dates.map(formatWhen));
  });

  it.each([
    ['fr', ['5 août 2021', 'août 2021', 'semaine du 2 août 2021', 'T1 2021', 'hiver 2021/22']],
    [
      'de',
      ['5. August 2021', 'August 2021', 'Woche vom 2. August 2021', '1. Quartal 2021', 'Winter 2021/22'],
    ],
    ['es', ['5 de agosto de 2021', 'agosto de 2021', 'semana del 2 de agosto de 2021', 'T1 de 2021']],
  ] as const)('is in %s as its people write it', (language, written) => {
    expect(dates.slice(0, written.length).map((date) => whenText(date, WORDS[language]))).toEqual(written);
  });

  it('has its century in the numerals of the language', () => {
    const century: Dated = { from: '1900-01-01', to: '1999-12-31', precision: 'century' };
    expect((['fr', 'de', 'es'] as const).map((language) => whenText(century, WORDS[language]))).toEqual([
      'XXe siècle',
      '20. Jahrhundert',
      'siglo XX',
    ]);
  });
});
