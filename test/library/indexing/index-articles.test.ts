import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/corpus/article.ts';
import { indexArticles, type ThreadLimits } from '../../../src/library/indexing/index-articles.ts';
import type { IndexTools } from '../../../src/library/indexing/index-tools.ts';
import { finish } from '../../../src/scheduling/steps.ts';
import { BodyCache } from '../../../src/search/articles/body-cache.ts';
import { bytesInMemory } from '../../../src/search/bytes/byte-source.ts';
import { mergeSegments } from '../../../src/search/segment/merge-segments.ts';
import { openSegment } from '../../../src/search/segment/open-segment.ts';
import type { Segment } from '../../../src/search/segment.ts';
import { sentenceEnds, tools } from '../../language.ts';

const articles = Array.from({ length: 30 }, (_, i): Article => {
  const text = `Ferry ${i} was late. Mr. Lee of Osterby said ${'so '.repeat(i)}\n\n“It rained,” A.J. Brown said.`;
  const list = { kind: 'item', start: 0, end: 10, context: [] } as const;
  const rest = { kind: 'paragraph', start: 11, end: text.length, context: [] } as const;
  const facts = {
    id: `a${i}`,
    path: `a${i}.md`,
    line: 1,
    title: `Ferries ${i % 3}`,
    authors: [],
    tags: ['sea'],
  };
  return {
    ...facts,
    text,
    hash: `${i}`,
    ...(i % 2 === 0 && { blocks: [list, rest], places: [{ at: 4, name: 'p. 1' }] }),
  };
});

const memory = { maxOldGenerationSizeMb: 256 };
const EAGER: ThreadLimits = { from: 0, mostBytes: 900, rounds: 1, memory };

function toolsWith(changes: Partial<IndexTools>): IndexTools {
  return {
    reader: tools.reader,
    ends: sentenceEnds,
    namedSentences: 2,
    pace: () => undefined,
    segmentSentences: 1000,
    keep: (parts) => bytesInMemory(Buffer.concat(parts)),
    drop: () => undefined,
    bodies: new BodyCache(),
    threads: 2,
    ...changes,
  };
}

async function segments(changes: Partial<IndexTools>, limits: ThreadLimits): Promise<Segment[]> {
  const files = await Array.fromAsync(indexArticles(articles, toolsWith(changes), limits));
  return files.map((parts) => openSegment(bytesInMemory(Buffer.concat(parts))));
}

/** The bytes of one segment of all. */
const whole = (made: readonly Segment[]): Buffer => Buffer.concat(finish(mergeSegments(made)));

describe('indexArticles', () => {
  test('makes in threads, byte for byte, what it makes at once', async () => {
    const progress: number[] = [];
    const onProgress = (done: number) => progress.push(done);
    const [here, there] = [await segments({ threads: 0 }, EAGER), await segments({ onProgress }, EAGER)];
    expect(here).toHaveLength(1);
    expect(there.length).toBeGreaterThan(3);
    expect(whole(there).equals(whole(here))).toBe(true);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBe(articles.length);
  });

  test('starts no thread for a few articles', async () => {
    expect(await segments({}, { ...EAGER, from: 100_000 })).toHaveLength(1);
  });

  test('makes itself what a thread has no memory for', async () => {
    const small = { ...EAGER, memory: { maxOldGenerationSizeMb: 16 } };
    expect(whole(await segments({}, small)).equals(whole(await segments({ threads: 0 }, small)))).toBe(true);
  });

  test('ends with the reason when it is aborted', async () => {
    const stop = new AbortController();
    const onProgress = () => stop.abort(new Error('enough'));
    await expect(segments({ signal: stop.signal, onProgress }, EAGER)).rejects.toThrow('enough');
  });
});
