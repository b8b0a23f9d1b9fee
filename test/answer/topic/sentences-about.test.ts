import { describe, expect, it, test } from 'vitest';
import { snapshotOf } from '../../timeline/corpus.ts';

const LINES = [
  {
    url: 'https://wiki.example/dome',
    title: 'Lunmark Cathedral',
    text: 'Lunmark Cathedral is a church. The dome fell in 1346. It was rebuilt by Ada Quill in 1354.',
  },
  {
    url: 'https://wiki.example/town',
    title: 'Lunmark and its neighbours in the long war',
    text: 'Lunmark lies on a river. The cathedral of Lunmark is old. The mill burnt in 1901.',
  },
  {
    url: 'https://wiki.example/rail',
    title: 'Osterby Railway: history and rolling stock',
    text: 'The line was opened in 1870. The Osterby railway closed in 1966.',
  },
];

describe('the sentences about a topic', async () => {
  const snapshot = await snapshotOf(LINES);
  const texts = snapshot.articles.flatMap((article) =>
    snapshot.sentencesOf(article).map(({ start, end }) => article.text.slice(start, end)),
  );
  const about = (topic: string): (string | undefined)[] =>
    [...snapshot.sentencesAbout(topic).sentences].map((number) => texts[number]);

  it('are all of its own article, whatever words they say it with', () => {
    expect(about('Lunmark Cathedral')).toEqual(
      expect.arrayContaining(['The dome fell in 1346.', 'It was rebuilt by Ada Quill in 1354.']),
    );
    expect(about('Osterby railway')).toContain('The line was opened in 1870.');
  });

  test.each(['Lunmark', 'war'])('are not all of an article that has more in its title (%s)', (topic) => {
    expect(about(topic)).not.toContain('The mill burnt in 1901.');
  });

  it.each([30, 31, 40])('are found for a topic of %i words', async (count) => {
    const words = Array.from({ length: count }, (_, i) => `ware${String.fromCharCode(97 + (i % 26))}${i}`);
    const list = { url: 'https://wiki.example/list', title: 'List', text: `${words.join(' ')}. Rain fell.` };
    const found = (await snapshotOf([list])).sentencesAbout(words.join(' '));
    expect([...found.sentences]).toEqual([0]);
  });

  it('are numbered upwards, each once', () => {
    const numbers = [...snapshot.sentencesAbout('Lunmark Cathedral').sentences];
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });
});
