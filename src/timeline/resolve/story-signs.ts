import type { Token } from '../dates/token.ts';
import { endsSentence } from './clauses.ts';

/** Words that bring a sentence back to the day it was published. */
const NOW: ReadonlySet<string> = new Set(
  'today yesterday tomorrow tonight now current ago recently'.split(' '),
);
const DEICTIC: ReadonlySet<string> = new Set(['this', 'last', 'next', 'past', 'coming']);
const REPORTING = /^(?:said|says|say|told|tells|announced|reported|confirmed|according)$/i;

/** What the rest of a date's sentence says of the time it is told in; nothing when it is told from now. */
export function lookAround(
  tokens: readonly Token[],
  first: number,
  end: number,
): { readonly reported: boolean; readonly past: boolean } | undefined {
  const [from, to] = sentenceAround(tokens, first);
  let reported = false;
  let past = false;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token === undefined || (at >= first && at < end)) continue;
    if (NOW.has(token.kind)) return undefined;
    // "the next day" goes on with the story, "next week" leaves it.
    const isTold = token.kind === 'next' && tokens[at - 1]?.kind === 'the';
    if (DEICTIC.has(token.kind) && tokens[at + 1]?.kind.endsWith('_') && !isTold) return undefined;
    if (REPORTING.test(token.text)) reported = true;
    if (token.text === 'had' && tokens[first - 1]?.kind !== 'by') past = true;
  }
  return { reported, past };
}

/** "March 15: Protests begin.", "6 January – The king leaves.": a line of a chronology begins with its date. */
export function startsEntry(tokens: readonly Token[], first: number, end: number): boolean {
  const after = tokens[end];
  if (after === undefined || first > 1 || (first === 1 && /[\p{L}\d]/u.test(tokens[0]?.text ?? '')))
    return false;
  const spaced = after.start > (tokens[end - 1]?.end ?? 0);
  return after.text === ':' || after.kind === 'longDash' || (after.kind === 'dash' && spaced);
}

/** Words and marks of a line that heads others. */
const MOST_OF_HEADING = 14;

/** "1981: The wedding of the century": a date, a few words and no full stop head the lines below. */
export function headsLine(tokens: readonly Token[], first: number, end: number): boolean {
  const last = tokens.at(-1);
  if (last === undefined || tokens.length > MOST_OF_HEADING || !startsEntry(tokens, first, end)) return false;
  return !/^[.!?;,]$/.test(last.text);
}

/** "the August 1988 cease-fire": the date only says which one is meant. */
export function isAttribute(tokens: readonly Token[], first: number, end: number): boolean {
  const lead = tokens[first]?.kind === 'the' ? 'the' : tokens[first - 1]?.kind;
  // "the July 4, 2013, parade": without a year a comma ends what belongs together.
  const isClosed = tokens[end]?.kind === 'comma' && tokens[end - 1]?.kind === 'year';
  const after = tokens[isClosed ? end + 1 : end];
  return (lead === 'the' || lead === 'poss') && ['word', 'name', 'attack'].includes(after?.kind ?? '');
}

/** Tokens on either side of a date beyond which nobody's sentence goes; a line without a full stop may have any number. */
const SIDE_OF_SENTENCE = 400;

/** First and last token (exclusive) of the sentence that holds a token. */
export function sentenceAround(tokens: readonly Token[], at: number): readonly [from: number, to: number] {
  let from = at;
  const first = Math.max(0, at - SIDE_OF_SENTENCE);
  while (from > first && !endsSentence(tokens, from - 1)) from--;
  let to = at;
  const last = Math.min(tokens.length, at + SIDE_OF_SENTENCE);
  while (to < last && !endsSentence(tokens, to)) to++;
  return [from, to];
}

/** Lines of a chronicle that must begin with a year before years of three figures are believed. */
const LINES_OF_ANNALS = 2;

/**
 * Is the text a chronicle, "871: Alfred becomes king." on one line and "878: …" on a later one? The years rise, and not
 * one by one as the numbers of a list do.
 */
export function isAnnals(text: string): boolean {
  const years: number[] = [];
  for (const [, figures = ''] of text.matchAll(/^(?:AD )?(\d{3,4}) ?[:–—] ?\p{L}/gmu))
    years.push(Number(figures));
  if (years.length < LINES_OF_ANNALS || years.some((year, at) => year < (years[at - 1] ?? 0))) return false;
  return years.some((year, at) => at > 0 && year > (years[at - 1] ?? 0) + 1);
}

/** "On 4 May …": a date at the head of its sentence. */
export function opensSentence(tokens: readonly Token[], first: number): boolean {
  return first <= 2 || [1, 2, 3].some((back) => endsSentence(tokens, first - back));
}

/** How many words may stand between "began" and its date. */
const NEAR_VERB = 3;

/** "The blockade started in June 1948", "the war broke out on 3 April 1982". */
export function tellsBeginning(tokens: readonly Token[], first: number): boolean {
  return tokens
    .slice(Math.max(0, first - NEAR_VERB), first)
    .some(({ text }) => /^(?:began|begins|started|starts|broke|erupted)$/.test(text));
}
