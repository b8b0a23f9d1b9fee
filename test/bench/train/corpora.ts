import { createHash } from 'node:crypto';
import { Engine, type Tools } from '../../../src/answer/engine.ts';
import type { Model } from '../../../src/answer/model.ts';
import type { Article, SentenceSpan } from '../../../src/corpus/article.ts';
import { loadCorpus } from '../../../src/corpus/load.ts';
import { sentenceSpans } from '../../../src/corpus/sentences.ts';
import { buildSegment, type Segment, type SplitArticle } from '../../../src/search/segment.ts';
import { createSentenceEnds } from '../../../src/text/sentence-boundaries.ts';
import { type Cache, keyOf, sourceHash } from './cache.ts';
import { articlesFile } from './data.ts';

/** A model that knows nothing: with it, candidates come in the order of retrieval. */
export const BLANK_MODEL: Model = {
  corpus: {},
  candidates: {},
  confidence: { weights: {}, answerFrom: 0, likelyFrom: 0, strongFrom: 0 },
};

/** A year's articles, ready to be searched. */
export interface NewsCorpus {
  readonly year: string;
  readonly articles: readonly SplitArticle[];
  readonly splitOf: ReadonlyMap<Article, SplitArticle>;
  readonly engine: Engine;
}

/** Sentences a segment holds before the next one is begun. */
const SENTENCES_A_SEGMENT = 250_000;

/** The code that decides where sentences end, and nothing else: finding them is what takes longest. */
const SPLITTER = ['corpus/sentences.ts', 'corpus/sentence-joins.ts', 'text/sentence-boundaries.ts'];

/** Opens the corpora of single years when they are first wanted, and keeps them. */
export function corpusOpener(
  data: string,
  tools: Tools,
  cache: Cache,
  say: (message: string) => void,
): (year: string) => Promise<NewsCorpus> {
  const splitter = sourceHash(...SPLITTER);
  const open = new Map<string, Promise<NewsCorpus>>();
  return (year) => {
    const known = open.get(year);
    if (known !== undefined) return known;
    const opening = openCorpus(data, year, tools, cache, splitter, say);
    open.set(year, opening);
    return opening;
  };
}

async function openCorpus(
  data: string,
  year: string,
  tools: Tools,
  cache: Cache,
  splitter: string,
  say: (message: string) => void,
): Promise<NewsCorpus> {
  const file = articlesFile(data, year);
  const { articles: read } = await loadCorpus(file);
  const key = keyOf(splitter, textHash(read));
  const spans = await cache.block(`sentences-${year}`, key, async () => {
    say(`finding the sentences of ${year}`);
    return { about: { articles: read.length }, numbers: flatten(read) };
  });
  const articles = unflatten(read, spans.numbers);
  const engine = engineOver(articles, tools);
  say(`${year}: ${articles.length} articles, ${engine.sentenceCount} sentences`);
  return { year, articles, splitOf: new Map(articles.map((split) => [split.article, split])), engine };
}

function textHash(articles: readonly Article[]): string {
  const hash = createHash('sha256');
  for (const { text } of articles) hash.update(text).update('\0');
  return hash.digest('hex');
}

/** An engine over some articles, in segments as the bot makes them. */
export function engineOver(articles: Iterable<SplitArticle>, tools: Tools): Engine {
  const segments: Segment[] = [];
  let batch: SplitArticle[] = [];
  let sentences = 0;
  for (const article of articles) {
    if (sentences + article.sentences.length > SENTENCES_A_SEGMENT && batch.length > 0) {
      segments.push(buildSegment(batch, tools.reader));
      batch = [];
      sentences = 0;
    }
    batch.push(article);
    sentences += article.sentences.length;
  }
  segments.push(buildSegment(batch, tools.reader));
  return new Engine(segments, tools);
}

/** Sentence spans as numbers: for each article their count, then start, end and paragraph of each. */
function flatten(articles: readonly Article[]): Float32Array {
  const ends = createSentenceEnds();
  const numbers: number[] = [];
  for (const article of articles) {
    const spans = sentenceSpans(article.text, ends);
    numbers.push(spans.length);
    for (const { start, end, paragraph } of spans) numbers.push(start, end, paragraph);
  }
  return Float32Array.from(numbers);
}

function unflatten(articles: readonly Article[], numbers: Float32Array): SplitArticle[] {
  let at = 0;
  const next = (): number => numbers[at++] ?? 0;
  return articles.map((article) => {
    const count = next();
    const sentences = Array.from(
      { length: count },
      (): SentenceSpan => ({ start: next(), end: next(), paragraph: next() }),
    );
    return { article, sentences };
  });
}
