import type { DateExpression } from '../../src/timeline/dated-event.ts';
import type { Token } from '../../src/timeline/dates/token.ts';
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
  /** "originally due later this year": what was planned once counts as many words farther off. */
  once: 20,
} as const;

const CLAUSE: ReadonlySet<string> = new Set(
  "and but which who that while where when after before since as because although if -- — – , : ; ( ) `` '' “ ”".split(
    ' ',
  ),
);
const REPORTING =
  /^(?:said|says?|saying|announce[ds]?|announcing|state[ds]?|tells?|told|report(?:s|ed)?|explain(?:s|ed)|add(?:s|ed)|confirm(?:s|ed)|ask(?:s|ed)|repl(?:y|ies|ied)|comment(?:s|ed)|warn(?:s|ed)|claim(?:s|ed)?|not(?:es|ed)|wrote|den(?:y|ies|ied)|cit(?:es|ed|ing))$/i;

const ONCE: ReadonlySet<string> = new Set('originally initially previously'.split(' '));
/** What a phrase between commas begins with when it tells something of its own: "begun two years ago", "which opened". */
const ASIDE = /^(?:which|who|whose|whom|where|when|begun|\p{Ll}{2,}ed)$/u;
const CLOSES: ReadonlySet<string> = new Set(', ( ) -- — – ; :'.split(' '));

/** A date and how far off it is, in words. */
export interface Attached {
  readonly date: DateExpression;
  readonly cost: number;
}

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
): Attached | undefined {
  const tokens = tokenize(sentence);
  const word = tokens.find((token) => token.start <= position && position < token.end)?.text ?? '';
  let best: Attached | undefined;
  let least = isReporting(word) ? ATTACH_DEFAULTS.reporting : Number.POSITIVE_INFINITY;
  for (const expression of expressions) {
    if (expression.from === undefined && !isCurrent(expression)) continue;
    if (isAside(tokens, expression, position) || isOfReport(tokens, expression, position)) continue;
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
    if (isOnce(tokens, expression)) cost += ATTACH_DEFAULTS.once;
    if (cost <= least) {
      least = cost;
      best = { date: expression, cost };
    }
  }
  return best;
}

/** "currently under development": at the day of publication. */
function isCurrent({ text }: DateExpression): boolean {
  return /^(?:currently|presently)$/i.test(text);
}

/** Does this word only say that something is told? */
export function isReporting(word: string): boolean {
  return REPORTING.test(word);
}

/** "stated on Thursday that it had signed": the day of the statement is not that of what had been done before. */
function isOfReport(tokens: readonly Token[], { start, end }: DateExpression, position: number): boolean {
  const first = tokens.findIndex((token) => token.start >= start);
  if (!tokens.slice(Math.max(0, first - 2), first).some(({ text }) => REPORTING.test(text))) return false;
  return tokens.some((token) => token.start >= end && token.start < position && token.text === 'had');
}

/** "originally due later this year". */
function isOnce(tokens: readonly Token[], { start }: DateExpression): boolean {
  const first = tokens.findIndex((token) => token.start >= start);
  return tokens.slice(Math.max(0, first - 3), first).some(({ text }) => ONCE.has(text.toLowerCase()));
}

/** Does the date stand in a phrase between commas that tells something else than the word outside it? */
function isAside(tokens: readonly Token[], { start, end }: DateExpression, position: number): boolean {
  const first = tokens.findIndex((token) => token.start >= start);
  const opener = tokens.findLastIndex((token, at) => at < first && CLOSES.has(token.text));
  const closer = tokens.findIndex((token) => token.start >= end && CLOSES.has(token.text));
  const [from, to] = [tokens[opener], tokens[closer]];
  if (from === undefined || to === undefined) return false;
  if (position > from.start && position < to.start) return false;
  return ASIDE.test(tokens[opener + 1]?.text ?? '');
}
