import { describe, expect, test } from 'vitest';
import { bestPassage, matchArticles } from '../../src/alerts/match-articles.ts';
import { sameStory, storyTerms } from '../../src/alerts/stories.ts';
import { createSnapshot } from '../../src/library/create-snapshot.ts';
import { articleOf, engineOf } from '../answer/stage.ts';

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

describe('articles tell one story', () => {
  const story = (title: string, text: string) => ({
    at: 0,
    paths: ['a'],
    state: 'told' as const,
    terms: storyTerms({ title, text }, 'Osterby', terms),
  });
  const told = story(
    'Bridge of Osterby collapses in storm',
    'The old bridge fell into the river on Monday, and two barges were sunk. The mayor spoke of a miracle.',
  );
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
  ])('%s', (_, title, text, same) => {
    expect(sameStory([told], story(title, text).terms, 1) === told).toBe(same);
  });
});
