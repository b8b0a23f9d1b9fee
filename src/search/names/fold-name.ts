import { normalizeWord, tokenize } from '../../text/words.ts';

/** What spellings of one name have in common: its words, case, accents and hyphens aside, a blank between them. */
export function foldName(name: string): string {
  return tokenize(name)
    .map(({ start, end }) => normalizeWord(name.slice(start, end)))
    .join(' ');
}
