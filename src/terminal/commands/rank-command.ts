import { z } from 'zod';
import type { Tools } from '../../answer/load-tools.ts';
import { scoreCandidates } from '../../answer/ranking/score-candidates.ts';
import { readJsonLines } from '../input-lines.ts';
import type { Io } from '../io.ts';

const rankLine = z.object({
  id: z.union([z.string(), z.number()]),
  question: z.string(),
  candidates: z.array(z.string()),
});

/**
 * Scores given candidates by the ranker alone, without a corpus: a line `{id, scores}` for each line of the file.
 * @throws {InputError} naming the line that can't be read
 */
export async function rankFile(file: string, tools: Tools, io: Io): Promise<void> {
  for await (const { id, question, candidates } of readJsonLines(file, rankLine)) {
    io.out(`${JSON.stringify({ id, scores: scoreCandidates(question, candidates, tools) })}\n`);
  }
}
