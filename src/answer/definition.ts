import { trimEndOf } from '../text/ends.ts';
import type { Word } from '../text/terms.ts';
import type { TaggedWord } from '../text/wink.ts';
import { ROLE_WORDS } from './role-words.ts';
import type { SentenceView } from './sentence-views.ts';
import type { Span } from './types.ts';

/** How a sentence says who or what a name is. */
export interface Definition {
  /** 0 to 1: an apposition with an article says more than a title in front. */
  readonly strength: number;
  /** The defining words, as offsets into the sentence. */
  readonly focus: Span;
}

const ROLE = new RegExp(`\\b(?:${ROLE_WORDS})\\b`, 'gi');

const OPENS_APPOSITION = new RegExp(
  `^["”’']?\\s*(?:,|\\(|–|—| -)\\s*(?:(?:who|which)\\s+(?:is|was|are|were|has|had|serves?|served|leads?|led|runs?|ran|owns?|founded)\\b|(?:an?|the|his|her|its|their|one of|known as|also known)\\s|(?:[\\p{L}-]+\\s+){0,2}(?:${ROLE_WORDS})\\b)`,
  'iu',
);
const COPULA =
  /^["”’']?\s+(?:is|was|are|were|has been|became|serves as|served as)\s+(?=(?:an?|the|one of|his|her|its|their)\s)/iu;
/** A name without a capital behind a preposition. */
const HANGS_ON = /\b(?:of|for|from|to|with|about|against|on|in|by)\s+\p{Ll}[\p{L}-]*$/u;
const OPENS_LIST =
  /^["”’']?(?:\s+\p{L}+){0,2}\s*(?:[–—(]|:(?=\s)|,\s*(?:namely|including|such as))\s*(?=\p{Lu})/u;

/**
 * Whether and how the sentence defines the name, given as terms; the sentence must hold all of its terms in a row.
 * @param tag the sentence's words with their parts of speech, made only when they are needed
 */
export function findDefinition(
  view: SentenceView,
  name: readonly string[],
  tag: (text: string) => TaggedWord[],
): Definition | undefined {
  const place = findName(view.words, name);
  if (place === undefined) return undefined;
  const { text } = view;
  const after = text.slice(place.end);
  const found = [
    apposition(text, place.end, after, tag),
    following(text, place.end, after, OPENS_LIST, 0.95, /\band used\b|[;()]|\.\s/),
    following(
      text,
      place.end,
      after,
      COPULA,
      copulaStrength(text, place),
      /[;()]|,\s+(?:but|and|who|which)\b/,
    ),
    roleBefore(text, place.start, name.length, tag),
  ].filter((definition) => definition !== undefined);
  return found.sort((a, b) => b.strength - a.strength)[0];
}

/** A name that starts within so many characters is what the sentence is about. */
const OPENING = 15;

/** "Monkeypox is a …" says more than "…, which is where monkeypox is a …", and "to adjust for inflation is a …" little. */
function copulaStrength(text: string, { start, end }: Place): number {
  if (start < OPENING) return 1;
  return HANGS_ON.test(text.slice(0, end)) ? 0.4 : 0.9;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** The first run of words that is the name, also when its spelling is joined ("Al-Shaer"). */
function findName(words: readonly Word[], name: readonly string[]): Place | undefined {
  for (let i = 0; i < words.length; i++) {
    let at = i;
    let matched = 0;
    while (at < words.length && matched < name.length) {
      const word = words[at];
      if (word === undefined) break;
      if (word.term === name[matched]) {
        matched++;
        at++;
      } else if (word.joined === name[matched]) {
        matched++;
        at += 2;
      } else if (word.stop && matched > 0) at++;
      else break;
    }
    const first = words[i];
    const last = words[at - 1];
    if (matched === name.length && first !== undefined && last !== undefined) {
      return { start: first.start, end: last.end };
    }
  }
  return undefined;
}

/** ", an adviser to …,": closed by a comma or the sentence's end, without a finite verb of its own. */
function apposition(
  text: string,
  end: number,
  after: string,
  tag: (text: string) => TaggedWord[],
): Definition | undefined {
  const found = following(text, end, after, OPENS_APPOSITION, 1, /[,;()–—]|[.!?]["”’']?$/);
  if (found === undefined) return undefined;
  // "Testing for monkeypox, a crucial part of …" says what the testing is.
  if (HANGS_ON.test(text.slice(0, end))) return { ...found, strength: 0.4 };
  const words = tag(text.slice(...found.focus));
  const relative = /^(?:who|which)$/i.test(words[0]?.value ?? '');
  const finite = words.some(
    ({ value, pos }) => pos === 'AUX' || (pos === 'VERB' && !/(?:ed|ing|en)$/i.test(value)),
  );
  return finite && !relative ? undefined : found;
}

/** What follows the name's end and an opening, up to a stop. */
function following(
  text: string,
  end: number,
  after: string,
  opening: RegExp,
  strength: number,
  stops: RegExp,
): Definition | undefined {
  const opened = opening.exec(after);
  if (opened === null) return undefined;
  const lead = opening === OPENS_APPOSITION ? (/^["”’']?\s*[,(–—-]\s*/u.exec(after)?.[0] ?? '') : opened[0];
  const start = end + lead.length;
  const rest = text.slice(start);
  const stop = rest.search(stops);
  const focus = trimEndOf(rest.slice(0, stop < 0 ? rest.length : stop), /[\s.,;"”]/);
  return focus.length < 3 ? undefined : { strength, focus: [start, start + focus.length] };
}

interface Piece extends TaggedWord {
  readonly start: number;
}

const IN_NOUN_PHRASE = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PART']);
const LINKS = new Set(['of', 'to', 'for']);

/** A role in front of the name: "US envoy X", "the cousin of Y, X", "his communications company, “X”". */
function roleBefore(
  text: string,
  nameStart: number,
  nameLength: number,
  tag: (text: string) => TaggedWord[],
): Definition | undefined {
  const before = text.slice(0, nameStart);
  const end = before
    .replace(/["“‘']$/, '')
    .trimEnd()
    .replace(/,$/, '').length;
  const pieces = locate(before.slice(0, end), tag);
  let from = pieces.length;
  while (from > 0 && standsInPhrase(pieces, from - 1)) from--;
  let phrase = pieces.slice(from);
  if (phrase[0] !== undefined && (LINKS.has(phrase[0].value) || phrase[0].value === '.'))
    phrase = phrase.slice(1);
  if (nameLength === 1 && !/["“‘']$/.test(before) && !before.trimEnd().endsWith(','))
    phrase = withoutGivenName(phrase);
  // "a spokesperson for the Oath Keepers" says who the spokesperson is.
  const behind = phrase.findLast(({ pos }) => pos !== 'DET');
  if (behind !== undefined && LINKS.has(behind.value.toLowerCase())) return undefined;
  const roleAt = phrase.findLastIndex(({ value }) => value.match(ROLE) !== null);
  if (roleAt < 0) return undefined;
  let start = roleAt;
  while (start > 0 && !LINKS.has(phrase[start - 1]?.value ?? '') && phrase[start - 1]?.value !== '.') start--;
  const first = phrase[start];
  const last = phrase.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return {
    strength: roleAt >= phrase.length - 4 ? 0.8 : 0.6,
    focus: [first.start, last.start + last.value.length],
  };
}

/** The words of a text with where each starts. */
function locate(text: string, tag: (text: string) => TaggedWord[]): Piece[] {
  let at = 0;
  return tag(text).flatMap((word) => {
    const start = text.indexOf(word.value, at);
    if (start < 0) return [];
    at = start + word.value.length;
    return { ...word, start };
  });
}

/** Nouns with what belongs to them; "of", "to" and "for" between nouns; a stray full stop before a capital letter. */
function standsInPhrase(pieces: readonly Piece[], at: number): boolean {
  const { value = '', pos = '' } = pieces[at] ?? {};
  const next = pieces[at + 1];
  if (value.match(ROLE) !== null || /^(?:his|her|its|their)$/i.test(value)) return true;
  if (LINKS.has(value.toLowerCase())) return next === undefined || IN_NOUN_PHRASE.has(next.pos);
  if (value === '.' || value === '-' || value === "'s" || value === '’s' || value === '’')
    return next !== undefined;
  return IN_NOUN_PHRASE.has(pos) && !/^(?:and|that|not|n't)$/i.test(value);
}

/** "US envoy James" before "Jeffrey": the given name defines nothing. */
function withoutGivenName(phrase: Piece[]): Piece[] {
  const last = phrase.at(-1);
  const before = phrase.at(-2);
  if (last === undefined || before === undefined || !/^\p{Lu}/u.test(last.value)) return phrase;
  if (last.value.match(ROLE) !== null || LINKS.has(before.value)) return phrase;
  return phrase.slice(0, -1);
}
