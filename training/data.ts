import { join } from 'node:path';
import { z } from 'zod';
import type { CalendarDate } from '../src/corpus/article.ts';
import { parseCalendarDate } from '../src/corpus/metadata/parse-day.ts';
import { readJsonLines } from '../src/terminal/input-lines.ts';

/** Years of which both the articles and the questions are at hand. */
export const NEWS_YEARS = ['2022', '2024'] as const;
/** Sets of questions whose candidate sentences are given. */
export const SELECTION_SETS = [
  'multirc-news',
  'multirc-other',
  'selqa-dev',
  'wikiqa-dev',
  'trecqa-train',
] as const;

/** A quiz question about the news of one week. */
export interface NewsQuestion {
  readonly id: string;
  readonly year: string;
  /** The quiz it comes from; questions of one week are about the same news, so they stay in one fold. */
  readonly week: string;
  readonly asked: CalendarDate;
  readonly question: string;
  readonly answers: readonly string[];
  /** The answer's words stand somewhere in the articles of its own year. */
  readonly answerable: boolean;
}

/** A question with its candidate sentences, some of which are marked as answering. */
export interface SelectionQuestion {
  readonly id: string;
  readonly set: string;
  readonly question: string;
  readonly candidates: readonly string[];
  readonly relevant: readonly number[];
}

const newsLine = z.object({
  id: z.string(),
  asked: z.string(),
  question: z.string(),
  answers: z.array(z.string()),
  answerable: z.boolean(),
});
const selectionLine = z.object({
  id: z.string(),
  question: z.string(),
  candidates: z.array(z.string()),
  relevant: z.array(z.number().int().nonnegative()),
});

/**
 * Where the articles of a year lie below the data folder.
 * @param data the folder that holds `news/` and `selection/`
 */
export function articlesFile(data: string, year: string): string {
  return join(data, 'news', `articles-${year}.jsonl.gz`);
}

/**
 * The quiz questions of a year.
 * @throws {InputError} naming file and line when one can't be read
 */
export async function readNewsQuestions(data: string, year: string): Promise<NewsQuestion[]> {
  const questions: NewsQuestion[] = [];
  const file = join(data, 'news', `questions-${year}.jsonl`);
  for await (const line of readJsonLines(file, newsLine)) {
    const asked = parseCalendarDate(line.asked);
    if (!asked.ok) throw new Error(`${file}: question ${line.id} has no readable date: ${line.asked}`);
    const week = line.id.split('_')[0] ?? line.id;
    questions.push({ ...line, year, week, asked: asked.date });
  }
  return questions;
}

/**
 * The questions of a set whose candidates are given.
 * @throws {InputError} naming file and line when one can't be read
 */
export async function readSelectionSet(data: string, set: string): Promise<SelectionQuestion[]> {
  const questions: SelectionQuestion[] = [];
  for await (const line of readJsonLines(join(data, 'selection', `${set}.jsonl`), selectionLine)) {
    questions.push({ ...line, set });
  }
  return questions;
}
