import type { Article, SentenceSpan } from '../../corpus/article.ts';
import { buildSegment } from '../../search/build-segment.ts';
import { Searcher } from '../../search/searcher.ts';
import { Lexicon } from '../../search/term-statistics.ts';
import { readCandidates } from '../candidates/read-candidates.ts';
import { shortlist } from '../candidates/shortlist.ts';
import { featuresOf } from '../features/index.ts';
import type { Tools } from '../load-tools.ts';
import { analyseQuestion } from '../question/analyse-question.ts';
import { normaliseQuestion } from '../question/unwrap/normalise-question.ts';
import { SentenceViews } from '../sentence/sentence-views.ts';
import { backgroundIdf } from '../topic/semantic-nearness.ts';
import { createTopic, queryOf } from '../topic/topic.ts';
import { createRanker } from './linear-ranker.ts';

/**
 * Scores sentences that someone else chose, in their order, as an article of their own.
 * @returns one number a candidate, higher is better; comparable within one call only
 */
export function scoreCandidates(question: string, candidates: readonly string[], tools: Tools): number[] {
  const ranker = createRanker(tools.model.candidates);
  return candidateVectors(question, candidates, tools).map((vector) => ranker.score(vector));
}

/** The feature vectors behind `scoreCandidates`; the training script reads them too. */
export function candidateVectors(
  question: string,
  candidates: readonly string[],
  tools: Tools,
): readonly (readonly number[])[] {
  const segment = buildSegment([articleOf(candidates)], tools.reader);
  const lexicon = new Lexicon([segment], backgroundIdf(tools.vectors));
  const searcher = new Searcher([segment], lexicon);
  const analysed = analyseQuestion(normaliseQuestion(question), tools);
  const topic = createTopic(analysed, lexicon, tools);
  const found = new Map(searcher.search(queryOf(topic), candidates.length).map((hit) => [hit.sentence, hit]));
  const hits = candidates.map(
    (_, sentence) =>
      found.get(sentence) ?? {
        segment,
        sentence,
        article: 0,
        score: 0,
        own: 0,
        context: 0,
        articleScore: 0,
        previous: 0,
        next: 0,
        masks: { own: 0, context: 0, previous: 0, next: 0, near: 0 },
      },
  );
  const promising = shortlist(hits, topic, undefined, hits.length).sort((a, b) => a.sentence - b.sentence);
  return featuresOf(readCandidates(promising, topic, new SentenceViews(tools.reader)), topic, undefined)
    .vectors;
}

function articleOf(candidates: readonly string[]): { article: Article; sentences: SentenceSpan[] } {
  const sentences: SentenceSpan[] = [];
  let text = '';
  for (const [paragraph, candidate] of candidates.entries()) {
    sentences.push({ start: text.length, end: text.length + candidate.length, paragraph });
    text += `${candidate}\n\n`;
  }
  const article = { id: 'candidates', path: '', line: 1, title: '', authors: [], tags: [], text, hash: '' };
  return { article, sentences };
}
