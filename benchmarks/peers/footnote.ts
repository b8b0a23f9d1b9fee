import { Engine } from '../../src/answer/engine.ts';
import { loadTools } from '../../src/answer/load-tools.ts';
import { analyseQuestion } from '../../src/answer/question/analyse-question.ts';
import { loadModel } from '../../src/answer/ranking/load-model.ts';
import { backgroundIdf } from '../../src/answer/topic/semantic-nearness.ts';
import { createTopic, queryOf } from '../../src/answer/topic/topic.ts';
import type { Article } from '../../src/corpus/article.ts';
import { buildSegment } from '../../src/search/build-segment.ts';
import { SEARCH_DEFAULTS, Searcher, type SearchParameters } from '../../src/search/searcher.ts';
import type { Segment, SplitArticle } from '../../src/search/segment.ts';
import { Lexicon } from '../../src/search/term-statistics.ts';
import type { TermReader } from '../../src/text/terms.ts';
import type { Asked, Corpus, Peer } from './peer.ts';

/** Sentences a segment, as the library cuts them. */
const SENTENCES_A_SEGMENT = 250_000;
/** How many of the search's sentences the bi-encoder looks at. */
const ENCODED = 50;

/** Every step, from the question to its passages. */
export const footnote: Peer = {
  name: 'Footnote',
  stopWords: ['dropped'],
  build(corpus, { model }) {
    const tools = loadTools(model === undefined ? loadModel() : loadModel(model));
    const engine = new Engine(segmentsOf(corpus, tools.reader), tools);
    const numberOf = sentenceNumbers(corpus);
    return {
      search({ text, day }, top) {
        const answer = engine.ask(text, { top, ...(day === undefined ? {} : { asked: day }) });
        const passages = answer.kind === 'answer' ? answer.passages : answer.closest;
        return passages.map(({ article, sentence }) => numberOf(article, sentence[0]));
      },
    };
  },
};

/** The first step alone: BM25 with the article's and the neighbours' share. */
export const footnoteRetrieval: Peer = {
  name: 'Footnote, retrieval only',
  stopWords: ['dropped'],
  build: (corpus) => ({ search: createRetrieval(corpus) }),
};

/** BM25 as the textbooks have it, over the sentences' own words. */
const PLAIN: SearchParameters = {
  sentence: { k1: 1.2, b: 0.75 },
  context: { k1: 1.2, b: 0.75 },
  article: { k1: 1.2, b: 0.75 },
  contextShare: 0,
  articleShare: 0,
  neighbourShare: 0,
};

export const plainBm25: Peer = {
  name: 'plain BM25',
  stopWords: ['dropped'],
  build: (corpus) => ({ search: createRetrieval(corpus, PLAIN) }),
};

/** The same, and what the sentences stand under as a second field that counts half. */
export const bm25WithContext: Peer = {
  name: 'plain BM25 with context',
  stopWords: ['dropped'],
  build: (corpus) => ({ search: createRetrieval(corpus, { ...PLAIN, contextShare: 0.5 }) }),
};

/** The first step, and then the order of a sentence encoder. */
export const miniLmOverRetrieval: Peer = {
  name: `all-MiniLM-L6-v2 over the first ${ENCODED} of BM25`,
  stopWords: ['dropped'],
  async build(corpus) {
    const retrieve = createRetrieval(corpus);
    // Only when it is asked for: its package need not be installed for the others.
    const { cosine, loadMiniLm } = await import('./minilm.ts');
    const encode = await loadMiniLm();
    return {
      async search(asked, k) {
        const found = retrieve(asked, ENCODED);
        const [question = new Float32Array(), ...sentences] = await encode([
          asked.text,
          ...found.map((number) => corpus.sentences[number] ?? ''),
        ]);
        return found
          .map((number, i) => ({ number, score: cosine(question, sentences[i] ?? new Float32Array()) }))
          .sort((a, b) => b.score - a.score)
          .slice(0, k)
          .map(({ number }) => number);
      },
    };
  },
};

function createRetrieval(
  corpus: Corpus,
  parameters: SearchParameters = SEARCH_DEFAULTS,
): (asked: Asked, k: number) => number[] {
  const tools = loadTools();
  const segments = segmentsOf(corpus, tools.reader);
  const lexicon = new Lexicon(segments, backgroundIdf(tools.vectors));
  const searcher = new Searcher(segments, lexicon, parameters);
  const bases = new Map<Segment, number>();
  let base = 0;
  for (const segment of segments) {
    bases.set(segment, base);
    base += segment.sentenceCount;
  }
  return ({ text }, k) => {
    const question = analyseQuestion(text, tools);
    const topic = createTopic(question, lexicon, tools);
    return searcher
      .search(queryOf(topic), k)
      .map(({ segment, sentence }) => (bases.get(segment) ?? 0) + sentence);
  };
}

function segmentsOf({ articles }: Corpus, reader: TermReader): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  while (from < articles.length) {
    let to = from;
    for (let count = 0; to < articles.length; to++) {
      count += articles[to]?.sentences.length ?? 0;
      if (count > SENTENCES_A_SEGMENT && to > from) break;
    }
    segments.push(buildSegment(articles.slice(from, to), reader));
    from = to;
  }
  return segments;
}

/** Finds the number of a sentence again by its article and its start. */
function sentenceNumbers({ articles }: Corpus): (article: Article, start: number) => number {
  const places = new Map<string, { first: number; split: SplitArticle }>();
  let first = 0;
  for (const split of articles) {
    places.set(split.article.id, { first, split });
    first += split.sentences.length;
  }
  return (article, start) => {
    const place = places.get(article.id);
    const index = place?.split.sentences.findIndex((span) => span.start === start) ?? -1;
    if (place === undefined || index < 0)
      throw new Error(`${article.id} has no sentence that starts at ${start}`);
    return place.first + index;
  };
}
