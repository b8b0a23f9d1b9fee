import { type Candidate, readCandidates } from '../../src/answer/candidates/read-candidates.ts';
import { type Promising, shortlist } from '../../src/answer/candidates/shortlist.ts';
import { analyseQuestion } from '../../src/answer/question/analyse-question.ts';
import { SentenceViews } from '../../src/answer/sentence/sentence-views.ts';
import { createTopic, queryOf, type Topic } from '../../src/answer/topic/topic.ts';
import type { Article, CalendarDate } from '../../src/corpus/article.ts';
import { sentenceSpans } from '../../src/corpus/sentences.ts';
import { unitSpans } from '../../src/corpus/structure/units.ts';
import { buildSegment } from '../../src/search/build-segment.ts';
import { Searcher } from '../../src/search/searcher.ts';
import { Lexicon } from '../../src/search/term-statistics.ts';
import { sentenceEnds as ends } from '../language.ts';
import { articleOf, tools } from './stage.ts';

/** A question with the sentences that were found for it, half-way through the engine. */
export interface Reading {
  readonly topic: Topic;
  readonly hits: readonly Promising[];
  readonly candidates: readonly Candidate[];
}

/** Takes a question as far as its candidates, over some articles. */
export function read(
  question: string,
  articles: readonly (string | (Partial<Article> & Pick<Article, 'text'>))[],
  { asked, size = 100 }: { readonly asked?: CalendarDate; readonly size?: number } = {},
): Reading {
  const split = articles.map((given, i) => {
    const article = articleOf(typeof given === 'string' ? { text: given } : given, i + 1);
    return {
      article,
      sentences: article.blocks ? unitSpans(article, ends) : sentenceSpans(article.text, ends),
    };
  });
  const segments = [buildSegment(split, tools.reader)];
  const lexicon = new Lexicon(segments);
  const topic = createTopic(analyseQuestion(question, tools), lexicon, tools);
  const found = new Searcher(segments, lexicon).search(queryOf(topic), 100);
  const hits = shortlist(found, topic, asked, size);
  return { topic, hits, candidates: readCandidates(hits, topic, new SentenceViews(tools.reader)) };
}

/** The same for one sentence, in a corpus that has the other ones too. */
export function readOne(
  question: string,
  sentence: string,
  ...others: readonly string[]
): { readonly topic: Topic; readonly candidate: Candidate } {
  const { topic, candidates } = read(question, [sentence, ...others]);
  const candidate = candidates.find(({ view }) => view.text === sentence);
  if (candidate === undefined) throw new Error('the sentence is to be found');
  return { topic, candidate };
}

/** The text of a mention of a candidate. */
export const textOf = ({ view }: Candidate, { start, end }: { start: number; end: number }): string =>
  view.text.slice(start, end);
