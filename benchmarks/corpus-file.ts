import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { z } from 'zod';
import { loadCorpus } from '../src/corpus/load.ts';
import { sentenceSpans } from '../src/corpus/sentences.ts';
import type { SplitArticle } from '../src/search/segment.ts';
import { createSentenceEnds } from '../src/text/sentence-boundaries.ts';
import { isCalendarDate } from '../src/timeline/resolve/day-numbers.ts';
import { fileStamp, sourceHash } from '../training/cache.ts';
import type { Corpus } from './peers/peer.ts';
import { varyArticle } from './vary-article.ts';

const articleLine = z.object({
  id: z.string(),
  title: z.string(),
  published: z.string().optional(),
  text: z.string(),
  /** Start, end and paragraph of each sentence, one after the other. */
  spans: z.array(z.number()),
});

/**
 * Reads a file of articles as Footnote does, finds their sentences, and writes both for the processes of the peers.
 * @returns the written file; one that is there already is used again
 */
export async function prepareCorpus(source: string, cache: string): Promise<string> {
  const stamp = `${fileStamp(source)} ${sourceHash('corpus', 'text/sentence-boundaries.ts')}`;
  const file = join(cache, `corpus-${createHash('sha256').update(stamp).digest('hex').slice(0, 16)}.jsonl`);
  if (existsSync(file)) return file;
  const { articles } = await loadCorpus(source);
  const ends = createSentenceEnds();
  const out = createWriteStream(`${file}.part`);
  for (const { id, title, published, text } of articles) {
    const spans = sentenceSpans(text, ends).flatMap(({ start, end, paragraph }) => [start, end, paragraph]);
    const line = { id, title, ...(published === undefined ? {} : { published }), text, spans };
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain');
  }
  out.end();
  await finished(out);
  renameSync(`${file}.part`, file);
  return file;
}

/**
 * Reads what `prepareCorpus` wrote.
 * @param count stop at this many sentences; when the files have fewer, their articles come again with other words in
 *   them until there are enough
 */
export async function readCorpus(files: readonly string[], count?: number): Promise<Corpus> {
  const articles: SplitArticle[] = [];
  const sentences: string[] = [];
  const add = (split: SplitArticle): void => {
    const wanted = count === undefined ? split.sentences : split.sentences.slice(0, count - sentences.length);
    if (wanted.length === 0) return;
    articles.push({ ...split, sentences: wanted });
    for (const { start, end } of wanted) sentences.push(split.article.text.slice(start, end));
  };
  for (const file of files) {
    for await (const line of createInterface({ input: createReadStream(file) })) {
      if (count === undefined || sentences.length < count)
        add(parseArticle(line, `article-${articles.length}`));
    }
  }
  if (sentences.length === 0) throw new Error(`There is no sentence in ${files.join(', ')}`);
  for (let i = 0; sentences.length < (count ?? 0); i++) {
    const [split, lender] = [articles[i], articles[i + 1]];
    if (split !== undefined && lender !== undefined)
      add(varyArticle(split, lender, `article-${articles.length}`));
  }
  return { articles, sentences };
}

/** @param id articles of several years may share an address */
function parseArticle(line: string, id: string): SplitArticle {
  const { title, published, text, spans } = articleLine.parse(JSON.parse(line));
  const sentences = [];
  for (let i = 0; i < spans.length; i += 3) {
    sentences.push({ start: spans[i] ?? 0, end: spans[i + 1] ?? 0, paragraph: spans[i + 2] ?? 0 });
  }
  const article = { id, path: id, line: 1, title, authors: [], tags: [], text, hash: '' };
  const day = published !== undefined && isCalendarDate(published) ? { published } : {};
  return { article: { ...article, ...day }, sentences };
}
