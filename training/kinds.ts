import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Article, CalendarDate } from '../src/corpus/article.ts';
import { loadCorpus } from '../src/corpus/load.ts';
import { readJsonLines } from '../src/terminal/input-lines.ts';
import { articlesFile, readNewsQuestions } from './data.ts';
import { answerTest, holdsPattern, isDistinctive, sharesWords } from './relevance.ts';

/** A question as one corpus is asked it. */
export interface AskedQuestion {
  readonly id: string;
  /** Questions of one group share text or news, so they are never on both sides of a split. */
  readonly group: string;
  readonly question: string;
  readonly asked?: CalendarDate;
  /** Whether a sentence of an article answers; absent when nothing in the corpus does. */
  readonly isRight?: (sentence: string, article: Article) => boolean;
  /** Whether the sentence may answer all the same, by accident; nothing is learnt from it then. */
  readonly mayBeRight?: (sentence: string) => boolean;
  /** The answers, where they are words to look for. */
  readonly answers?: readonly string[];
}

/** A corpus with the questions it is asked. */
export interface AskedCorpus {
  /** What sort of corpus and question it is: weights are judged by leaving whole kinds out. */
  readonly kind: string;
  readonly name: string;
  readonly articles: readonly Article[];
  readonly questions: readonly AskedQuestion[];
}

const paragraphLine = z.object({
  id: z.string(),
  question: z.string(),
  answers: z.array(z.string()),
  article: z.string(),
});

/** Questions that name the article they are about (`google/`, `science/`). */
export async function readTitled(data: string, kind: string, part: string): Promise<AskedCorpus> {
  const folder = join(data, kind);
  const { articles } = await loadCorpus(join(folder, `articles-${part}.jsonl.gz`));
  const questions: AskedQuestion[] = [];
  for await (const line of readJsonLines(join(folder, `questions-${part}.jsonl`), paragraphLine)) {
    const holds = answerTest(line.answers);
    questions.push({
      id: `${kind}/${line.id}`,
      group: `${kind}/${line.article}`,
      question: line.question,
      isRight: (sentence, { title }) =>
        title === line.article && (holds(sentence) || sharesWords(sentence, line.answers)),
    });
  }
  return { kind, name: `${kind} ${part}`, articles, questions };
}

const squadHead = z.object({
  articles: z.array(z.object({ title: z.string(), paragraphs: z.array(z.string()) })),
});
const squadLine = z.object({
  id: z.string(),
  article: z.string(),
  question: z.string(),
  answers: z.array(z.string()).nullish(),
  is_impossible: z.boolean(),
});

/** SQuAD 2.0: half of the questions only seem to have an answer. */
export function readSquad(data: string): AskedCorpus {
  const [head = '', ...lines] = readFileSync(join(data, 'squad', 'squad2-dev.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const { articles } = squadHead.parse(JSON.parse(head));
  const questions = lines.map((line): AskedQuestion => {
    const { id, article, question, answers, is_impossible } = squadLine.parse(JSON.parse(line));
    const holds = answerTest(answers ?? []);
    return {
      id: `squad/${id}`,
      group: `squad/${article}`,
      question,
      ...(is_impossible ? {} : { isRight: holds }),
    };
  });
  return {
    kind: 'squad',
    name: 'squad',
    articles: articles.map(({ title, paragraphs }) =>
      plainArticle(title, title.replaceAll('_', ' '), paragraphs.map(oneLine).join('\n\n')),
    ),
    questions,
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

export function plainArticle(id: string, title: string, text: string): Article {
  return { id, path: id, line: 1, title, authors: [], tags: [], text, hash: id };
}

const communities = z.record(
  z.string(),
  z.object({
    questions: z.array(
      z.object({
        q: z.string(),
        answerable: z.boolean(),
        answers: z.array(z.string()),
        file: z.string().optional(),
      }),
    ),
  }),
);

/** What members of communities ask of their own folders. */
export async function readCommunities(data: string): Promise<AskedCorpus[]> {
  const folder = join(data, 'communities');
  const file = join(folder, 'questions.json');
  if (!existsSync(file)) return [];
  const sets = communities.parse(JSON.parse(readFileSync(file, 'utf8')));
  return Promise.all(
    Object.entries(sets).map(async ([name, { questions }]): Promise<AskedCorpus> => {
      const { articles } = await loadCorpus(join(folder, name));
      return {
        kind: 'communities',
        name,
        articles,
        questions: questions.map(({ q, answerable, answers, file: place }, i): AskedQuestion => {
          const holds = holdsPattern(answers);
          const within = new RegExp(place ?? '');
          return {
            id: `communities/${name}/${i}`,
            group: `communities/${name}/${i}`,
            question: q,
            ...(answerable
              ? { isRight: (sentence: string, { id }: Article) => within.test(id) && holds(sentence) }
              : {}),
          };
        }),
      };
    }),
  );
}

const everydayLine = z.object({
  id: z.string(),
  question: z.string(),
  answers: z.array(z.string()),
  answerable: z.boolean(),
});

/** A year of news with its quiz questions. */
export async function readNews(data: string, year: string): Promise<AskedCorpus> {
  const { articles } = await loadCorpus(articlesFile(data, year));
  const quiz = await readNewsQuestions(data, year);
  return {
    kind: 'news',
    name: `news ${year}`,
    articles,
    questions: quiz
      .filter(({ answerable }) => answerable)
      .map(({ id, week, question, asked, answers }): AskedQuestion => {
        return {
          id: `news ${year}/${id}`,
          group: `news ${week}`,
          question,
          asked,
          isRight: answerTest(answers),
          answers,
        };
      }),
  };
}

/** Short questions about the news of a year. */
export async function readEveryday(data: string, year: string): Promise<AskedQuestion[]> {
  const questions: AskedQuestion[] = [];
  for await (const line of readJsonLines(join(data, 'everyday', `questions-${year}.jsonl`), everydayLine)) {
    const answers = line.answers.map((answer) => answer.toLowerCase());
    const isRight = (sentence: string) => answers.some((answer) => sentence.toLowerCase().includes(answer));
    questions.push({
      id: `everyday/${line.id}`,
      group: `everyday/${line.id}`,
      question: line.question,
      ...(line.answerable ? { isRight } : {}),
    });
  }
  return questions;
}

/** The same question where nothing answers it; by accident a sentence may. */
export function asUnanswerable({ isRight: _, answers = [], ...question }: AskedQuestion): AskedQuestion {
  const holds = answerTest(answers);
  return {
    ...question,
    id: `${question.id} elsewhere`,
    mayBeRight: answers.some(isDistinctive) ? holds : () => false,
  };
}
