import { describe, expect, test } from 'vitest';
import { bestPassage, matchArticles } from '../../src/alerts/match-articles.ts';
import { isRoundUp, sameStory, storyTerms } from '../../src/alerts/stories.ts';
import { createSnapshot } from '../../src/library/create-snapshot.ts';
import { articleOf, engineOf } from '../answer/stage.ts';
import { article, sentencesOf } from '../timeline/articles.ts';

const terms = (text: string) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];

const FILLER = Array.from(
  { length: 8 },
  (_, i) => `The harbour board counted ${i + 2} boats at the northern pier that morning.`,
).join('\n\n');

const ARTICLES = [
  articleOf({
    id: 'title',
    title: 'Osterby rebuilds its bridge',
    text: `${FILLER}\n\nWork in Osterby begins in May. Nobody in Osterby has seen the plans.`,
  }),
  articleOf({
    id: 'first',
    title: 'A new bridge',
    text: `The mayor of Osterby opened a bridge on Monday. It is the third bridge of Osterby.\n\n${FILLER}`,
  }),
  articleOf({
    id: 'often',
    title: 'Three towns',
    text: `${FILLER}\n\nIn Osterby the bakers went on strike.\n\nSchools in Osterby stayed shut.\n\nNobody left Osterby by ferry.`,
  }),
  articleOf({
    id: 'passing',
    title: 'Fares rise',
    text: `${FILLER}\n\nA ticket to Osterby costs three crowns.`,
  }),
  articleOf({
    id: 'foot',
    title: 'Rain',
    text: 'It rained.\n\nIt poured.\n\nIt stopped.\n\nWrite to us in Osterby.',
  }),
  articleOf({ id: 'nothing', title: 'Fog', text: FILLER }),
] as const;

describe('an article speaks of a topic', () => {
  const snapshot = createSnapshot(engineOf(...ARTICLES), []);
  const idsOf = (topic: string, some = snapshot.articles) =>
    matchArticles(snapshot, topic, new Set(some), terms).map(({ article }) => article.id);

  test('in its title, at its begin, or again and again; not in passing', () => {
    expect(idsOf('Osterby').sort()).toEqual(['first', 'often', 'title']);
  });
  test('whatever else there is: only the new ones are looked at', () => {
    expect(idsOf('Osterby', snapshot.articles.slice(2))).toEqual(['often']);
  });
  test('as it is written: a name that is not there is not taken for another', () => {
    expect(idsOf('Osterbey')).toEqual([]);
    expect(idsOf('Zarnwick')).toEqual([]);
  });
  test('the best sentence about it is quoted', () => {
    const quotes = matchArticles(snapshot, 'Osterby', new Set(snapshot.articles), terms).map((match) => {
      const { article, start, end } = bestPassage(snapshot, match, 'Osterby');
      return [article.id, article.text.slice(start, end)];
    });
    expect(Object.fromEntries(quotes)).toMatchObject({
      first: 'The mayor of Osterby opened a bridge on Monday.',
      often: 'In Osterby the bakers went on strike.',
    });
  });
});

describe('what only carried somebody’s words', () => {
  test.each([
    ['The mayor wrote on Chirper that the bridge was safe. She said via Chirper that it would stay.', 0],
    ['The mayor said so in a Chirper post. Two Chirper messages of hers followed.', 0],
    ['Chirper was sold to a baker on Monday. The mayor wrote on Chirper that Chirper would go on.', 1],
    ['Chirper was sold to a baker. The owner of Chirper went home.', 1],
  ])('%s', (text, matches) => {
    const one = { id: 'chirper', title: 'The mayor speaks', text };
    const only = createSnapshot(engineOf(one), []);
    expect(matchArticles(only, 'Chirper', new Set(only.articles), terms)).toHaveLength(matches);
  });
});

describe('articles tell one story', () => {
  const termsIn = (title: string, text: string, published = '2022-09-08' as const): string[] => {
    const one = article('a', text, published, { title });
    const spans = sentencesOf(one);
    const match = { article: one, sentences: spans.map((_, at) => at), inTitle: true };
    return storyTerms(match, spans, 'Osterby', terms);
  };
  const story = (words: readonly string[], at = 0) => ({
    at,
    paths: [words.join(' ')],
    state: 'told' as const,
    terms: [...words],
  });
  const told = story(
    termsIn(
      'Bridge of Osterby collapses in storm',
      'The old bridge fell into the river on Monday, and two barges were sunk. The mayor spoke of a miracle.',
    ),
  );
  const others = ['Bakers of Osterby strike', 'Osterby wins the Lamp Cup'].map((title) =>
    story(termsIn(title, `${title} after a long summer, said the mayor.`)),
  );
  const again = (title: string, text: string, now = 1) =>
    sameStory([told, ...others], termsIn(title, text), now, isRoundUp(title)) === told;

  test.each([
    [
      'in other words',
      'Osterby: storm destroys old bridge',
      'Two barges were sunk when the bridge fell into the river, said the mayor on Monday.',
      true,
    ],
    [
      'another of the same place',
      'Osterby elects a council',
      'Voters chose eleven women and ten men; the bakers’ list lost both of its seats.',
      false,
    ],
  ])('%s', (_, title, text, same) => expect(again(title, text)).toBe(same));

  test('a death is one story, whatever is told beside it', () => {
    const death = story(
      termsIn('Osterby mourns', 'Ada Quill, the mayor of Osterby, died on Thursday in her bed.'),
    );
    const life = termsIn(
      'A life in pictures',
      'Ada Quill died at 96. She was born in a mill, sang in a choir and rode a grey horse to school in Osterby.',
    );
    expect(sameStory([death, ...others], life, 1)).toBe(death);
  });

  test('a round-up of the day tells again what it hardly says', () => {
    const text = 'A bridge in Osterby, lamps, larks, a dry summer and a new king of chess are in the news.';
    expect(again('Larks and lamps', text)).toBe(false);
    expect(again('5 things to know: Osterby bridge, storm, larks', text)).toBe(true);
  });

  test('what comes days later must be more like it', () => {
    const words = (name: string, count: number) => Array.from({ length: count }, (_, at) => `${name}${at}`);
    const first = story(words('storm', 10));
    const later = [...words('storm', 3), ...words('mill', 7)];
    const day = 24 * 60 * 60 * 1000;
    expect(sameStory([first], later, 0)).toBe(first);
    expect(sameStory([first], later, 2.9 * day)).toBeUndefined();
    expect(sameStory([first], words('storm', 9), 2.9 * day)).toBe(first);
  });

  test.each([
    ['5 things to know for July 11: Osterby, larks', true],
    ['Quill resigns, bomb threats, larks and lamps: Daily Briefing', true],
    ["Larks, lamps and a king. It's Monday's news.", true],
    ['Mayor of Osterby resigns', false],
    ['Quill, the mayor, resigns', false],
  ])('%s: a round-up? %s', (title, expected) => expect(isRoundUp(title)).toBe(expected));
});
