import { describe, expect, it } from 'vitest';
import { selectTimeline } from '../../src/timeline/build-timeline.ts';
import { buildDateIndex } from '../../src/timeline/events/date-index/build-date-index.ts';
import { eventAt } from '../../src/timeline/events/date-index/date-index.ts';
import { countMentions, scorePeriods } from '../../src/timeline/events/date-index/salience.ts';
import { timelineCsv, timelineMarkdown } from '../../src/timeline/tell/export-timeline.ts';
import { formatWhen } from '../../src/timeline/tell/format-dates.ts';
import type { Timeline, TimelineOptions } from '../../src/timeline/tell/timeline-types.ts';
import { article, sentencesOf } from './articles.ts';

const ARTICLES = [
  article(
    'siege',
    'Rebels took the town of Daraa on 5 March 2011. The siege of Daraa ended in June 2018. The mayor likes tea.',
    '2021-06-16',
    { publisher: 'The Post', url: 'https://example.org/siege' },
  ),
  article(
    'history',
    'The town of Daraa was taken by rebels on 5 March 2011. A school opened in 2015. It will close on 1 July 2022.',
    '2021-06-20',
  ),
  article(
    'rumour',
    'Rebels took the town of Daraa on 7 March 2011. A bridge fell on 5 March 2011.',
    '2021-06-21',
  ),
  article('copy', 'A school opened in 2015. The siege of Daraa ended on 25 June 2018.'),
];
const INDEX = buildDateIndex(ARTICLES, sentencesOf);

function select(options: Partial<TimelineOptions> = {}): Timeline {
  return selectTimeline(INDEX, { limit: 20, order: 'date', reported: false, ...options });
}

function lines(timeline: Timeline): string[] {
  return timeline.entries.map(
    ({ event, sources }) => `${formatWhen(event)}: ${sources.map((one) => one.article.id)}`,
  );
}

describe('a timeline', () => {
  it('folds what several articles tell, in the order of the dates, under the finest of nested dates', () => {
    expect(lines(select())).toEqual([
      '5 March 2011: siege,history',
      '5 March 2011: rumour',
      '7 March 2011: rumour',
      '2015: history,copy',
      '25 June 2018: copy,siege',
      '1 July 2022: history',
    ]);
  });

  it('lets entries that contradict each other name each other', () => {
    const conflicts = select().entries.map(({ event, conflicts }) => [
      formatWhen(event),
      conflicts.map(formatWhen),
    ]);
    expect(conflicts).toContainEqual(['5 March 2011', ['7 March 2011']]);
    expect(conflicts).toContainEqual(['7 March 2011', ['5 March 2011']]);
  });

  it('keeps to a span, and to what lies inside it', () => {
    expect(lines(select({ from: '2015-01-01', to: '2018-12-31' }))).toEqual([
      '2015: history,copy',
      '25 June 2018: copy,siege',
    ]);
    expect(lines(select({ from: '2015-03-01', to: '2015-04-30' }))).toEqual([]);
  });

  it('keeps to the sentences of a topic', () => {
    const timeline = select({ sentences: Uint32Array.from([1, 2]) });
    expect(lines(timeline)).toEqual(['June 2018: siege']);
    expect([timeline.dated, timeline.undated]).toEqual([1, 1]);
  });

  it('chooses by importance when there is room for few', () => {
    expect(lines(select({ limit: 1 }))).toEqual([
      expect.stringMatching(/^5 March 2011: (?:siege,history|history,siege)$/),
    ]);
    expect(lines(select({ limit: 2, order: 'importance' }))[0]).toMatch(/^5 March 2011: /);
  });

  it('dates the rest by their publication when asked to', () => {
    const reported = select({ reported: true }).entries.filter(({ event }) => event.basis === 'reported');
    expect(reported.map(({ event }) => [event.from, event.expression])).toEqual([['2021-06-16', undefined]]);
  });

  it('leaves the last word to the filter', () => {
    expect(lines(select({ filter: ({ article: { id } }) => id === 'copy' }))).toEqual([
      '2015: copy',
      '25 June 2018: copy',
    ]);
  });

  it('of an empty corpus is empty', () => {
    const timeline = selectTimeline(buildDateIndex([], sentencesOf), {
      limit: 5,
      order: 'date',
      reported: true,
    });
    expect(timeline).toEqual({ entries: [], counts: [], dated: 0, undated: 0 });
  });
});

describe('the index', () => {
  it('gives back every event as it was read', () => {
    const since = article('since', 'Since about 2011 it grew. It may end in early 2030.', '2021-06-16');
    const index = buildDateIndex([since], sentencesOf);
    expect(eventAt(index, 0, 0)).toMatchObject({
      from: '2011-01-01',
      precision: 'year',
      basis: 'stated',
      approx: true,
    });
    expect(eventAt(index, 1, 1)).toMatchObject({ from: '2030-01-01', part: 'early', planned: true });
    expect(eventAt(index, 0, undefined)).toMatchObject({ from: '2021-06-16', basis: 'reported' });
    expect(() => eventAt(index, 9, 0)).toThrow('9');
  });

  it('counts an article once, a copied sentence hardly at all, and a long period less than a day', () => {
    const score = scorePeriods(INDEX, countMentions(INDEX, undefined), false);
    const of = (row: number): number => score[INDEX.period[row] ?? -1] ?? 0;
    // Three articles, all from well after the day: each looks back on it.
    expect(of(0)).toBe(3 * 1.5);
    // 2015: one article that looks back and one copy of its sentence, over a year of 365 days.
    expect(of(3)).toBeCloseTo(1.6 / (1 + Math.log2(365) / 3));
  });
});

describe('as a file', () => {
  it('Markdown has the quote, the date in bold and the sources', () => {
    expect(
      timelineMarkdown(select({ sentences: Uint32Array.from([0, 1, 6]) }), 'Daraa *'),
    ).toMatchInlineSnapshot(`
      "# Daraa \\*

      ## 2011

      - **5 March 2011**: “Rebels took the town of Daraa on **5 March 2011**.”
        - [Title of siege](<https://example.org/siege>), The Post, 2021-06-16
        - otherwise dated 7 March 2011: Title of rumour, 2021-06-21
      - **7 March 2011**: “Rebels took the town of Daraa on **7 March 2011**.”
        - Title of rumour, 2021-06-21
        - otherwise dated 5 March 2011: [Title of siege](<https://example.org/siege>), The Post, 2021-06-16

      ## 2018

      - **June 2018**: “The siege of Daraa ended in **June 2018**.”
        - [Title of siege](<https://example.org/siege>), The Post, 2021-06-16
      "
    `);
    expect(timelineMarkdown(select({ from: '1900-01-01', to: '1900-12-31' }), 'x')).toContain(
      'Nothing dated',
    );
  });

  it('Markdown makes no link of a script', () => {
    const bad = article('bad', 'In 2011 it [began](x).', undefined, {
      url: 'javascript:alert(1)',
      title: '<b>',
    });
    const timeline = selectTimeline(buildDateIndex([bad], sentencesOf), {
      limit: 1,
      order: 'date',
      reported: false,
    });
    expect(timelineMarkdown(timeline, 'x')).not.toContain('javascript');
    expect(timelineMarkdown(timeline, 'x')).toContain('\\<b\\>');
  });

  it('CSV quotes what it must and disarms formulas', () => {
    const bad = article('bad', 'In 2011 he said "no", and left.', undefined, {
      title: '=HYPERLINK("http://x")',
      publisher: '@me',
    });
    const timeline = selectTimeline(buildDateIndex([bad], sentencesOf), {
      limit: 1,
      order: 'date',
      reported: false,
    });
    const [header, row] = timelineCsv(timeline).split('\r\n');
    expect(header).toBe(
      'date,from,to,precision,basis,planned,quote,expression,title,publisher,published,url,articles',
    );
    expect(row).toBe(
      '2011,2011-01-01,2011-12-31,year,stated,no,"In 2011 he said ""no"", and left.",2011,"\'=HYPERLINK(""http://x"")",\'@me,,,1',
    );
  });
});
