import type { Lexicon } from '../../search/term-statistics.ts';
import type { TermReader } from '../../text/terms.ts';
import type { Language } from '../../text/wink.ts';
import { normalizeWord, opensWithCapital } from '../../text/words.ts';
import type { Question } from './analyse-question.ts';
import type { Speller } from './spell-checker.ts';

export interface MendingTools {
  readonly lexicon: Lexicon;
  readonly speller: Speller;
  readonly reader: TermReader;
  readonly language: Language;
  /** What the corpus calls a word otherwise is no slip. */
  readonly corpusKin: ReadonlyMap<string, readonly string[]>;
}

/**
 * Replaces words that the corpus lacks by near ones that it has.
 * @returns the question so mended; undefined when there is nothing to mend
 */
export function correctSpelling(
  { text, content }: Question,
  { lexicon, speller, reader, language, corpusKin }: MendingTools,
): string | undefined {
  let mended = text;
  for (const word of [...content].reverse()) {
    if (lexicon.has(word.term) || corpusKin.has(word.term)) continue;
    if (word.joined !== undefined && lexicon.has(word.joined)) continue;
    const raw = text.slice(word.start, word.end);
    // A good English word that the articles lack is no slip of the fingers.
    if (language.knows(raw.toLowerCase())) continue;
    const suggestion = speller.suggest(normalizeWord(raw), opensWithCapital(raw, 0));
    if (suggestion === undefined || reader.term(raw) === suggestion.term) continue;
    mended = mended.slice(0, word.start) + suggestion.surface + mended.slice(word.end);
  }
  return mended === text ? undefined : mended;
}
