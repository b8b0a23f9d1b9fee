import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Article } from '../src/corpus/article.ts';
import { readJsonLines } from '../src/terminal/input-lines.ts';
import type { AskedCorpus, AskedQuestion } from './kinds.ts';
import { holdsPattern } from './relevance.ts';

const FOLDER = new URL('questions/', import.meta.url);

/** A question of ours: patterns of its answers, none where nothing answers, and the files that count. */
export const ownLine = z.strictObject({
  q: z.string().min(1),
  answers: z.array(z.string().min(1)),
  file: z.string().optional(),
});

/** Where our questions to a corpus lie. */
export function ownFile(name: string): string {
  return fileURLToPath(new URL(`${name}.jsonl`, FOLDER));
}

/**
 * Asks a corpus what we wrote ourselves for learning, since of members' questions there are few: under a name of its
 * own, so that what is measured on the data's questions is not mixed with it.
 * @returns nothing where there are no such questions
 */
export async function withOwnQuestions(corpus: AskedCorpus): Promise<AskedCorpus[]> {
  const file = ownFile(corpus.name);
  if (!existsSync(file)) return [];
  const questions: AskedQuestion[] = [];
  for await (const { q, answers, file: place } of readJsonLines(file, ownLine)) {
    const id = `${corpus.kind}/${corpus.name}/own ${questions.length}`;
    const holds = holdsPattern(answers);
    const within = new RegExp(place ?? '');
    const isRight = (sentence: string, { id: path }: Article) => within.test(path) && holds(sentence);
    questions.push({ id, group: id, question: q, ...(answers.length > 0 ? { isRight } : {}) });
  }
  return [{ ...corpus, name: `${corpus.name}, own questions`, questions }];
}
