import type { Token } from '../dates/token.ts';
import { endsClause } from './clauses.ts';
import { isAttribute } from './story-signs.ts';
import { type Tense, tenseOf } from './verb-tense.ts';
import { BE, COMING, DEADLINES, INTENT, NOUNS, TIED } from './verb-words.ts';

const REACH = 14;
/** With these an infinitive after the date tells of the date. */
const GOVERNS: ReadonlySet<string> = new Set([...BE, ...INTENT]);

/**
 * Tense around a date, judged by the nearest verb form that tells: first to its left within the clause, then to its
 * right. A choice between word lists on purpose: it costs no tagging and news writes plainly.
 *
 * @param first index of the date's first token
 * @param end index after its last token
 */
export function tenseAround(tokens: readonly Token[], first: number, end: number): Tense {
  // "the story of January 6": the verb speaks of the story.
  if (tokens[first - 1]?.kind === 'of' && ['word', 'name'].includes(tokens[first - 2]?.kind ?? ''))
    return 'unknown';
  if (tokens[first - 1]?.kind === 'since') return 'past';
  if (isDeadline(tokens, end)) return 'either';
  if (isGivenDay(tokens, first)) return 'future';
  const own = opensClause(tokens, first) ? scan(tokens, end, 1) : 'unknown';
  if (own !== 'unknown') return own;
  const left = leftTense(tokens, first, end);
  if (left === 'present' && (tokens[leadOf(tokens, first)]?.kind === 'until' || isTied(tokens, first)))
    return 'future';
  if ((left === 'past' || left === 'unknown') && isTied(tokens, first))
    return tokens[leadOf(tokens, first)]?.kind === 'until' ? 'future' : 'either';
  return left === 'unknown' ? scan(tokens, end, 1) : left;
}

/** "A plaque was unveiled, and on Tuesday fans will gather": the verb of the date's own clause follows. */
function opensClause(tokens: readonly Token[], first: number): boolean {
  const lead = ['on', 'in', 'by'].includes(tokens[first - 1]?.kind ?? '') ? first - 2 : first - 1;
  const joint = tokens[lead]?.text;
  return lead < first - 1 && (joint === 'and' || joint === 'but') && tokens[lead - 1]?.kind === 'comma';
}

/** What the clause tells before the date. */
function leftTense(tokens: readonly Token[], first: number, end: number): Tense {
  const left = scan(tokens, first - 1, -1);
  if (left !== 'future') return left;
  const after = tokens[end];
  // "a march planned for Saturday was called off".
  if (/^(?:was|were|had)$/.test(after?.text ?? '')) return 'either';
  // "to get around Wednesday's ruling", "to make the late-November trip": the verb is not the date's.
  if (after?.kind !== 'poss' && !isAttribute(tokens, first, end)) return left;
  return COMING.has(tokens[after?.kind === 'poss' ? end + 1 : end]?.text ?? '') ? left : 'unknown';
}

/** "The final is on 21 May": a day that is given is the next one. */
function isGivenDay(tokens: readonly Token[], first: number): boolean {
  const at = tokens[first - 1]?.kind === 'on' ? first - 2 : first - 1;
  return /^(?:is|are)$/.test(tokens[at]?.text ?? '');
}

/** "set a Jan. 14 deadline", "set 10 November as the deadline". */
function isDeadline(tokens: readonly Token[], end: number): boolean {
  for (let at = end; at < end + 3; at++) if (DEADLINES.has(tokens[at]?.text ?? '')) return true;
  return false;
}

function leadOf(tokens: readonly Token[], first: number): number {
  return tokens[first - 1]?.kind === 'the' ? first - 2 : first - 1;
}

/** "was put off until 30 June", "moved to Friday". */
function isTied(tokens: readonly Token[], first: number): boolean {
  const lead = leadOf(tokens, first);
  if (!['until', 'to', 'for'].includes(tokens[lead]?.kind ?? '')) return false;
  for (let at = lead - 1, seen = 0; seen < REACH && at >= 0; at--, seen++) {
    if (endsClause(tokens, at)) return false;
    const word = tokens[at]?.text.toLowerCase() ?? '';
    if (TIED.has(word)) return true;
    // "remain locked until".
    if (TIED.has(tokens[at - 1]?.text ?? '')) continue;
    if (tenseOf(tokens, at) === 'past' && !['was', 'were', 'been', 'has', 'have', 'had'].includes(word))
      return false;
  }
  return false;
}

function scan(tokens: readonly Token[], from: number, step: 1 | -1): Tense {
  // "will redeem 9 million Series H preferred shares": what a word in -ed says counts less than "will" before it.
  let weak: Tense = 'unknown';
  for (let at = from, seen = 0; seen < REACH; at += step, seen++) {
    const token = tokens[at];
    if (!token || endsClause(tokens, at)) return weak;
    // "Wednesday's ruling to return the child": what it is for says nothing of its day.
    if (step > 0 && token.kind === 'to' && !GOVERNS.has(tokens[at - 1]?.text ?? '')) continue;
    const tense = tenseOf(tokens, at);
    if (tense === 'past' && step < 0 && mayBeAttribute(tokens, at)) weak = tense;
    else if (tense !== 'unknown') return weak !== 'unknown' && tense !== 'future' ? weak : tense;
  }
  return weak;
}

function mayBeAttribute(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.text.endsWith('ed') === true &&
    NOUNS.has(tokens[at + 1]?.kind ?? '') &&
    tokens[at - 1]?.kind !== 'pronoun'
  );
}
