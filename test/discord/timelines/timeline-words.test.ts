import { describe, expect, it } from 'vitest';
import { timelineWords } from '../../../src/discord/timelines/timeline-words.ts';
import { openDictionary } from '../../../src/discord/words/words.ts';
import type { Dated } from '../../../src/timeline/tell/format-dates.ts';
import { COLUMNS, ENGLISH_TIMELINE } from '../../../src/timeline/tell/timeline-words.ts';

const WORDS = openDictionary();
const SINCE: Dated = { from: '2011-01-01', to: '2011-12-31', precision: 'year', open: 'end' };

describe('the words of a picture or a file', () => {
  it('are in English those of the terminal', () => {
    const own = timelineWords(WORDS.en);
    const tick = { year: 2009, month: 6, day: 9, withYear: true };
    const said = (words: typeof own) => [
      words.when(SINCE),
      words.year(-43),
      words.tick(tick),
      words.tick({ ...tick, withYear: false }),
      words.length(1447, 'years'),
      words.summary({ entries: 1, dated: 1200, sources: 2 }),
      words.cuts(2),
      words.nothing('Daraa'),
      words.about('Daraa', 'x'),
      COLUMNS.map(words.column),
    ];
    expect(said(own)).toEqual(said(ENGLISH_TIMELINE));
  });

  it.each([
    ['de', 'geplant', '9. Juni 2009', '58 Jahre', 'Datum'],
    ['fr', 'prévu', '9 juin 2009', '58 ans', 'date'],
    ['es', 'previsto', '9 jun 2009', '58 años', 'fecha'],
  ] as const)('%s', (language, planned, tick, length, date) => {
    const words = timelineWords(WORDS[language]);
    expect([words.planned, words.length(58, 'years'), words.column('date')]).toEqual([planned, length, date]);
    expect(words.tick({ year: 2009, month: 6, day: 9, withYear: true })).toBe(tick);
  });

  it('in Arabic keep their order in a line that runs the other way, and turn no cell of a table', () => {
    const words = timelineWords(WORDS.ar);
    expect(words.tick({ year: 2009, month: 6, day: 9, withYear: true })).toBe('\u20679 يونيو 2009\u2069');
    expect(words.when(SINCE)).toBe('\u2067منذ \u20682011\u2069\u2069');
    expect([words.year(2009), words.yes, words.column('date')]).toEqual(['2009', 'نعم', 'التاريخ']);
  });
});
