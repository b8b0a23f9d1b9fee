import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, CalendarDate } from '../../src/corpus/article.ts';
import { viewProblems } from '../../src/discord/replies/check-view.ts';
import { LIMITS } from '../../src/discord/replies/discord-limits.ts';
import type { View } from '../../src/discord/replies/view-parts.ts';
import { parseCustomId } from '../../src/discord/routing/custom-id.ts';
import { exportView, pictureView } from '../../src/discord/timelines/timeline-files.ts';
import { timelinePages, yearChoices } from '../../src/discord/timelines/timeline-pages.ts';
import { undatedView } from '../../src/discord/timelines/timeline-undated.ts';
import { pagesOf, type ShownTimeline, timelineView } from '../../src/discord/timelines/timeline-view.ts';
import { buildDateIndex } from '../../src/timeline/events/date-index/build-date-index.ts';
import type { UndatedSentence } from '../../src/timeline/events/undated.ts';
import { lookUpTimeline } from '../../src/timeline/look-up.ts';
import { formatDay } from '../../src/timeline/resolve/day-numbers.ts';
import type { TimelineEntry } from '../../src/timeline/tell/timeline-types.ts';
import { article, sentencesOf } from '../timeline/articles.ts';
import { activeMarkdown, visible } from './discord-markdown.ts';
import { buttonsOf, labelsOf, textsOf } from './views/parts.ts';
import { EN } from './words/all.ts';

const PLACE = { viewId: 'AbCdEfGhIjK', page: 0, private: false, words: EN };

/** What the articles say, as `/timeline` without a topic shows it. */
function shownOf(articles: readonly Article[], more: Partial<ShownTimeline> = {}): ShownTimeline {
  const search = { sentencesAbout: () => ({ sentences: new Uint32Array() }) };
  const order = more.order ?? 'date';
  const found = lookUpTimeline(search, buildDateIndex(articles, sentencesOf), {
    topic: more.topic === 'nothing' ? 'nothing' : '',
    order,
    limit: 60,
    reported: false,
  });
  return { found, topic: '', order, names: [], ...more };
}

describe('a page of a timeline', () => {
  const bridge = article(
    'bridge',
    'The bridge fell in 1842. It fell again in 1842 and on 5 May 1843.',
    '2021-08-05',
    {
      title: 'Two *falls*',
      publisher: 'The Post',
      url: 'https://post.example/falls_(1842)',
    },
  );

  it('has headings, dates in bold, and linked sources', () => {
    expect(textsOf(timelineView(shownOf([bridge]), PLACE)).slice(0, 4)).toEqual([
      '**Timeline: All articles**',
      '## 1842\n> “The bridge fell in **1842**.”\n-# Two \\*falls\\* · [post.example](https://post.example/falls%5F%281842%29) · The Post · 5 August 2021',
      '**1842**\n> “It fell again in **1842** and on 5 May 1843.”\n-# Two \\*falls\\* · [post.example](https://post.example/falls%5F%281842%29) · The Post · 5 August 2021',
      '## 1843\n### May 1843\n**5 May 1843**\n> “It fell again in 1842 and on **5 May 1843**.”\n-# Two \\*falls\\* · [post.example](https://post.example/falls%5F%281842%29) · The Post · 5 August 2021',
    ]);
  });

  it.each([
    ['In early 2011 it rained.', '## 2011\n**early 2011**\n'],
    ['About 2011 it rained.', '## 2011\n**c. 2011**\n'],
    ['It has rained since 2011.', '## 2011\n**2011 →**\n'],
    ['It rained until 2011.', '## 2011\n**→ 2011**\n'],
    ['It rained from 2011 to 2013.', '## 2011\n**2011 – 2013**\n'],
    ['In the 1990s it rained.', '## 1990s\n> “In **the 1990s**'],
    ['In the summer of 2011 it rained.', '## 2011\n**summer 2011**\n'],
    ['In June 2011 it rained.', '## 2011\n### June 2011\n> “'],
    ['It will rain on 5 June 2031.', '## 2031\n### June 2031\n**5 June 2031** · planned\n'],
  ])('shows a date as finely as it is known: %s', (text, begin) => {
    const [, entry] = textsOf(timelineView(shownOf([article('a', text, '2021-08-05')]), PLACE));
    expect(entry?.slice(0, begin.length)).toBe(begin);
  });

  it('says when another article has another date', () => {
    const one = article('one', 'Rebels took the town of Daraa on 5 March 2011.');
    const other = article('other', 'Rebels took the town of Daraa on 7 March 2011.');
    const texts = textsOf(timelineView(shownOf([one, other]), PLACE));
    expect(texts[1]).toContain('-# ⚠️ Otherwise dated 7 March 2011 in Title of other');
  });

  it.each([
    ['of one page', PLACE, ['Picture', 'As file', 'Undated', 'Delete']],
    ['in private', { ...PLACE, private: true }, ['Picture', 'As file', 'Undated', 'Share']],
  ])('has buttons: %s', (_, place, labels) => {
    const text = 'The bridge fell in 1842. The mayor likes tea.';
    expect(labelsOf(timelineView(shownOf([article('a', text)]), place))).toEqual(labels);
  });

  it('has nothing to turn, draw or list when there is nothing', () => {
    const shown = shownOf([bridge], { topic: 'nothing', names: ['Bridge', 'Fall'] });
    const view = timelineView(shown, PLACE);
    expect(labelsOf(view)).toEqual(['Bridge', 'Fall', 'Delete']);
    expect(textsOf(view).join('\n')).toContain('The articles do not mention this.');
  });

  it('says which words it took instead', () => {
    const { found, ...rest } = shownOf([bridge], { topic: 'brigde' });
    const view = timelineView({ ...rest, found: { ...found, readAs: 'bridge' } }, PLACE);
    expect(textsOf(view)[0]).toBe(
      '**Timeline: bridge**\n-# Instead of “brigde”, which the articles do not have.',
    );
  });
});

describe('pages', () => {
  const years = (count: number): TimelineEntry[] =>
    shownOf([
      article(
        'a',
        Array.from({ length: count }, (_, at) => `The fair number ${at} was in ${1900 + at}.`).join(' '),
      ),
    ]).found.timeline.entries.slice();

  it.each([
    [0, []],
    [1, [1]],
    [8, [8]],
    [20, [8, 8, 4]],
  ])('%i entries', (count, sizes) => {
    expect(timelinePages(years(count), true, '', EN).map(({ texts }) => texts.length)).toEqual(sizes);
  });

  it('begin with the year, also when it has begun on the page before', () => {
    const text = Array.from({ length: 12 }, (_, at) => `Fair ${at} opened on ${at + 1} May 2011.`).join(' ');
    const pages = timelinePages(shownOf([article('a', text)]).found.timeline.entries, true, '', EN);
    expect(pages.map(({ texts }) => texts[0]?.startsWith('## 2011\n### May 2011\n'))).toEqual([true, true]);
  });

  it('are found by year, several in one choice when there are more than 25', () => {
    const few = yearChoices(timelinePages(years(10), true, '', EN), EN);
    expect([few.length, few.at(-1)]).toEqual([
      10,
      { label: '1909', value: '1.9', description: '1 dated quote' },
    ]);
    const many = yearChoices(timelinePages(years(60), true, '', EN), EN);
    expect(many.map(({ label }) => label).slice(0, 2)).toEqual(['1900 – 1902', '1903 – 1905']);
    expect(many.length).toBeLessThanOrEqual(LIMITS.selectOptions);
  });
});

describe('whatever the articles hold', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom(
      '',
      ' ',
      '**',
      '@everyone',
      '漢'.repeat(700),
      '_'.repeat(900),
      '👩‍👩‍👧‍👦'.repeat(60),
      '> # -# [x](y)',
    ),
    fc.string({ maxLength: 3000 }),
  );
  const url = fc.constantFrom(
    'https://x.example/',
    `https://x.example/${'_('.repeat(400)}`,
    'javascript:alert(1)',
    `https://x.example/${'a'.repeat(270)}`,
  );
  const day = fc.integer({ min: -700_000, max: 2_000_000 }).map((number): CalendarDate => formatDay(number));
  const source = fc.record({
    title: nasty,
    publisher: nasty,
    author: nasty,
    url,
    before: nasty,
    after: nasty,
    published: day,
  });

  const made = source.map(
    ({ title, publisher, author, url, before, after, published }, at?: number): Article =>
      article(`a${at}`, `${before}2011${after}`, published, { title, publisher, authors: [author], url }),
  );
  const event = fc.tuple(made, day).map(([one, from]) => {
    const start = one.text.indexOf('2011');
    return {
      article: one,
      sentence: { start: 0, end: one.text.length, paragraph: 0 },
      expression: [start, start + 4] as const,
      from,
      to: from,
      precision: 'day' as const,
      basis: 'stated' as const,
      planned: false,
    };
  });
  const entry = fc.tuple(event, fc.array(event, { maxLength: 2 })).map(
    ([one, conflicts]): TimelineEntry => ({
      event: one,
      sources: [one],
      articles: 1,
      salience: 1,
      conflicts,
    }),
  );
  const undated = (entries: readonly TimelineEntry[]) => {
    const list = entries.map(
      ({ event: { article: of, sentence, expression } }): UndatedSentence => ({
        article: of,
        sentence,
        expression: expression ?? [0, 0],
      }),
    );
    return { unresolved: [], length: list.length, slice: (a: number, b: number) => list.slice(a, b) };
  };

  it('every page is one that Discord takes, and all entries are on one', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { minLength: 1, maxLength: 12 }),
        nasty,
        fc.boolean(),
        (entries, topic, byDate) => {
          const shown: ShownTimeline = {
            found: {
              timeline: { entries, counts: [], dated: 1e6, undated: 1e6 },
              sentences: 1e6,
              undated: undated(entries),
              readAs: `${topic}x`,
            },
            topic,
            order: byDate ? 'date' : 'importance',
            names: [],
          };
          const pages = pagesOf(shown, EN).length;
          let quotes = 0;
          for (let page = 0; page < pages; page++) {
            const view = timelineView(shown, { ...PLACE, page, notice: `-# ${'n'.repeat(150)}` });
            expect(viewProblems(view)).toEqual([]);
            quotes += quotesIn(view);
            for (const { custom_id } of buttonsOf(view))
              expect(parseCustomId(custom_id).kind).toBe('current');
          }
          expect(quotes).toBe(entries.length);
          for (let page = 0; page < Math.ceil(entries.length / 5); page++) {
            expect(viewProblems(undatedView(undated(entries), PLACE.viewId, page, EN))).toEqual([]);
          }
          const place = { viewId: PLACE.viewId, private: false, words: EN };
          expect(viewProblems(exportView(shown.found.timeline, topic, place))).toEqual([]);
          const alt = `${topic}${'a'.repeat(2000)}`;
          const drawn = { png: Buffer.alloc(9), alt, title: topic.slice(0, 150) };
          expect(viewProblems(pictureView(drawn, place))).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('a quote shows the words of its article, and pings nobody', () => {
    fc.assert(
      fc.property(entry, (one) => {
        const [page] = timelinePages([one], false, '', EN);
        const [, ...lines] = (page?.texts[0] ?? '').split('\n');
        const quote = lines.filter((line) => line.startsWith('> ')).join('\n');
        const words = visible(quote)
          .replace(/”(?: …)?$/, '')
          .slice(1);
        const text = one.event.article.text.toWellFormed();
        const shown = text.replace(/[[\u202A-\u202E\u2066-\u2069\p{Cc}]--[\n\t]]/gv, '');
        expect(shown.startsWith(words)).toBe(true);
        if (shown === text && text.isWellFormed()) expect(page?.texts[0]).not.toContain('Not exact');
        expect(activeMarkdown(quote.replaceAll('> ', '').replaceAll('**', ''))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

/** Text displays that hold a quote. */
function quotesIn(view: View): number {
  return view.components
    .flatMap((part) => (part.type === ComponentType.Container ? part.components : []))
    .filter((part) => part.type === ComponentType.TextDisplay && /^> “/m.test(part.content)).length;
}
