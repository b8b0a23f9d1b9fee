import { describe, expect, onTestFinished, test } from 'vitest';
import type { Article } from '../../../src/corpus/article.ts';
import { changeFacts, shareBody } from '../../../src/corpus/kept-article.ts';
import { withFolders } from '../../../src/corpus/metadata/equal-titles.ts';
import { EarlyIndex, type EarlyLimits, type EarlyTools } from '../../../src/library/indexing/early-index.ts';
import { inSegments, retitled } from '../../../src/library/indexing/keep-articles.ts';
import { splitArticle } from '../../../src/library/indexing/split-article.ts';
import { finish } from '../../../src/scheduling/steps.ts';
import { BodyCache } from '../../../src/search/articles/body-cache.ts';
import { buildSegment } from '../../../src/search/build-segment.ts';
import { bytesInMemory } from '../../../src/search/bytes/byte-source.ts';
import { mergeSegments } from '../../../src/search/segment/merge-segments.ts';
import type { Segment } from '../../../src/search/segment.ts';
import { sentenceEnds, tools } from '../../language.ts';

const articles = Array.from({ length: 40 }, (_, i): Article => {
  const text = `Ferry ${i} was late on Monday. Mr. Lee of Osterby said ${'so '.repeat(i)}\n\n“It rained,” he said.`;
  const list = { kind: 'item', start: 0, end: 10, context: [] } as const;
  const rest = { kind: 'paragraph', start: 11, end: text.length, context: [] } as const;
  return {
    ...{ id: `a${i}`, path: `a${i}.md`, line: 1, title: `Ferries ${i % 3}`, authors: [], tags: ['sea'] },
    text,
    hash: `${i}`,
    ...(i % 2 === 0 && { blocks: [list, rest], places: [{ at: 4, name: 'p. 1' }] }),
  };
});

const EAGER: EarlyLimits = {
  from: 500,
  least: 300,
  most: 900,
  growth: 1.5,
  rounds: 2,
  memory: { maxOldGenerationSizeMb: 256 },
};
const NAMED = 2;

function indexOf(changes: Partial<EarlyTools> = {}, limits = EAGER): EarlyIndex {
  const early = new EarlyIndex(
    {
      reader: tools.reader,
      ends: sentenceEnds,
      namedSentences: () => NAMED,
      pace: () => undefined,
      keep: (parts) => bytesInMemory(Buffer.concat(parts)),
      drop: () => undefined,
      bodies: new BodyCache(),
      threads: 2,
      ...changes,
    },
    limits,
  );
  onTestFinished(() => early.close());
  return early;
}

/** Takes articles as they are read. @returns what is kept of them */
async function readInto(early: EarlyIndex, from: readonly Article[] = articles): Promise<Article[]> {
  const taken: Article[] = [];
  for (const [done, article] of from.entries()) {
    taken.push(early.take(article));
    early.look(done + 1, from.length);
    await early.room();
  }
  return taken;
}

/** The bytes of one segment of all. */
const whole = (made: readonly Segment[]): Buffer => Buffer.concat(finish(mergeSegments(made)));

describe('EarlyIndex', () => {
  test('makes of articles as they come, byte for byte, what is made of them at once', async () => {
    const split = articles.map((article) =>
      finish(splitArticle(article, { reader: tools.reader, ends: sentenceEnds, namedSentences: NAMED })),
    );
    const published: number[] = [];
    let dropped = 0;
    const early = indexOf({ onSegment: ({ length }) => published.push(length), drop: () => dropped++ });
    await readInto(early);
    const made = await early.finish();
    expect(published.length).toBeGreaterThan(3);
    // Small ones were put together, and their files have no use any more.
    expect(made).toHaveLength(1);
    expect(dropped).toBe(published.length);
    expect(whole(made).equals(whole([buildSegment(split, tools.reader)]))).toBe(true);
    expect(early.toIndex).toBe(0);
  });

  test('tells of each segment, and in the end how many articles are done', async () => {
    const [published, progress]: [number[], number[]] = [[], []];
    const early = indexOf({
      onSegment: (segments) => published.push(segments.length),
      onProgress: (done, total) => progress.push(done / total),
    });
    await readInto(early);
    await early.finish();
    expect(published.length).toBeGreaterThan(3);
    expect(published).toEqual(published.map((_, number) => number + 1));
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
  });

  test('lets whoever reads wait, so that only what is being indexed is in memory', async () => {
    const early = indexOf();
    let most = 0;
    for (const article of articles) {
      early.take(article);
      const room = early.room();
      if (room === undefined) continue;
      most++;
      await room;
    }
    await early.finish();
    expect(most).toBeGreaterThan(0);
    expect(early.room()).toBeUndefined();
  });

  test('the words of an article lie in its segment when it is indexed', async () => {
    const early = indexOf();
    const taken = await readInto(early);
    expect(taken.map(({ text }) => text)).toEqual(articles.map(({ text }) => text));
    const segments = await early.finish();
    const stored = segments.flatMap((segment) => segment.articles);
    expect(taken.every((article, i) => shareBody(article, stored[i] ?? article))).toBe(true);
    expect(taken.map((article) => ({ ...article, text: article.text }))).toEqual(
      articles.map(({ blocks: _, places: _places, ...article }) => article),
    );
    expect(inSegments(taken, segments).map((article, i) => article === stored[i])).not.toContain(false);
  });

  test('starts no thread for a few articles, and leaves them as they are', async () => {
    const early = indexOf({}, { ...EAGER, from: 100_000 });
    const taken = await readInto(early);
    expect(await early.finish()).toEqual([]);
    expect(taken.map(({ text }) => text)).toEqual(articles.map(({ text }) => text));
  });

  test('leaves a second article of one id alone', async () => {
    const early = indexOf();
    const [first] = articles;
    if (first === undefined) return;
    const again = { ...first, text: 'Another one.' };
    await readInto(early);
    expect(early.take(again)).toBe(again);
    const segments = await early.finish();
    expect(segments.reduce((sum, { articleCount }) => sum + articleCount, 0)).toBe(articles.length);
  });

  test('what stands in a second folder is indexed under the title that it will have', async () => {
    const inFolders = articles.map((article, i) => {
      const id = `${i < 20 ? 'north' : 'south'}/${article.id}`;
      return { ...article, id, path: `${id}.md` };
    });
    const early = indexOf();
    const taken = await readInto(early, inFolders);
    // What was read keeps its own title: which one it has in the end is told by the corpus.
    expect(taken[39]?.title).toBe('Ferries 0');
    const titled = withFolders(taken);
    const again = retitled(titled, await early.finish());
    expect(titled[39]?.title).toBe('Ferries 0 · south');
    expect(again.map(({ id }) => id)).toEqual(titled.slice(0, 20).map(({ id }) => id));
    const segments = await early.again(again);
    const titles = new Map(segments.flatMap((one) => one.articles).map(({ id, title }) => [id, title]));
    expect(titled.filter(({ id, title }) => titles.get(id) !== title)).toEqual([]);
  });

  test('indexes anew what has got another title', async () => {
    const early = indexOf();
    const taken = await readInto(early);
    const [first, ...others] = taken;
    if (first === undefined) return;
    const titled = [changeFacts(first, { title: 'Ferries · Harbour' }), ...others];
    const found = await early.finish();
    const before = found.length;
    const segments = await early.again(retitled(titled, found));
    expect(segments).toHaveLength(before + 1);
    expect(inSegments(titled, segments)[0]).toBe(segments.at(-1)?.articles[0]);
    expect(segments.at(-1)?.articles[0]?.title).toBe('Ferries · Harbour');
  });

  test('ends with the reason when it is aborted, and keeps nobody waiting', async () => {
    const stop = new AbortController();
    const early = indexOf({ signal: stop.signal, onSegment: () => stop.abort(new Error('enough')) });
    await readInto(early);
    await expect(early.finish()).rejects.toThrow('enough');
  });

  test('makes itself what a thread has no memory for', async () => {
    const small = indexOf({}, { ...EAGER, memory: { maxOldGenerationSizeMb: 16 } });
    const early = indexOf();
    for (const one of [small, early]) await readInto(one);
    expect(whole(await small.finish()).equals(whole(await early.finish()))).toBe(true);
  });
});
