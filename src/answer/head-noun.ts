import type { TaggedWord } from '../text/wink.ts';

/** Nouns that only lead to the one behind "of": "the name of the blaze", "which of these people". */
const EMPTY_NOUNS = new Set([
  'name',
  'kind',
  'type',
  'sort',
  'form',
  'title',
  'one',
  'part',
  'some',
  'piece',
]);
const MARKS_INSIDE = /^["“”'’‘-]$/;

/**
 * The noun that a question word stands for: "country" of "which country", "people" of "how many people".
 * @param at the place of the question word
 * @returns undefined when there is none: "what did she say", "releasing what from their cages"
 */
export function headNoun(tagged: readonly TaggedWord[], at: number): string | undefined {
  const wordAt = (i: number): string => tagged[i]?.value.toLowerCase() ?? '';
  const posAt = (i: number): string => tagged[i]?.pos ?? 'X';
  const asksHow = wordAt(at) === 'how';
  const from = at + (asksHow ? 2 : 1);
  if (asksHow && wordAt(at + 1) !== 'many' && wordAt(at + 1) !== 'much') return undefined;
  // "How much do experts expect", "supporting what in villages".
  if (asksHow && posAt(from) === 'AUX') return undefined;
  if (posAt(from) === 'ADP' && wordAt(from) !== 'of') return undefined;
  let head: string | undefined;
  let isProper = false;
  let verbSeen = false;
  let afterOf = false;
  for (let i = from; i < tagged.length; i++) {
    const value = tagged[i]?.value ?? '';
    const lower = wordAt(i);
    const pos = posAt(i);
    const named = head !== undefined && !afterOf;
    if (lower === 'following' && !named) continue;
    // "the 4-year-old boy"
    if (lower === 'year' && wordAt(i + 1) === '-' && wordAt(i + 2) === 'old') {
      i += 2;
    } else if (pos === 'NOUN' || pos === 'PROPN') {
      head = value;
      isProper = pos === 'PROPN';
      afterOf = false;
    } else if (named && lower === 'of' && EMPTY_NOUNS.has(head?.toLowerCase() ?? '')) afterOf = true;
    else if (named && /^['’]s?$/.test(lower)) {
      // "Which company's shares fell?" asks for the company, "What is Daraa's area?" for the area.
      if (!verbSeen) break;
    } else if (named && isProper && pos === 'ADJ' && isNounAhead(tagged, i + 1)) {
      // "which US national park"
    } else if (named && pos === 'PUNCT' && MARKS_INSIDE.test(lower) && isNounAhead(tagged, i + 1)) {
      // "which “gun-free” zone"
    } else if (named) break;
    else if (pos === 'VERB' && !(i === from && /(?:ed|ing)$/.test(lower))) break;
    else if (pos === 'AUX' && verbSeen) break;
    else if (pos === 'AUX') verbSeen = true;
    else if (pos === 'PUNCT' && !MARKS_INSIDE.test(lower)) break;
  }
  return head;
}

function isNounAhead(tagged: readonly TaggedWord[], at: number): boolean {
  const pos = tagged[at]?.pos;
  return pos === 'NOUN' || pos === 'PROPN';
}
