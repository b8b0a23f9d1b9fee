import type { Lexicon } from '../../search/term-statistics.ts';
import type { Word } from '../../text/terms.ts';
import type { SentenceView } from '../sentence/sentence-views.ts';

/** How far a question names an article by its title, stop words and all ("What I Like About You"). */
export interface TitlePhrase {
  /** The longest run of the title's words in the question, as a share of the title by rarity. */
  readonly share: number;
  /** 1 when the question holds the whole title, without what stands in brackets. */
  readonly whole: 0 | 1;
  /** How much the run says: its rarity, 1 for the rarest of names or for five common words in a row. */
  readonly length: number;
}

/** A run of this rarity, added up over its words, can hardly be there by accident. */
const CERTAIN = 20;
/** What a word counts at least, so that a title of stop words is a title. */
const LEAST_RARITY = 1;

/** Compares a title with a question's words, in order. */
export function titlePhrase(title: SentenceView, question: readonly Word[], lexicon: Lexicon): TitlePhrase {
  const bracket = title.text.indexOf('(');
  const named = bracket > 0 ? title.words.filter(({ start }) => start < bracket) : title.words;
  const weights = named.map(({ term }) => Math.max(LEAST_RARITY, lexicon.idf(term)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let best = 0;
  let longest = 0;
  for (let from = 0; from < named.length; from++) {
    for (let at = 0; at < question.length; at++) {
      let length = 0;
      let sum = 0;
      while (
        from + length < named.length &&
        at + length < question.length &&
        named[from + length]?.term === question[at + length]?.term
      ) {
        sum += weights[from + length] ?? 0;
        length++;
      }
      if (sum > best) {
        best = sum;
        longest = length;
      }
    }
  }
  return {
    share: total === 0 ? 0 : best / total,
    whole: named.length > 0 && longest === named.length ? 1 : 0,
    length: Math.min(1, best / CERTAIN),
  };
}
