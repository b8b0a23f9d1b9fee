import { endsClause } from '../resolve/clauses.ts';
import { sentenceAround } from '../resolve/story-signs.ts';
import type { Reading } from './join-dates.ts';
import type { Token } from './token.ts';

/** How many words before "until" or "since" are looked at for "not" or "the worst". */
const REACH = 12;
const NEGATION = /^(?:not|never|no|n't|t|without|neither|nor|cannot|unlikely|only)$/i;
const SUPERLATIVE =
  /^(?:worst|best|most|least|first|only|last|largest|biggest|highest|lowest|deadliest|strongest|longest|shortest|heaviest|fastest|slowest|steepest|sharpest|hottest|coldest|wettest|driest|bloodiest|greatest|smallest|oldest|youngest|latest|earliest|strongest|weakest|richest|poorest|cheapest|toughest|hardest|[a-z]{3,}iest)$/i;
const OPENS_SPAN: ReadonlySet<string> = new Set(['to', 'until', 'dash', 'longDash']);

/**
 * Marks intervals ("from 2011 to 2013", "1994 to the present", "since 2019 … until 2021") and open ends ("since 2011",
 * "until 2013"). "Not until 2031" is the day it happens, "not before 2035" the first day it can, and "the worst fire
 * since 1910" only compares.
 */
export function markEnds(readings: readonly Reading[], tokens: readonly Token[]): Reading[] {
  const marked = [...readings];
  for (const [at, reading] of readings.entries()) {
    if (reading.type !== 'DATE' || reading.from === undefined) continue;
    const next = readings[at + 1];
    if (next?.from !== undefined && isPair(reading, next, tokens)) {
      marked[at] = { ...reading, bound: 'from' };
      marked[at + 1] = { ...next, bound: 'to' };
    } else if (marked[at]?.bound === undefined) {
      marked[at] = { ...reading, ...openEnd(reading, next, tokens) };
    }
  }
  return marked.length > 1 ? joinSince(marked, tokens) : marked;
}

function kindAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.kind ?? '';
}

/** Where the word stands that leads to a date: before it, "the" aside. */
function leadOf(reading: Reading, tokens: readonly Token[]): number {
  return kindAt(tokens, reading.first - 1) === 'the' ? reading.first - 2 : reading.first - 1;
}

function isPair(reading: Reading, next: Reading, tokens: readonly Token[]): boolean {
  if (next.type !== 'DATE' || reading.bound !== undefined || next.bound !== undefined) return false;
  if (
    next.first - reading.end !== 1 &&
    !(next.first - reading.end === 2 && kindAt(tokens, reading.end + 1) === 'the')
  )
    return false;
  if (next.from === undefined || reading.from === undefined || next.from < reading.from) return false;
  if ((next.to ?? next.from) < (reading.to ?? reading.from)) return false;
  const [joint, lead] = [kindAt(tokens, reading.end), kindAt(tokens, leadOf(reading, tokens))];
  if (joint === 'dash' || joint === 'longDash') return true;
  if (joint === 'and') return lead === 'between';
  if (joint !== 'to' && joint !== 'until') return false;
  return lead === 'from' || isSameKind(reading, next);
}

/** "The years 1845 to 1849", "3 May to 7 June 2011". */
function isSameKind(reading: Reading, next: Reading): boolean {
  return reading.precision === next.precision && next.basis === 'stated' && reading.basis === 'stated';
}

function openEnd(reading: Reading, next: Reading | undefined, tokens: readonly Token[]): Partial<Reading> {
  if (reading.value.endsWith('_REF')) return {};
  const lead = leadOf(reading, tokens);
  const [word, after] = [kindAt(tokens, lead), kindAt(tokens, reading.end)];
  if (goesOn(reading, next, tokens)) return { open: 'end' };
  if (word === 'since')
    return isBehind(tokens, lead, SUPERLATIVE) || kindAt(tokens, lead - 1) === 'not'
      ? { compared: true }
      : { open: 'end' };
  if (word === 'after') return { open: 'end' };
  if (word === 'from' && lead === sentenceAround(tokens, reading.first)[0] && reading.basis === 'stated')
    return { open: 'end' };
  if (word === 'to' && /^thro?u/i.test(tokens[lead]?.text ?? '')) return { open: 'start' };
  if (word === 'from' && (after === 'on_' || after === 'on')) return { open: 'end' };
  const negated = (word === 'until' || word === 'before') && isBehind(tokens, lead, NEGATION);
  if (word === 'until') return negated ? {} : { open: 'start' };
  if (word === 'before') return { open: negated ? 'end' : 'start' };
  return {};
}

/** "From 1994 to the present", "1999-present", "2011-". */
function goesOn(reading: Reading, next: Reading | undefined, tokens: readonly Token[]): boolean {
  if (!OPENS_SPAN.has(kindAt(tokens, reading.end))) return false;
  const at = kindAt(tokens, reading.end + 1) === 'the' ? reading.end + 2 : reading.end + 1;
  if (kindAt(tokens, at) === 'current') return true;
  return next?.value === 'PRESENT_REF' && next.first <= at;
}

/** Does such a word stand in the same clause before this place? */
function isBehind(tokens: readonly Token[], at: number, words: RegExp): boolean {
  for (let back = at - 1; back >= 0 && back >= at - REACH; back--) {
    if (endsClause(tokens, back)) return false;
    if (words.test(tokens[back]?.text ?? '')) return true;
  }
  return false;
}

/** "in force since December 2019, runs until the end of 2021": one interval. */
function joinSince(readings: readonly Reading[], tokens: readonly Token[]): Reading[] {
  return readings.map((reading, at) => {
    const [before, next] = [readings[at - 1], readings[at + 1]];
    if (before && isSinceUntil(before, reading, tokens)) return { ...bare(reading), bound: 'to' as const };
    return next && isSinceUntil(reading, next, tokens)
      ? { ...bare(reading), bound: 'from' as const }
      : reading;
  });
}

function bare(reading: Reading): Reading {
  const { open: _open, ...rest } = reading;
  return rest;
}

function isSinceUntil(first: Reading, second: Reading, tokens: readonly Token[]): boolean {
  if (first.open !== 'end' || second.open !== 'start' || first.to === undefined || second.from === undefined)
    return false;
  if (kindAt(tokens, leadOf(first, tokens)) !== 'since' && kindAt(tokens, leadOf(first, tokens)) !== 'from')
    return false;
  if (second.from <= first.to) return false;
  for (let at = first.end; at < second.first; at++) if (endsClause(tokens, at)) return false;
  return true;
}
