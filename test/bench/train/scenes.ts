import type { Engine, Judged, Tools } from '../../../src/answer/engine.ts';
import { analyseQuestion } from '../../../src/answer/question.ts';
import type { Article } from '../../../src/corpus/article.ts';
import { offsetOf } from './collect.ts';
import { engineOver, type NewsCorpus } from './corpora.ts';
import type { NewsQuestion } from './data.ts';
import { answerTest, isDistinctive } from './relevance.ts';

/**
 * Where a question is asked. `own`: over all articles of its year; `other`: over those of a year without its answer;
 * `small`: over a handful with one that answers; `near`: over a handful that is about its subject and does not answer;
 * `far`: over a handful about something else.
 */
export const SCENES = ['own', 'other', 'small', 'near', 'far'] as const;
export type Scene = (typeof SCENES)[number];

/** What the confidence sees of one question in one scene, and whether the first sentence answered. */
export interface Sighting {
  readonly id: string;
  readonly week: string;
  readonly scene: Scene;
  readonly label: boolean;
  readonly vector: readonly number[];
}

/** Orders candidates by a ranker's weights instead of the engine's own. */
export function rerank(judged: readonly Judged[], weights: Float64Array): Judged[] {
  return judged
    .map((entry) => ({
      ...entry,
      score: entry.vector.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), offsetOf(entry)),
    }))
    .sort((a, b) => b.score - a.score);
}

interface Asking {
  readonly question: NewsQuestion;
  /** Of a ranker that did not learn from the question. */
  readonly weights: Float64Array;
  readonly tools: Tools;
}

interface Seen {
  readonly vector: number[];
  readonly judged: readonly Judged[];
  /** The first sentence; undefined when nothing was found. */
  readonly first: string | undefined;
}

function look(engine: Engine, { question, weights, tools }: Asking): Seen {
  const { topic, judged } = engine.judge(analyseQuestion(question.question, tools), question.asked);
  const ranked = rerank(judged, weights);
  return {
    vector: engine.confidenceVector(topic, ranked),
    judged: ranked,
    first: ranked[0]?.candidate.view.text,
  };
}

function sighting({ question }: Asking, scene: Scene, { vector }: Seen, label: boolean): Sighting {
  return { id: `${question.year}/${question.id}`, week: question.week, scene, label, vector };
}

/** The question over its own year's articles. */
export function seeOwnYear(corpus: NewsCorpus, asking: Asking): { seen: Seen; sighting: Sighting } {
  const seen = look(corpus.engine, asking);
  const answers = answerTest(asking.question.answers);
  return { seen, sighting: sighting(asking, 'own', seen, seen.first !== undefined && answers(seen.first)) };
}

/**
 * The question over another year's articles. What was found is taken for wrong, or for right when it contains a
 * distinctive answer; when it contains another one, nobody can tell, and there is nothing to learn.
 */
export function seeOtherYear(corpus: NewsCorpus, asking: Asking): Sighting[] {
  const seen = look(corpus.engine, asking);
  if (seen.first === undefined) return [];
  const { answers } = asking.question;
  const right = answerTest(answers.filter(isDistinctive))(seen.first);
  return !right && answerTest(answers)(seen.first) ? [] : [sighting(asking, 'other', seen, right)];
}

/** Articles in a small corpus. */
const SMALL_SIZES = [2, 3, 5, 9];
/** Best sentences without an answer in their article, of which the articles about the subject are taken. */
const NEAR_LOOKS = 3;

/**
 * The question over a handful of its year's articles: one that answers among others, then some about its subject that
 * do not answer, then some about anything. Only for questions whose answer does not stand in an article by accident.
 * @param seen what was found over the whole year
 * @param random a number from 0 to 1, the same ones for the same question
 */
export function seeSmallCorpora(
  corpus: NewsCorpus,
  asking: Asking,
  seen: Seen,
  random: () => number,
): Sighting[] {
  const distinctive = asking.question.answers.filter(isDistinctive);
  if (distinctive.length === 0) return [];
  const answers = answerTest(distinctive);
  const answering = new Map<Article, boolean>();
  const answersIn = (article: Article): boolean => {
    const known = answering.get(article) ?? answers(`${article.title}\n${article.text}`);
    answering.set(article, known);
    return known;
  };
  const size = SMALL_SIZES[Math.floor(random() * SMALL_SIZES.length)] ?? 2;
  const others = Array.from(
    { length: size * 2 },
    () => corpus.articles[Math.floor(random() * corpus.articles.length)],
  )
    .flatMap((split) => (split === undefined || answersIn(split.article) ? [] : split))
    .slice(0, size);
  const found = seen.judged.map(({ candidate }) => candidate);
  const source = found.find(({ view }) => answers(view.text))?.article;
  const near = [
    ...found
      .values()
      .map(({ article }) => article)
      .filter((article) => !answersIn(article))
      .take(NEAR_LOOKS),
  ];
  const scene = (name: Scene, subject: readonly Article[]): Sighting[] => {
    const splits = new Set(
      [...subject.flatMap((article) => corpus.splitOf.get(article) ?? []), ...others].slice(0, size),
    );
    const here = look(engineOver(splits, asking.tools), asking);
    return here.first === undefined ? [] : [sighting(asking, name, here, answers(here.first))];
  };
  return [
    ...(source === undefined ? [] : scene('small', [source])),
    ...(near.length === 0 ? [] : scene('near', near)),
    ...scene('far', []),
  ];
}
