import { z } from 'zod';
import type { CalendarDate } from '../../corpus/article.ts';
import { parseCalendarDate } from '../../corpus/metadata/parse-day.ts';
import type { Snapshot } from '../../library/index.ts';
import { readJsonLines } from '../input-lines.ts';
import type { Io } from '../io.ts';
import { answerToJson } from '../printing/answer-json.ts';
import { answerToText } from '../printing/answer-text.ts';

export interface AskCommand {
  readonly top: number;
  readonly json: boolean;
  /** The day that "this week" counts from; absent: such words mean nothing. */
  readonly asked?: CalendarDate;
}

const questionLine = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string(),
  asked: z
    .string()
    .refine((text) => parseCalendarDate(text).ok, 'is no day; write it as YYYY-MM-DD')
    .optional(),
});

/** Answers one question on standard output. */
export function askOne(snapshot: Snapshot, question: string, { json, ...options }: AskCommand, io: Io): void {
  const started = performance.now();
  const answer = snapshot.ask(question, options);
  const ms = performance.now() - started;
  io.out(json ? `${JSON.stringify(answerToJson(answer, ms))}\n` : answerToText(answer, io));
}

/**
 * Answers every question of a JSONL file, a line each (`--json`) or one after the other.
 * @throws {InputError} naming the line that can't be read
 */
export async function askFile(
  snapshot: Snapshot,
  file: string,
  { json, ...options }: AskCommand,
  io: Io,
): Promise<void> {
  for await (const { id, question, asked } of readJsonLines(file, questionLine)) {
    const day = asked === undefined ? undefined : parseCalendarDate(asked);
    const started = performance.now();
    const answer = snapshot.ask(question, { ...options, ...(day?.ok === true ? { asked: day.date } : {}) });
    const ms = performance.now() - started;
    if (json) io.out(`${JSON.stringify({ id, ...answerToJson(answer, ms) })}\n`);
    else io.out(`${id}  ${question}\n${answerToText(answer, io)}\n`);
  }
}
