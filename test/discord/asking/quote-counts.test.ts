import { describe, expect, it } from 'vitest';
import { QuoteCounts } from '../../../src/discord/asking/quote-counts.ts';
import { temporaryState } from '../../state/temporary-state.ts';
import { makeArticle, makePassage } from '../articles.ts';

const article = makeArticle();
const built = makePassage(article, 'The bridge was built in 1842.');
const reopened = makePassage(article, 'It reopened on Monday.');

describe('how often a passage was quoted', () => {
  it('is counted, also when many are counted at once', async () => {
    const counts = new QuoteCounts(temporaryState());
    await Promise.all([built, reopened, built, built].map((passage) => counts.add(passage)));
    expect(await counts.of(article, 5)).toEqual([
      { span: [built.start, built.end], count: 3 },
      { span: [reopened.start, reopened.end], count: 1 },
    ]);
    expect(await counts.of(article, 1)).toHaveLength(1);
  });

  it('begins anew when the article is another', async () => {
    const counts = new QuoteCounts(temporaryState());
    await counts.add(built);
    expect(await counts.of({ ...article, hash: 'edited' }, 5)).toEqual([]);
  });

  it('keeps the fifty most quoted passages of an article', async () => {
    const counts = new QuoteCounts(temporaryState());
    await counts.add(built);
    await counts.add(built);
    for (let start = 0; start < 60; start++) await counts.add({ ...built, start, end: start + 100 });
    const kept = await counts.of(article, 100);
    expect(kept).toHaveLength(50);
    expect(kept[0]).toEqual({ span: [built.start, built.end], count: 2 });
  });
});
