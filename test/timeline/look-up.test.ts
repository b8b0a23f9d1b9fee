import { describe, expect, it, test } from 'vitest';
import { finish } from '../../src/scheduling/steps.ts';
import { findDates } from '../../src/timeline/dates/find-dates.ts';
import { closeNames } from '../../src/timeline/events/close-names.ts';
import { buildDateIndex } from '../../src/timeline/events/date-index/build-date-index.ts';
import { DateIndexCache } from '../../src/timeline/events/date-index/date-index-cache.ts';
import { storeDates } from '../../src/timeline/events/date-index/stored-dates.ts';
import { everyEvent } from '../../src/timeline/events/every-event.ts';
import { datedEvents } from '../../src/timeline/events/read-events.ts';
import { undatedAmong } from '../../src/timeline/events/undated.ts';
import { lookUpTimeline } from '../../src/timeline/look-up.ts';
import { readSpan } from '../../src/timeline/resolve/asked-span.ts';
import { isoWhen } from '../../src/timeline/tell/iso-when.ts';
import { article, sentencesOf } from './articles.ts';

const TODAY = '2022-03-15';

describe('the span somebody asks for', () => {
  test.each([
    [undefined, undefined, {}],
    ['', ' ', {}],
    ['2011', undefined, { from: '2011-01-01' }],
    [undefined, '2011', { to: '2011-12-31' }],
    ['2011', '2013', { from: '2011-01-01', to: '2013-12-31' }],
    ['June 2011', 'last year', { from: '2011-06-01', to: '2021-12-31' }],
    ['2011-2013', undefined, { from: '2011-01-01', to: '2013-12-31' }],
    ['2011-2013', '2015', { from: '2011-01-01', to: '2015-12-31' }],
    ['before 2011', undefined, { to: '2010-12-31' }],
    [undefined, 'before 2011', { to: '2010-12-31' }],
    ['since 2011', undefined, { from: '2011-01-01' }],
    ['2011', '2011', { from: '2011-01-01', to: '2011-12-31' }],
  ])('from %j to %j', (from, to, span) => {
    expect(readSpan(from, to, TODAY)).toEqual({ ok: true, ...span });
  });

  test.each([
    ['banana', undefined, 'from', 'I can\'t read "banana" as a date'],
    [undefined, 'the war', 'to', 'I can\'t read "the war" as a date'],
    ['2013', '2011', 'to', '"2011" ends before "2013" begins'],
    ['2011', 'since 2013', 'to', '"since 2013" has no end'],
    ['until 2011', '2013', 'from', '"until 2011" has no beginning'],
  ])('not from %j to %j', (from, to, field, message) => {
    const span = readSpan(from, to, TODAY);
    expect(span).toMatchObject({ ok: false, field });
    expect(span).toHaveProperty('message', expect.stringContaining(message));
  });
});

test.each([
  ['in 2011', '2011'],
  ['in June 2021', '2021-06'],
  ['on 5 June 2021', '2021-06-05'],
  ['in the third quarter of 2021', '2021-Q3'],
  ['in the summer of 2021', '2021-SU'],
  ['in early 2021', '2021'],
  ['in the 1990s', '199'],
  ['in the 19th century', '18'],
  ['since 2011', '2011'],
  ['from 2011 to 2013', '2011/2013'],
  ['from 3 May 2011 to 5 May 2011', '2011-05-03/2011-05-05'],
])('"%s" is %s for programs', (when, iso) => {
  const one = article('a', `It rained ${when}.`);
  expect(datedEvents(one, sentencesOf(one)).events.map(isoWhen)).toEqual([iso]);
});

describe('what is looked up', () => {
  const harbour = article(
    'harbour',
    'The harbour burnt in 1902. It was rebuilt in June. The mayor likes tea.',
  );
  const fair = article('fair', 'The fair is old. It was merry in 1999.', '2021-08-05');
  const index = buildDateIndex([harbour, fair], sentencesOf);
  const quote = ({
    article: of,
    sentence,
  }: {
    article: typeof fair;
    sentence: { start: number; end: number };
  }) => of.text.slice(sentence.start, sentence.end);

  it('is about the topic and within the span', () => {
    const search = { sentencesAbout: () => ({ sentences: Uint32Array.of(0, 1, 4), didYouMean: 'harbour' }) };
    const request = { topic: 'harbuor', to: '1950-12-31', limit: 9, order: 'date', reported: true } as const;
    const { timeline, readAs, sentences, undated } = lookUpTimeline(search, index, request);
    expect(timeline.entries.map(({ event }) => quote(event))).toEqual(['The harbour burnt in 1902.']);
    expect([readAs, sentences, undated.unresolved.map(({ value }) => value)]).toEqual([
      'harbour',
      3,
      ['XXXX-06'],
    ]);
  });

  it('leaves nothing out of the list of what has no date: unresolved ones first', () => {
    const undated = undatedAmong(index, undefined);
    expect(undated.length).toBe(3);
    expect(undated.slice(0, 2).map(quote)).toEqual(['It was rebuilt in June.', 'The mayor likes tea.']);
    expect(undated.slice(2, 9).map(quote)).toEqual(['The fair is old.']);
    expect(
      undated.slice(0, 3).map(({ expression }) => expression && harbour.text.slice(...expression)),
    ).toEqual(['June', undefined, undefined]);
    expect(undatedAmong(index, Uint32Array.of(2, 3)).slice(0, 9).map(quote)).toEqual([
      'The mayor likes tea.',
      'The fair is old.',
    ]);
  });

  it.each([
    [{ reported: false }, ['1902', '1999']],
    [{ reported: true }, ['1902', '2021-08-05', '1999']],
    [{ reported: true, sentences: Uint32Array.of(3) }, ['2021-08-05']],
    [{ reported: true, from: '1990-01-01', to: '2000-12-31' } as const, ['1999']],
  ])('can be every dated sentence: %j', (options, dates) => {
    expect([...everyEvent(index, options)].map(isoWhen)).toEqual(dates);
  });
});

describe('a chronicle', () => {
  const articles = Array.from({ length: 40 }, (_, at) =>
    article(`a${at}`, `It was ${1900 + at}. It rained in 1850.`),
  );

  it('reads a corpus once, however many ask, and of one with stored dates what lacks them', async () => {
    let asked = 0;
    const corpus = {
      articles,
      sentencesOf: (one: (typeof articles)[number]) => {
        asked++;
        return sentencesOf(one);
      },
    };
    const dateIndexes = new DateIndexCache();
    expect(dateIndexes.ready(corpus)).toBeUndefined();
    const [one, other] = await Promise.all([dateIndexes.of(corpus), dateIndexes.of(corpus)]);
    expect([one === other, dateIndexes.ready(corpus) === one, asked]).toEqual([true, true, 40]);
    const [first] = articles;
    const datesOf = (each: (typeof articles)[number]) =>
      each === first ? undefined : finish(storeDates(each, sentencesOf(each)));
    expect((await dateIndexes.of({ ...corpus, datesOf })).overall).toEqual(one.overall);
    expect(asked).toBe(41);
    expect(one.overall).toEqual(buildDateIndex(articles, sentencesOf).overall);
  });

  it('lets others have their turn after each slice', async () => {
    let time = 0;
    const dateIndexes = new DateIndexCache(() => time++);
    const reading = dateIndexes.of({ articles, sentencesOf });
    let turns = 0;
    let done = false;
    const count = () => {
      turns++;
      if (!done) setImmediate(count);
    };
    setImmediate(count);
    await reading;
    done = true;
    // 80 sentences and a few steps at the end, 10 ticks of the clock each.
    expect(turns).toBeGreaterThanOrEqual(7);
  });

  it('tries again after a failure', async () => {
    let broken = true;
    const corpus = {
      articles,
      sentencesOf: (one: (typeof articles)[number]) => {
        if (broken) throw new Error('gone');
        return sentencesOf(one);
      },
    };
    const dateIndexes = new DateIndexCache();
    await expect(dateIndexes.of(corpus)).rejects.toThrow('gone');
    broken = false;
    expect((await dateIndexes.of(corpus)).articles).toHaveLength(40);
  });
});

describe('close names', () => {
  const all = ['Osterby', 'Ada Quill', 'Oslo', 'Harbour Post'].map((name, at) => ({ name, count: 9 - at }));
  const source = {
    names: (typed: string, limit: number) =>
      all.filter(({ name }) => ` ${name.toLowerCase()}`.includes(` ${typed.toLowerCase()}`)).slice(0, limit),
  };

  test.each([
    ['Osterland', ['Osterby']],
    ['Osl', ['Oslo']],
    ['Ada Quimby', ['Ada Quill']],
    ['Harbor', ['Harbour Post']],
    ['osterby', []],
    ['xy', ['Osterby', 'Ada Quill', 'Oslo']],
    ['???', ['Osterby', 'Ada Quill', 'Oslo']],
  ])('%j', (topic, names) => {
    expect(closeNames(source, topic, 3)).toEqual(names);
  });
});

test('a long text is read as its lines are', () => {
  const text = 'It rained on 5 May 2011.\nThe same day it snowed.';
  expect(findDates(text, undefined).map(({ value }) => value)).toEqual(['2011-05-05', '2011-05-05']);
});
