import type { Article } from '../corpus/article.ts';
import type { Hit } from '../search/hit.ts';
import type { Searcher } from '../search/searcher.ts';
import type { Lexicon } from '../search/term-statistics.ts';
import type { AskOptions } from './answer.ts';
import { narrowedWeights } from './candidates/narrowing.ts';
import { readCandidates } from './candidates/read-candidates.ts';
import { crowdingArticles, saying } from './candidates/says-nothing.ts';
import { shortlist } from './candidates/shortlist.ts';
import { gatherDescriptions } from './definition/descriptions.ts';
import type { EngineParameters } from './engine-parameters.ts';
import type { Tools } from './load-tools.ts';
import type { Question } from './question/analyse-question.ts';
import type { createRecencyWeights } from './question/recency.ts';
import { type Judged, judgeCandidates } from './ranking/judge-candidates.ts';
import type { RankerFor } from './ranking/learnt-ranker.ts';
import type { SentenceViews } from './sentence/sentence-views.ts';
import type { CorpusKin } from './topic/corpus-kin.ts';
import type { TitleIndex } from './topic/title-index.ts';
import { createTopic, queryOf, type Topic } from './topic/topic.ts';

/** What a question is asked of: the index of a corpus, with what is made of it once. */
export interface AskedCorpus {
  readonly tools: Tools;
  readonly parameters: EngineParameters;
  readonly searcher: Searcher;
  readonly lexicon: Lexicon;
  readonly views: SentenceViews;
  readonly titles: TitleIndex;
  readonly rankerFor: RankerFor;
  readonly recencyWeights: ReturnType<typeof createRecencyWeights>;
  /** Other words of this corpus for those of the question. */
  readonly kinOf: (question: Question) => CorpusKin;
}

/**
 * The steps from a question to its candidates, best first: topic, search, shortlist, reading, features, ranking.
 */
export function rankQuestion(
  index: AskedCorpus,
  question: Question,
  { asked, narrowed = {} }: Partial<AskOptions> = {},
): { readonly topic: Topic; readonly judged: Judged[] } {
  const { tools, parameters, searcher, lexicon, views, titles, rankerFor, recencyWeights } = index;
  // The question against this corpus.
  const named = titles.find(question.words, lexicon);
  const topic = createTopic(question, lexicon, tools, named.words, index.kinOf(question));
  // BM25 finds, the shortlist keeps, what is kept is read.
  const { recency } = question;
  const byAge = recency === undefined || asked === undefined ? undefined : recencyWeights(asked, recency);
  const byName = named.articles.size === 0 ? byAge : namedFirst(named.articles, parameters.notNamed, byAge);
  const weightOf = narrowedWeights(narrowed, byName);
  const { found: usual, foundToDefine, candidates: size } = parameters;
  const most = question.defines === undefined ? usual : foundToDefine;
  const reading = { ...tools, views, lexicon, tag: tools.language.tag };
  const gather = (weigh: typeof weightOf) => {
    const found = searcher.search(queryOf(topic), most, weigh);
    const definitionIn = gatherDescriptions(found, question, reading);
    const defining = (hit: Hit) => definitionIn(hit)?.strength ?? 0;
    const hits = shortlist(found, topic, asked, size, { named: named.articles, defining });
    const read = readCandidates(hits, topic, views);
    return { definitionIn, read, candidates: saying(read, topic) };
  };
  const first = gather(weightOf);
  // A gallery whose every caption repeats its title leaves no place for what answers.
  const crowding = crowdingArticles(first.read, first.candidates);
  const others =
    crowding.size === 0
      ? undefined
      : gather((article) => (crowding.has(article) ? 0 : (weightOf?.(article) ?? 1)));
  const definitionIn = (hit: Hit) => first.definitionIn(hit) ?? others?.definitionIn(hit);
  const candidates = [
    ...first.candidates.filter(({ article }) => others === undefined || crowding.has(article)),
    ...(others?.candidates ?? []),
  ].slice(0, size);
  // Features, the learnt order, and what its features do not see.
  const judging = {
    topic,
    definitionIn,
    ranker: rankerFor(question),
    tools,
    bonuses: parameters,
    isSmall: searcher.sentenceCount <= parameters.fewSentences,
  };
  return { topic, judged: judgeCandidates(candidates, asked, judging) };
}

/** Articles that the question names by their titles come before others. */
function namedFirst(
  named: ReadonlySet<Article>,
  notNamed: number,
  weightOf: (article: Article) => number = () => 1,
): (article: Article) => number {
  return (article) => (named.has(article) ? 1 : notNamed) * weightOf(article);
}
