import { isAbbreviation, measureBeforeStop, wordBeforeStop } from './abbreviations.ts';
import { beginsAfterQuotation, isAnsweredNo, isLetterName } from './sentence-joins.ts';
import { firstWord, isOpener } from './sentence-openers.ts';

/** A stop, with the marks behind it, blank space, and what may begin a sentence. */
const STOP =
  /(?<=[^\s.])(?:\.{1,4}|[!?…]{1,3})(?:["”’][)\]]?|\[[^[\]\n]{1,30}\]|\d{1,3})?\s+(?=["“‘([]?[\p{Lu}\p{N}])/gu;
/** A note's mark between two sentences without a blank: "sank.[3]The". */
const MARK_WITHOUT_BLANK = /(?<=\p{L}[.!?]["”’]?)(?:\[\d{1,3}\]){1,6}(?=["“‘]?\p{Lu})/gu;
/** What makes an hour exact, and no new sentence of what follows. */
const ZONE_OR_DAY =
  /^(?:[A-Z]{2,4}\b|Eastern|Central|Pacific|Mountain|Atlantic|Greenwich|Local|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)/u;
/** "at 9 p.m.", and not "his 9 p.m. State of the Union speech" or "Sean P.M. Vane". */
const HOUR = /(?<!\b(?:the|a|an|his|her|its|our|their|my|your|this) [\d:]{1,5} ?)(?<=\d ?)[ap]\.m\.$/iu;

/**
 * Boundaries that the splitter passes over, since it takes what stands before the stop for an abbreviation, or the mark
 * behind it for a beginning.
 * @returns offsets where the left side ends, in order
 */
export function missedEnds(text: string): number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(STOP)) {
    const end = match.index + match[0].trimEnd().length;
    const before = text.slice(Math.max(0, end - 60), end);
    const after = text.slice(match.index + match[0].length, end + 120);
    if (beginsSentence(before, after)) ends.push(end);
  }
  for (const match of text.matchAll(MARK_WITHOUT_BLANK)) ends.push(match.index + match[0].length);
  return ends.sort((a, b) => a - b);
}

function beginsSentence(before: string, after: string): boolean {
  const first = firstWord(after);
  if (/^\p{N}/u.test(first)) return isAnsweredNo(before);
  // "he said ‘no.’ Then she left"
  if (/[.!?…]["”’][)\]]?$/u.test(before)) return beginsAfterQuotation(before, after);
  // "sank.[5] Further on", "they said.5 Then"
  if (/\p{L}[.!?]["”’]?(?:\[[^[\]\n]{1,30}\]|\d{1,3})$/u.test(before))
    return /\p{Ll}{2}[.!?]/u.test(before.slice(-36));
  // "Then it was gone... Nobody spoke."
  if (/(?:\.{3}|…)$/u.test(before)) return !/^(?:\(|I\b)/u.test(after);
  if (!before.endsWith('.')) return false;
  // "It cost £1.5m. The line", "3 ft. The rope"
  const measure = measureBeforeStop(before);
  if (isAbbreviation(measure, 'unit')) return true;
  if (isAbbreviation(measure, 'customary unit')) return isOpener(first);
  const word = wordBeforeStop(before);
  if (isAbbreviation(word, 'hour')) return HOUR.test(before) && !ZONE_OR_DAY.test(first);
  // "a size L. Rubber boots", "Plan B. The rest"
  if (isLetterName(before)) return true;
  if (isAbbreviation(word, 'word') && !/^\p{Lu}/u.test(word)) return true;
  // "by the Sun. Osric": an article stands before no abbreviation of a day
  if (/\b[Tt]he Sun\.$/u.test(before)) return true;
  if (isAbbreviation(word, 'name') || isAbbreviation(word, 'clause')) return false;
  if (word.length === 1) return /^(?:The|He|She|It|They|But|This|That|These)$/u.test(first);
  return word !== '' && isOpener(first) && first !== 'A' && first !== 'I';
}
