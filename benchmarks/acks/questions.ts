import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Asked of the sample articles when no file is given: what they answer, what they do not, and what is no question. */
const SAMPLES = [
  'who is Rami Al-Shaer',
  'when did the protests in Daraa begin',
  'what happened in Daraa',
  'why did people leave Syria',
  'who captured Daraa',
  'which countries are in the talks',
  'who is the president of Syria',
  'how many people died in Daraa',
  'who won the world cup in 1966',
  'daraa',
  'what does the foreign ministry say about Idlib',
  'where is Daraa',
];

/**
 * @param file JSON lines with a `question` each
 * @throws when a line is none
 */
export function questionsOf(file: string | undefined): readonly string[] {
  if (file === undefined) return SAMPLES;
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => z.object({ question: z.string() }).parse(JSON.parse(line)).question);
}
