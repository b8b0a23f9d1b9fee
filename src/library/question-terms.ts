import type { Tools } from '../answer/load-tools.ts';

/** Characters of a question that are read. */
const LONGEST = 1000;

/** The stemmed terms that carry the meaning of a question; all of its words when none does. */
export function questionTerms(question: string, { reader }: Pick<Tools, 'reader'>): readonly string[] {
  const words = reader.read(question.slice(0, LONGEST));
  const content = words.filter(({ stop }) => !stop);
  return (content.length > 0 ? content : words).map(({ term }) => term);
}
