import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { selectTimeline } from '../../../src/timeline/build-timeline.ts';
import { placeDays, roomAt } from '../../../src/timeline/choose/spread-out.ts';
import { Rarity, TaleReader } from '../../../src/timeline/choose/tale.ts';
import { buildDateIndex } from '../../../src/timeline/events/date-index/build-date-index.ts';
import { formatWhen } from '../../../src/timeline/tell/format-dates.ts';
import type { TimelineOptions } from '../../../src/timeline/tell/timeline-types.ts';
import { article, sentencesOf } from '../articles.ts';

type Told = readonly [published: `${number}-${number}-${number}`, text: string, publisher?: string];

function entries(told: readonly Told[], options: Partial<TimelineOptions> = {}) {
  const articles = told.map(([published, text, publisher = 'The Post'], at) =>
    article(`a${at}`, text, published, { publisher }),
  );
  const index = buildDateIndex(articles, sentencesOf);
  const timeline = selectTimeline(index, { limit: 20, order: 'date', reported: false, ...options });
  return timeline.entries.map(({ event, sources, conflicts }) => ({
    when: formatWhen(event),
    quote: event.article.text.slice(event.sentence.start, event.sentence.end),
    sources: sources.length,
    conflicts: conflicts.map(formatWhen),
  }));
}

describe('one entry for one event', () => {
  const siege: readonly Told[] = [
    ['2022-05-24', 'The army of Norland invaded Osterby on 24 May 2022.'],
    ['2022-05-25', 'Markets fell after Norland launched its invasion of Osterby on 24 May 2022.', 'The Gull'],
    ['2022-06-30', 'Nearly a million people have fled Osterby since Norland invaded on 24 May 2022.'],
    ['2022-07-02', 'Norland invaded Osterby in May 2022 without a warning.', 'The Gull'],
    ['2022-07-09', 'The bridge of Westerby fell into the river on 8 July 2022.'],
  ];

  it('whatever sentences tell it, on its day or in its month, the one that tells it in its main clause is quoted', () => {
    expect(entries(siege)).toEqual([
      { when: '24 May 2022', quote: siege[0]?.[1], sources: 4, conflicts: [] },
      { when: '8 July 2022', quote: siege[4]?.[1], sources: 1, conflicts: [] },
    ]);
  });

  it('a month in which it is only mentioned is told under its day', () => {
    const months = entries([
      ...siege,
      [
        '2022-06-10',
        'The invasion of Osterby by Norland last month pushed up the price of fish in the gulf.',
      ],
      ['2022-06-12', 'Since Norland invaded, the harbours of Osterby lie empty, as they have from May on.'],
    ]);
    expect(months.map(({ when }) => when)).not.toContain('May 2022');
  });

  it('what an article that grew overnight seems to tell a week too early is told on its day', () => {
    const told = entries([
      ['2024-12-07', 'Rebels took the capital of Norland on Sunday and the king fled by plane.'],
      ['2024-12-09', 'Rebels took the capital of Norland on Sunday, and the king fled by plane.', 'The Gull'],
    ]);
    expect(told.map(({ when, sources }) => [when, sources])).toEqual([['8 December 2024', 2]]);
  });

  it('two happenings of a day are two', () => {
    const two = entries([
      ...siege,
      ['2022-05-26', 'A comet was discovered by the observatory of Lunmark on 24 May 2022.'],
    ]);
    expect(two.map(({ when }) => when)).toEqual(['24 May 2022', '24 May 2022', '8 July 2022']);
  });

  it('a caption, a headline list or a question is never quoted while a sentence tells it', () => {
    const told = entries([
      [
        '2022-05-25',
        'Photos: Norland invades Osterby People walk past a school in Osterby that was hit on 24 May 2022.',
      ],
      ['2022-05-25', 'Was Osterby warned before 24 May 2022?'],
      ['2022-05-26', 'Shells hit a school in Osterby on 24 May 2022, the first day of the war.'],
    ]);
    expect(told.map(({ quote }) => quote)[0]).toBe(
      'Shells hit a school in Osterby on 24 May 2022, the first day of the war.',
    );
  });
});

describe('chosen for the whole span', () => {
  const days = Array.from({ length: 30 }, (_, at) => at + 1);
  const gallery: Told = [
    '2022-06-30',
    days.map((day) => `Rescuers number ${day} dug for people in Osterby on ${day} June 2022.`).join(' '),
  ];
  const later: readonly Told[] = ['August', 'October', 'December'].map((month) => [
    '2022-12-31',
    `The ${month} storm broke the dyke of Westerby on 3 ${month} 2022.`,
  ]);

  it('one article cannot fill the page', () => {
    const chosen = entries([gallery, ...later], { limit: 6 }).map(({ when }) => when);
    expect(chosen).toEqual(expect.arrayContaining(['3 August 2022', '3 October 2022', '3 December 2022']));
  });

  it('what several publishers tell comes before what one tells as often', () => {
    const told = (day: number, publishers: readonly string[]): Told[] =>
      publishers.map((publisher, at) => [
        '2022-09-30',
        `Report ${at}: the mill number ${day} of Osterby burnt on ${day} March 2022.`,
        publisher,
      ]);
    const chosen = entries([...told(5, ['A', 'A', 'A']), ...told(25, ['A', 'B', 'C'])], { limit: 1 });
    expect(chosen.map(({ when }) => when)).toEqual(['25 March 2022']);
  });
});

describe('contradictions', () => {
  const lit = (when: string): string =>
    `The great lighthouse of Osterby was lit by keeper Ada Quill on ${when}.`;

  test.each([
    ['3 February 1872', '3 February 1873'],
    ['16 November 1904', '17 November 1904'],
  ])('%s and %s name each other', (one, other) => {
    const told = entries([
      ['2020-01-01', lit(one)],
      ['2020-01-02', lit(other), 'The Gull'],
    ]);
    expect(told.map(({ when, conflicts }) => [when, conflicts])).toEqual([
      [one, [other]],
      [other, [one]],
    ]);
  });

  it('what happens every year is none', () => {
    const told = entries([
      ['2020-01-01', 'The 50th fair of Osterby was opened by the mayor on 3 May 1901.'],
      ['2020-01-02', 'The 51st fair of Osterby was opened by the mayor on 3 May 1902.'],
    ]);
    expect(told.flatMap(({ conflicts }) => conflicts)).toEqual([]);
  });
});

describe('words of a tale', () => {
  const reader = new TaleReader();
  const tale = (text: string) => {
    const one = article('a', text);
    const [sentence = { start: 0, end: text.length, paragraph: 0 }] = sentencesOf(one);
    return reader.read({
      article: one,
      sentence,
      from: '2011-01-01',
      to: '2011-01-01',
      precision: 'day',
      basis: 'reported',
      planned: false,
    });
  };
  const [invaded, invasion, other] = [
    tale('Norland invaded Osterby.'),
    tale('The invasion of Osterby by Norland began.'),
    tale('A comet was seen by Lunmark.'),
  ];

  it('know a verb from its noun', () => {
    const rarity = new Rarity([invaded, invasion, other]);
    expect(rarity.likeness(invaded.all, invasion.all)).toBeGreaterThan(0.9);
    expect(rarity.likeness(invaded.all, other.all)).toBe(0);
  });
});

describe('room on a timeline', () => {
  it('is least beside what is there, and grows with the distance', () => {
    const distance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(distance, distance, (a, b) => {
        const [near, far] = [roomAt(Math.min(a, b), 0.05, 0.3), roomAt(Math.max(a, b), 0.05, 0.3)];
        expect(near).toBeGreaterThanOrEqual(0.3);
        expect(far).toBeGreaterThanOrEqual(near);
        expect(far).toBeLessThanOrEqual(1);
      }),
    );
    expect(roomAt(0, 0.05, 0.3)).toBeCloseTo(0.3);
    expect(roomAt(Number.POSITIVE_INFINITY, 0.05, 0.3)).toBe(1);
  });

  it('gives a busy week and an empty century some each', () => {
    const text = [
      'It began in 1500.',
      ...Array.from({ length: 6 }, (_, day) => `It rained on ${day + 1} May 2020.`),
    ].join(' ');
    const index = buildDateIndex([article('a', text)], sentencesOf);
    const periods = [...index.periodFrom.keys()];
    const place = placeDays(index, periods, new Float64Array(periods.length).fill(1));
    const at = (row: number): number => place(index.periodFrom[index.period[row] ?? 0] ?? 0);
    expect(at(1) - at(0)).toBeGreaterThan(0.4);
    expect(at(6) - at(1)).toBeGreaterThan(0.2);
  });
});

describe('what tells of the topic itself', () => {
  const told: readonly Told[] = [
    ['2022-05-24', 'Ada Quill opened a bridge in Osterby on 23 May 2022.'],
    ['2022-06-24', 'Norland invaded Osterby on 23 June 2022. The mayor of Osterby fled on 23 June 2022.'],
  ];
  const one = { limit: 1, sentences: Uint32Array.of(0, 1, 2) };

  it('comes before what only names it', () => {
    const title = 'Title of a0';
    expect(entries(told, one)[0]?.when).toBe('23 June 2022');
    expect(entries(told, { ...one, entitled: (about) => about.title === title })[0]?.when).toBe(
      '23 May 2022',
    );
  });

  it('and an article that names it once has no entry for its day when others tell enough', () => {
    const events: readonly Told[] = [
      ['2022-05-01', 'Norland invaded Osterby on 30 April 2022.'],
      ['2022-06-01', 'A bridge of Osterby burned down on 31 May 2022.'],
      ['2022-07-01', 'Fishermen of Osterby struck for bread on 30 June 2022.'],
      ['2022-08-01', 'Spiders live in Westerby and Osterby.'],
    ];
    const asked = { reported: true, sentences: Uint32Array.of(0, 1, 2, 3) };
    const whens = (entitled: NonNullable<TimelineOptions['entitled']>) =>
      entries(events, { ...asked, entitled }).map(({ when }) => when);
    expect(whens(() => true)).toContain('1 August 2022');
    expect(whens(() => false)).toEqual(['30 April 2022', '31 May 2022', '30 June 2022']);
  });

  it('and on one day the same people who did the same are one entry', () => {
    const day: readonly Told[] = [
      ['2022-05-24', 'Reports on 23 May 2022 say Ada Quill fled Osterby as rebel forces advanced.'],
      [
        '2022-05-25',
        'Rebel forces seized Osterby, and Ada Quill fled the island on 23 May 2022.',
        'The Gull',
      ],
    ];
    expect(entries(day).map(({ sources }) => sources)).toEqual([2]);
  });
});
