import { longFormStart } from '../../text/long-form.ts';
import type { TaggedWord } from '../../text/wink.ts';
import { nounClass } from '../question/answer-types.ts';
import type { Definition } from './definition.ts';
import type { NamePlace } from './name-place.ts';
import { isRole, ROLE_WORDS } from './role-words.ts';

type Tag = (text: string) => TaggedWord[];

interface Piece extends TaggedWord {
  readonly start: number;
}

const STRENGTHS = {
  near: 0.75,
  far: 0.6,
  commonNoun: 0.6,
  otherNoun: 0.35,
  possessive: 0.6,
  kindOf: 0.7,
  called: 0.85,
  expansion: 0.7,
} as const;
/** So far before the name is looked. */
const REACH = 110;
const IN_NOUN_PHRASE = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM', 'PART']);
/** A quick look, so that most sentences need no tagging: a role in reach, or a common word right before the name. */
const MAY_DEFINE = new RegExp(`\\b(?:${ROLE_WORDS})\\b|\\p{Ll}{4}\\s*$|\\b(?:of|as)$`, 'iu');
const LINKS = new Set(['of', 'to', 'for']);
/** Nouns before a name that say when or what is said, not what it is. */
const NO_KIND =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|month|year|today|yesterday|time|night|morning|\p{L}*(?:ing|ed)|lot|number|name|percent|people|all|some|more|most|statement|news|interview|video|photo|\p{L}*ly)$/iu;

/** A role or a kind in front of the name: "US envoy X", "guard X", "the cousin of Y, X", "the city of X". */
export function definitionBefore(text: string, place: NamePlace, tag: Tag): Definition | undefined {
  const from = Math.max(0, place.start - REACH);
  const before = text.slice(from, place.start);
  const expansion = expansionBefore(text, place);
  if (expansion !== undefined) return expansion;
  const opensQuote = /["“‘']$/.test(before);
  const bare = before.replace(/["“‘']$/, '').trimEnd();
  const comma = bare.endsWith(',');
  // A name that goes on after a comma is one of a list, or what happens to the role before it.
  if (comma && !/^["”’']?\s*[,.;)–—]/u.test(text.slice(place.end))) return undefined;
  const end = comma ? bare.length - 1 : bare.length;
  if (!MAY_DEFINE.test(bare.slice(0, end))) return undefined;
  const pieces = locate(bare.slice(0, end), from, tag);
  const called = calledKind(pieces);
  if (called !== undefined) return called;
  let first = pieces.length;
  while (first > 0 && standsInPhrase(pieces, first - 1)) first--;
  let phrase = pieces.slice(first);
  while (
    phrase[0] !== undefined &&
    (LINKS.has(phrase[0].value.toLowerCase()) || /^[.\-'’]/.test(phrase[0].value))
  )
    phrase = phrase.slice(1);
  const last = phrase.findLast(({ pos }) => pos !== 'DET');
  if (last === undefined) return undefined;
  if (LINKS.has(last.value.toLowerCase())) return kindOfName(phrase, last);
  // "The official Ada Quill diary": an adjective is no role.
  const roleAt = phrase.findLastIndex(({ value, pos }) => pos !== 'ADJ' && isRole(value.replace(/\.$/, '')));
  if (roleAt < 0) {
    const isName = /^\p{Lu}/u.test(text.slice(place.start));
    return comma || opensQuote || !isName ? undefined : commonNoun(phrase, last);
  }
  // "The husband of Speaker X": what stands before "of" is somebody else, who is X's.
  if (!comma && RELATIVE.test(phrase[roleAt]?.value ?? '') && /^of$/i.test(phrase[roleAt + 1]?.value ?? ''))
    return undefined;
  // "Mayor Quill, X": the role is somebody else's.
  const next = phrase[roleAt + 1];
  if (comma && next !== undefined && !LINKS.has(next.value.toLowerCase())) return undefined;
  // "Palace addresses X's absence": what stands between belongs to another clause.
  if (next !== undefined && /^\p{Ll}{3,}$/u.test(next.value) && !LINKS.has(next.value) && !isRole(next.value))
    return undefined;
  const start = startOf(phrase, roleAt);
  const focus = focusOf(phrase, start);
  const isTheirs = /^(?:his|her|its|their|my|our)$/i.test(phrase[start]?.value ?? '');
  const strength = roleAt >= phrase.length - 4 ? STRENGTHS.near : STRENGTHS.far;
  return { strength: isTheirs ? Math.min(strength, STRENGTHS.possessive) : strength, focus };
}

const RELATIVE =
  /^(?:husband|wife|spouse|widow|widower|son|daughter|brother|sister|father|mother|cousin|uncle|nephew|niece|aunt|aide|lawyer|attorney|friend|fan|victim|supporter|ally|backer|opponent|critic|spokes(?:man|woman|person))s?$/i;

function startOf(phrase: readonly Piece[], roleAt: number): number {
  let start = roleAt;
  while (start > 0 && !LINKS.has(phrase[start - 1]?.value ?? '') && phrase[start - 1]?.value !== '.') start--;
  return start;
}

function focusOf(phrase: readonly Piece[], start: number): [number, number] {
  const first = phrase[start];
  const last = phrase.at(-1);
  return [first?.start ?? 0, (last?.start ?? 0) + (last?.value.length ?? 0)];
}

/** "Iowa guard Caitlin Clark", "moon rocket Artemis": a common noun that stands right before a name says what it is. */
function commonNoun(phrase: readonly Piece[], last: Piece): Definition | undefined {
  const at = phrase.lastIndexOf(last);
  const { value } = last;
  if (last.pos !== 'NOUN' || !/^\p{Ll}{4,}$/u.test(value) || NO_KIND.test(value)) return undefined;
  if (at < phrase.length - 1 || /[^s]s$/.test(value)) return undefined;
  // "The giant X mill" is big, "the tech giant X" is a giant.
  if (value === 'giant' && !/^(?:NOUN|PROPN)$/.test(phrase[at - 1]?.pos ?? '')) return undefined;
  const isKind = nounClass(value) !== undefined;
  return {
    strength: isKind ? STRENGTHS.commonNoun : STRENGTHS.otherNoun,
    focus: focusOf(phrase, startOf(phrase, at)),
  };
}

/** "High Mobility Artillery Rocket Systems, or HIMARS", "the Islamic State (ISIS)": the words behind the letters. */
function expansionBefore(text: string, { start, end }: NamePlace): Definition | undefined {
  const [link] =
    /(?:,? (?:or|also known as) | ?\()["“‘]?$/.exec(text.slice(Math.max(0, start - 20), start)) ?? [];
  if (link === undefined) return undefined;
  const letters = text
    .slice(start, end)
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
  const words = [...text.slice(Math.max(0, start - REACH), start - link.length).matchAll(/[\p{L}\p{N}]+/gu)];
  const from = longFormStart(
    words.map(([word]) => word),
    letters,
  );
  const first = from === undefined ? undefined : words[from];
  if (first === undefined || letters.length < 2) return undefined;
  const offset = Math.max(0, start - REACH);
  return { strength: STRENGTHS.expansion, focus: [offset + first.index, start - link.length] };
}

/** "The province of Daraa", not "a spokesperson for the Oath Keepers" nor "the death of Daraa's". */
function kindOfName(phrase: readonly Piece[], link: Piece): Definition | undefined {
  const at = phrase.lastIndexOf(link);
  const kind = phrase[at - 1];
  if (kind === undefined || link.value.toLowerCase() !== 'of') return undefined;
  if (nounClass(kind.value) !== 'place' || /s$/i.test(kind.value) || PARTS.test(kind.value)) return undefined;
  const start = startOf(phrase.slice(0, at), at - 1);
  return {
    strength: STRENGTHS.kindOf,
    focus: [phrase[start]?.start ?? kind.start, kind.start + kind.value.length],
  };
}

/** "The capital of X", "a part of X" say nothing of X itself. */
const PARTS = /^(?:capital|border|coast|place|site|area|home|state|base|venue|location|street|destination)$/i;

/** "An extremely rare disease called X". */
function calledKind(pieces: readonly Piece[]): Definition | undefined {
  let at = pieces.length - 1;
  if (/^as$/i.test(pieces[at]?.value ?? '')) at--;
  if (!/^(?:called|named|dubbed|known|termed)$/i.test(pieces[at]?.value ?? '')) return undefined;
  const kind = pieces[at - 1];
  if (kind?.pos !== 'NOUN') return undefined;
  let first = at - 1;
  while (first > 0 && (standsInPhrase(pieces, first - 1) || pieces[first - 1]?.pos === 'ADV')) first--;
  return {
    strength: STRENGTHS.called,
    focus: [pieces[first]?.start ?? kind.start, kind.start + kind.value.length],
  };
}

/** The words of a text with where each starts. */
function locate(text: string, offset: number, tag: Tag): Piece[] {
  let at = 0;
  return tag(text).flatMap((word) => {
    const start = text.indexOf(word.value, at);
    if (start < 0) return [];
    at = start + word.value.length;
    return { ...word, start: offset + start };
  });
}

/** Nouns with what belongs to them; "of", "to" and "for" between nouns; a stray full stop before a capital letter. */
function standsInPhrase(pieces: readonly Piece[], at: number): boolean {
  const { value = '', pos = '' } = pieces[at] ?? {};
  const next = pieces[at + 1];
  if (isRole(value) || /^(?:his|her|its|their)$/i.test(value)) return true;
  if (LINKS.has(value.toLowerCase())) return next === undefined || IN_NOUN_PHRASE.has(next.pos);
  if (value === '.' || value === '-' || value === "'s" || value === '’s' || value === '’')
    return next !== undefined;
  return IN_NOUN_PHRASE.has(pos) && !/^(?:and|that|not|n't)$/i.test(value);
}
