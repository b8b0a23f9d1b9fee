import { endsClause } from '../../../resolve/clauses.ts';
import { dayParts } from '../../../resolve/day-numbers.ts';
import { millenniumPeriod, yearPeriod } from '../../../resolve/period.ts';
import { sentenceAround, startsEntry } from '../../../resolve/story-signs.ts';
import { type Anchor, type Meaning, placed, type Rule } from '../../meaning.ts';
import type { Token } from '../../token.ts';
import type { PatternMatch } from '../../token-pattern.ts';

/** Years of three figures without an era ("in 476"), and millennia. */
export const OLD_YEARS: readonly Rule[] = [
  { pattern: 'y:n3', read: readOldYear },
  { pattern: '(the)? o:anyOrdinal dash? millennium_ (e:era)?', read: readMillennium },
];

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const LEADS = set('in since until before after early late mid');
/** Leads that only open a sentence: "By 750 the caliphs", but "fell by 750". */
const OPENING_LEADS = set('by after before from');
/** What goes on after a year, where a number of something would have its noun. */
const GOES_ON = set(
  'comma dot close art the pronoun in at on by before after for from longDash as since until and',
);
const GOES_ON_WORDS =
  /^(?:with|under|when|while|where|against|but|because|during|who|was|were|is|had|did|died|fell|came|became|led|through|near|his|her|their|its|there|at|again|;|:)$/i;
const ENDS = set('comma dot close');
/** Who does this does it in a year. */
const LIVED =
  /^(?:b|d|r|c|ca|circa|born|died|dies|founded|built|rebuilt|established|crowned|elected|deposed|killed|baptised|baptized|consecrated|canonised|canonized|reigned|ruled|reign|rule|bishop|archbishop|abbot|pope|king|queen|emperor|empress|caliph|sultan|consul|patriarch|saint|fl|sacked|conquered|invaded|burned|burnt|destroyed|besieged|captured)$/i;
/** The youngest year that makes other years of three figures likely. */
const OLD = 1150;
const JOINTS = set('to dash longDash until and');

/**
 * Three figures are far more often an amount: they are a year where "in", "since" and the like stand before them, no
 * noun follows that they could count, and something tells of old times: the text's last date, or a life and a reign.
 */
function readOldYear(match: PatternMatch, anchor: Anchor, tokens: readonly Token[]): Meaning | undefined {
  const year = match.value('y');
  if (year === undefined || tokens[match.first]?.text.length !== 3) return undefined;
  return isOldYear(tokens, match.first, anchor) ? placed(yearPeriod(year), 'stated') : undefined;
}

function isOldYear(tokens: readonly Token[], at: number, anchor: Anchor): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  if (startsEntry(tokens, at, at + 1) && anchor.text?.signs.annals === true) return true;
  if (token === undefined || before === undefined) return false;
  if (/^(?:over|within|throughout|during)$/i.test(before.text)) return false;
  const isOld = toldOfOldTimes(anchor) || livesInClause(tokens, at);
  // Both years of "from 731 to 744", "(731–744)".
  if (isOfPair(tokens, at)) return isOld || isLifeSpan(tokens, at) || opensWithPair(tokens, at);
  const [from] = sentenceAround(tokens, at);
  const opens = from === at - 1;
  const led = LEADS.has(before.kind)
    ? opens || before.kind === 'in' || isOld
    : opens && OPENING_LEADS.has(before.kind);
  const numbered = ['count', 'n12', 'n31', 'n99', 'n3', 'figure', 'than'].includes(
    tokens[at - 2]?.kind ?? '',
  );
  if (numbered || !(led || (isOld && isLife(before)))) return false;
  if (!goesOn(after) || !isLastOrYear(tokens, at + 1))
    return opens && toldOfOldTimes(anchor) && after?.kind === 'word';
  return isOld || (token.value % 50 !== 0 && (opens || follows(tokens, at - 2)));
}

/** "fell in 476": a verb in the past right before it; "back in 110" may be anything. */
function follows(tokens: readonly Token[], at: number): boolean {
  const { text = '', kind } = tokens[at] ?? {};
  return kind === 'name' || /^(?:fell|died|came|left|began|ended|became|\p{Ll}{3,}ed)$/u.test(text);
}

function goesOn(token: Token | undefined): boolean {
  return token === undefined || GOES_ON.has(token.kind) || GOES_ON_WORDS.test(token.text);
}

/** "in 845 and again", "in 845 and 860", but "in 747 and 737 jets". */
function isLastOrYear(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (!['and', 'comma'].includes(tokens[at]?.kind ?? '') || next === undefined) return true;
  return !/^\d/.test(next.text) || goesOn(tokens[at + 2]);
}

function isLife({ text }: Token): boolean {
  return LIVED.test(text);
}

function toldOfOldTimes({ previous }: Anchor): boolean {
  return previous !== undefined && dayParts(previous.to).year <= OLD;
}

/** Does the clause tell of a life or a reign before this place? */
function livesInClause(tokens: readonly Token[], at: number): boolean {
  for (let back = at - 1; back >= 0 && back >= at - 10 && !endsClause(tokens, back); back--) {
    const token = tokens[back];
    if (token !== undefined && token.text.length > 2 && isLife(token)) return true;
  }
  return false;
}

/** "Leo (440–461)". */
function isLifeSpan(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at - 1]?.kind === 'open' ? at : at - 2;
  const [name, open, close] = [tokens[first - 2], tokens[first - 1], tokens[first + 3]];
  return name?.kind === 'name' && open?.kind === 'open' && close?.kind === 'close';
}

/** "From 330 to 476 the court sat there": figures that count nothing. */
function opensWithPair(tokens: readonly Token[], at: number): boolean {
  const first = tokens[at - 1]?.kind === 'from' ? at : at - 2;
  const [lead, from, to, after] = [tokens[first - 1], tokens[first], tokens[first + 2], tokens[first + 3]];
  if (lead?.kind !== 'from' || sentenceAround(tokens, first)[0] !== first - 1) return false;
  const round = (from?.value ?? 0) % 50 === 0 && (to?.value ?? 0) % 50 === 0;
  return !round && ['the', 'art', 'pronoun'].includes(after?.kind ?? '');
}

function isOfPair(tokens: readonly Token[], at: number): boolean {
  return isFirst(tokens, at) || isFirst(tokens, at - 2);
}

function isFirst(tokens: readonly Token[], at: number): boolean {
  const [lead, first, last, after] = [tokens[at - 1], tokens[at], tokens[at + 2], tokens[at + 3]];
  if (first?.kind !== 'n3' || !['n3', 'oldYear'].includes(last?.kind ?? '')) return false;
  if (!JOINTS.has(tokens[at + 1]?.kind ?? '') || (last?.value ?? 0) <= first.value) return false;
  if (!['from', 'between', 'open', 'years_', 'and', 'comma'].includes(lead?.kind ?? '')) return false;
  return after === undefined || ENDS.has(after.kind) || goesOn(after);
}

/** "the 2nd millennium BC", "the third millennium". */
function readMillennium(match: PatternMatch): Meaning | undefined {
  const ordinal = match.value('o') ?? 0;
  if (ordinal < 1 || ordinal > 9) return undefined;
  const isBefore = match.token('e')?.kind === 'bce';
  return isBefore || ordinal <= 3
    ? placed(millenniumPeriod(isBefore ? -ordinal * 1000 : (ordinal - 1) * 1000), 'stated')
    : undefined;
}
