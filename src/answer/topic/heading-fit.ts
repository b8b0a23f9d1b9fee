import type { Article } from '../../corpus/article.ts';
import { contextOfBlock } from '../../search/context-words.ts';
import type { Lexicon } from '../../search/term-statistics.ts';
import type { TermReader } from '../../text/terms.ts';

/** How well the heading right above a block asks what the question asks, 0 to 1; 0 without a heading. */
export type HeadingFit = (article: Article, block: number | undefined) => number;

/** The question's terms, their other spellings → the term, and the weight of all of them. */
export interface AskedTerms {
  readonly wanted: ReadonlySet<string>;
  readonly aliases: ReadonlyMap<string, string>;
  readonly totalIdf: number;
  readonly lexicon: Lexicon;
}

/**
 * Compares the nearest heading (or a call-out's title) with the question: the harmonic mean of the share of the
 * question's words, by idf, that the heading has, and the share of the heading's words that the question has. Manuals
 * and lists of questions answer below a heading that asks.
 */
export function createHeadingFit(
  { wanted, aliases, totalIdf, lexicon }: AskedTerms,
  reader: TermReader,
): HeadingFit {
  const known = new Map<string, number>();
  const fitOf = (heading: string): number => {
    const words = reader.read(heading).filter(({ stop }) => !stop);
    const terms = new Set(words.map(({ term }) => aliases.get(term) ?? term));
    let all = 0;
    let shared = 0;
    for (const term of terms) {
      const idf = lexicon.idf(term);
      all += idf;
      if (wanted.has(term)) shared += idf;
    }
    return shared === 0 ? 0 : (2 * shared) / (all + totalIdf);
  };
  return (article, block) => {
    const above = contextOfBlock(article, block);
    const span = above.findLast(({ role }) => role === 'heading' || role === 'callout')?.span;
    if (span === undefined) return 0;
    const heading = article.text.slice(...span);
    const fit = known.get(heading) ?? fitOf(heading);
    known.set(heading, fit);
    return fit;
  };
}
