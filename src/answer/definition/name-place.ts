import type { Word } from '../../text/terms.ts';
import { isOffice } from '../question/answer-types.ts';
import { isRole } from './role-words.ts';

/** Where a name stands in a sentence, as offsets into it. */
export interface NamePlace {
  /** The whole name: "Rami Makhlouf" where "Makhlouf" was asked for. */
  readonly start: number;
  readonly end: number;
  /** How surely it is the name asked for, 0 to 1: "Wagner Group" may be what "Wagner" means. */
  readonly certainty: number;
}

/** Given names, particles: so many words may belong to the name on its left. */
const MOST_GIVEN_NAMES = 2;
const LONGER_NAME = 0.5;
const LINKS = /^(?:of|to|for|in|at|from)$/;
const CAPITAL = /^\p{Lu}/u;
/** "Charles III", "Trump Jr." */
const ORDINAL = /^(?:[IVX]{1,4}|Jr|Sr)$/;

/**
 * The places where a name stands, given as terms in order; stop words, a middle name and joined spellings ("Al-Shaer") may
 * stand between.
 */
export function findName(text: string, words: readonly Word[], name: readonly string[]): NamePlace[] {
  const places: NamePlace[] = [];
  for (let from = 0; from < words.length; from++) {
    const to = matchAt(text, words, name, from);
    if (to === undefined) continue;
    places.push(wholeName(text, words, from, to));
    from = to - 1;
  }
  return places;
}

/** Where the name ends that starts at a word. */
function matchAt(
  text: string,
  words: readonly Word[],
  name: readonly string[],
  from: number,
): number | undefined {
  let matched = 0;
  let skipped = 0;
  for (let at = from; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) return undefined;
    if (word.term === name[matched]) matched++;
    else if (word.joined !== undefined && word.joined === name[matched]) {
      matched++;
      at++;
    } else if (matched === 0 || !(word.stop || (skipped++ === 0 && isCapital(text, word)))) return undefined;
    if (matched === name.length) return at + 1;
  }
  return undefined;
}

const isCapital = (text: string, { start, end }: Word): boolean => CAPITAL.test(text.slice(start, end));

/** Takes in the given names before the name and the number behind it; a longer name behind it makes it less certain. */
function wholeName(text: string, words: readonly Word[], from: number, to: number): NamePlace {
  let first = from;
  const own = words[from];
  if (own !== undefined && isCapital(text, own)) {
    while (from - first < MOST_GIVEN_NAMES && isGivenName(text, words[first - 1], words[first])) {
      // "Envoy to Syria James Jeffrey": the place is no name of his.
      const before = words[first - 2];
      const isNamedInFull = from > first || to - from > 1;
      if (isNamedInFull && before !== undefined && LINKS.test(text.slice(before.start, before.end))) break;
      first--;
    }
  }
  const last = words[to - 1];
  const next = words[to];
  let end = last?.end ?? 0;
  let certainty = 1;
  if (last !== undefined && next !== undefined && text.slice(last.end, next.start) === ' ') {
    const raw = text.slice(next.start, next.end);
    if (ORDINAL.test(raw)) end = next.end;
    else if (isCapital(text, last) && CAPITAL.test(raw)) certainty = LONGER_NAME;
  }
  return { start: words[first]?.start ?? 0, end, certainty };
}

function isGivenName(text: string, word: Word | undefined, next: Word | undefined): boolean {
  if (word === undefined || next === undefined || text.slice(word.end, next.start) !== ' ') return false;
  const raw = text.slice(word.start, word.end);
  // "US envoy Jeffrey", "Tesla CEO Musk": an abbreviation is no given name.
  if (word.stop || !/^\p{Lu}\p{L}*\p{Ll}/u.test(raw)) return false;
  return !isRole(raw) && !isOffice(raw);
}
