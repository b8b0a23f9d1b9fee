import type { DateExpression } from '../../src/timeline/dated-event.ts';
import { tokenize } from '../../src/timeline/dates/tokenize.ts';

/** Numbers that can be tuned: how far apart a word and a date are, counted in words. */
const ATTACH_DEFAULTS = {
  /** A word or mark that opens another clause counts as many words. */
  clause: 6,
  /** A date that opens the sentence speaks for all of it. */
  opening: 12,
  openingBonus: 6,
  /** Beside a date, "said" and the like are dated by it only this near; else they are of the day of publication. */
  reporting: 4,
  /** A date before its word counts a little farther than one after it. */
  before: 1.15,
} as const;

const CLAUSE: ReadonlySet<string> = new Set(
  "and but which who that while where when after before since as because although if -- — – , : ; ( ) `` '' “ ”".split(
    ' ',
  ),
);
const REPORTING =
  /^(?:said|says?|saying|announce[ds]?|announcing|state[ds]?|tells?|told|report(?:s|ed)?|explain(?:s|ed)|add(?:s|ed)|confirm(?:s|ed)|ask(?:s|ed)|repl(?:y|ies|ied)|comment(?:s|ed)|warn(?:s|ed)|claim(?:s|ed)?|not(?:es|ed)|wrote|den(?:y|ies|ied)|cit(?:es|ed|ing))$/i;

/**
 * Which of a sentence's dates is the date of what one of its words tells: the one fewest words away, where other
 * clauses lie farther off than the words between suggest. Nothing when the sentence has no date that can be placed, or
 * when the word only reports ("said") and no date stands right beside it: then the publication date is the best guess.
 *
 * @param position of the word in the sentence
 * @param expressions the sentence's dates, from `findDates`
 */
export function dateOfWord(
  sentence: string,
  position: number,
  expressions: readonly DateExpression[],
): DateExpression | undefined {
  const tokens = tokenize(sentence);
  const word = tokens.find((token) => token.start <= position && position < token.end)?.text ?? '';
  let best: DateExpression | undefined;
  let least = REPORTING.test(word) ? ATTACH_DEFAULTS.reporting : Number.POSITIVE_INFINITY;
  for (const expression of expressions) {
    if (expression.from === undefined) continue;
    const [left, right] = [Math.min(position, expression.start), Math.max(position, expression.start)];
    let cost = 0;
    for (const token of tokens) {
      const inside = token.start >= expression.start && token.start < expression.end;
      if (token.start <= left || token.start >= right || inside) continue;
      cost += CLAUSE.has(token.text.toLowerCase()) ? ATTACH_DEFAULTS.clause : 1;
    }
    if (expression.start < position) {
      const opens = expression.start < ATTACH_DEFAULTS.opening;
      cost = opens ? Math.max(1, cost - ATTACH_DEFAULTS.openingBonus) : cost * ATTACH_DEFAULTS.before;
    }
    if (cost <= least) {
      least = cost;
      best = expression;
    }
  }
  return best;
}
