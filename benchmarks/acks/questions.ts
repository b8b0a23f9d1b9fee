import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What the sample articles speak of, and what they do not. */
const TOPICS =
  'Rami Al-Shaer, Rami Makhlouf, Bashar Al-Assad, Daraa, Syria, Russia, Washington, Moscow, Iran, Israel, Idlib, Damascus, the foreign ministry, the protests, the envoy, the regime, the rebels, the ceasefire, the United Nations, Turkey, the sanctions, the constitution, Geneva, the talks, Putin, Biden, the opposition, the ferry, the world cup, photosynthesis'.split(
    ', ',
  );
const FORMS = [
  'who is',
  'where is',
  'why is',
  'who captured',
  'who supports',
  'when did it begin in',
  'what happened in',
  'how many people died in',
  'what did the report say about',
  'which countries talk with',
  'who wrote about',
  'when was the last time of',
  'what is known of',
  'who met',
  'what about',
  'how did it end with',
  'is there a plan for',
  'who are the friends of',
  'what does Moscow want from',
  'who said something about',
  'who pays for',
  'what is new in',
];

/**
 * Questions of which none is asked twice: what is answered from what was kept is not what is measured.
 * @param file JSON lines with a `question` each; absent: 660 over the sample articles
 * @throws when a line is none
 */
export function questionsOf(file: string | undefined): readonly string[] {
  if (file === undefined) return FORMS.flatMap((form) => TOPICS.map((topic) => `${form} ${topic}`));
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => z.object({ question: z.string() }).parse(JSON.parse(line)).question);
}
