import { parentPort } from 'node:worker_threads';
import { finish } from '../../scheduling/steps.ts';
import { decodeBody } from '../../search/articles/body-codec.ts';
import { joinBytes } from '../../search/bytes/join-bytes.ts';
import { SegmentBuilder } from '../../search/segment/segment-builder.ts';
import { createSentenceEnds } from '../../text/sentence-boundaries.ts';
import { TermReader } from '../../text/terms.ts';
import { createStem } from '../../text/wink.ts';
import type { IndexingAnswer, IndexingTask } from './indexing-threads.ts';
import { splitArticle } from './split-article.ts';

/** A corpus of any size is made of these for the most part. A thread ends when all is indexed. */
const SPELLINGS = 150_000;

/** The thread's side of `IndexingThreads`: one segment's file after the other. */
const reader = new TermReader(createStem(), SPELLINGS);
const ends = createSentenceEnds();

parentPort?.on('message', ({ articles, namedSentences }: IndexingTask) => {
  const builder = new SegmentBuilder(reader);
  for (const [done, { facts, body }] of articles.entries()) {
    const { text, blocks, places } = decodeBody(body);
    const article = { ...facts, text, ...(blocks && { blocks }), ...(places && { places }) };
    builder.add(finish(splitArticle(article, { reader, ends, namedSentences })));
    if (done % PROGRESS_EVERY === 0) send({ done });
  }
  const file = joinBytes(builder.build());
  send({ file }, [file.buffer]);
});

const PROGRESS_EVERY = 16;

function send(answer: IndexingAnswer, handedOver: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(answer, [...handedOver]);
}
