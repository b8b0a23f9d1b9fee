/**
 * What belongs to a sentence behind its stop: more stops, closing marks, an elision, the marks of notes ("sank.[5]",
 * "nothing. [citation needed]"). A straight mark before a letter opens what comes.
 */
const BEHIND =
  /^(?:[.!?…]|[”»)\]]|’(?![\p{L}\p{N}])|["'](?![\p{L}\p{N}]))*(?:\s[”»](?=\s|$))?(?:\s(?:…|\.{3})(?=\s?[\p{L}“"(]))?(?:\s?\[(?:\d{1,3}(?:\s?[,–-]\s?\d{1,3})*|[a-z]|(?:nb|note|n) ?\d{1,3}|(?:citation|page|better source|clarification|failed|original|who|when|where|by whom|according to)[^[\]\n]{0,24})\])*/u;
/** A note's bare number: right behind the stop of a word, and a sentence begins after it, or none. */
const BARE_NUMBER = /^\d{1,3}(?:,\d{1,3})*(?=\s+["“‘(]?\p{Lu}|$)/u;
const WORD_AND_STOP = /\p{L}{2}[.!?]["”’]?$/u;
/** The longest run of such marks that is looked at. */
const REACH = 80;

/**
 * Where a sentence really ends when a splitter ended it at `end`: behind the marks that belong to it.
 * @param limit the end of its line
 */
export function endBehindMarks(text: string, end: number, limit: number): number {
  const marks = BEHIND.exec(text.slice(end, Math.min(limit, end + REACH)))?.[0].length ?? 0;
  const at = end + marks;
  if (!WORD_AND_STOP.test(text.slice(Math.max(0, at - 4), at))) return at;
  return at + (BARE_NUMBER.exec(text.slice(at, Math.min(limit, at + REACH)))?.[0].length ?? 0);
}
