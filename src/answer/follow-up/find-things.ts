import type { Gazetteer, PlaceKind } from '../../text/gazetteer.ts';
import type { TaggedWord } from '../../text/wink.ts';
import { nounClass } from '../question/answer-types.ts';

/** What a pronoun may stand for, or another thing may take the place of. `name`: a person, most often; not certain. */
export type ThingKind = 'person' | 'name' | 'place' | 'organisation' | 'date' | 'things' | 'thing';

/** Something that a question names, as it is written there. */
export interface Thing {
  readonly kind: ThingKind;
  readonly text: string;
  /** Offsets into the words of the question. */
  readonly from: number;
  readonly to: number;
  /** What kind of place, of those that are known. */
  readonly place?: PlaceKind | undefined;
  /** "in" of "in Daraa", in lower case. */
  readonly preposition?: string;
}

const DATE =
  /^(?:1\d{3}|20\d{2}|january|february|march|april|may|june|july|august|september|october|november|december|\d{1,2}(?:st|nd|rd|th)?|last|this|next|year|month|week|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)$/i;
const DATE_CORE =
  /^(?:1\d{3}|20\d{2}|january|february|march|april|june|july|august|september|october|november|december|year|month|week|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today)$/i;
const QUESTION_WORD = /^(?:who|whom|whose|what|which|when|where|why|how)$/i;
const DETERMINER = /^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your)$/i;
const AMOUNT = /^(?:many|much|few|more|most|long|old|tall|big|far)$/i;
const CAPITAL = /^\p{Lu}/u;
const NAME_PARTICLE = /^(?:al|el|bin|ibn|de|del|van|von|da|la)$/i;
/** What names of places begin with. */
const PLACE_NAME = /^(?:mount|mt|cape|fort|port|gulf|point|loch|camp|isle)$/i;
/** Adjectives that are nouns, too, at the end of a name: "the World Cup final". */
const NOUN_TOO = /^(?:final|finals|capital|general|official|individual|original)$/i;
const BEFORE_PLACE = /^(?:in|at|near|from|to|around|outside|inside|into)$/i;

/** The things that a question names, in order. @param tagged its words */
export function findThings(tagged: readonly TaggedWord[], gazetteer: Gazetteer): Thing[] {
  const things: Thing[] = [];
  for (let i = 0; i < tagged.length; i++) {
    const to = endOfDate(tagged, i) ?? endOfName(tagged, i) ?? endOfNoun(tagged, i);
    if (to === undefined) continue;
    const words = tagged.slice(i, to).map(({ value }) => value);
    const before = tagged[i - 1];
    const preposition = before?.pos === 'ADP' ? before.value.toLowerCase() : undefined;
    things.push(thingOf(tagged, i, to, preposition, gazetteer));
    const of = words.findIndex((word, at) => at > 0 && /^of$/i.test(word));
    // "The capital of Syria" names Syria too.
    const ruled = words[of - 1] ?? '';
    // Neither "the CEO of Apple" nor "the GDP of Brazil" is the name of something.
    const isOwnName = CAPITAL.test(ruled) && !/^\p{Lu}+$/u.test(ruled) && nounClass(ruled) !== 'person';
    if (of !== -1 && !isOwnName) things.push(thingOf(tagged, i + of + 1, to, 'of', gazetteer));
    i = to - 1;
  }
  return things;
}

function thingOf(
  tagged: readonly TaggedWord[],
  from: number,
  to: number,
  preposition: string | undefined,
  gazetteer: Gazetteer,
): Thing {
  const words = tagged.slice(from, to);
  const text = words.map(({ value }) => value).join(' ');
  const kind = kindOf(words, preposition, gazetteer);
  const place = placeOf(text, gazetteer);
  return { kind, text, place, from, to, ...(preposition !== undefined && { preposition }) };
}

/** What kind of place a name is of, if it is one that is known. */
export function placeOf(text: string, gazetteer: Gazetteer): PlaceKind | undefined {
  return gazetteer.placeKind(text.replace(/^the /i, '').toLowerCase());
}

/** What kind of thing a text names by itself. */
export function kindOfText(tagged: readonly TaggedWord[], gazetteer: Gazetteer): ThingKind {
  return kindOf(tagged, undefined, gazetteer);
}

function kindOf(
  tagged: readonly TaggedWord[],
  preposition: string | undefined,
  gazetteer: Gazetteer,
): ThingKind {
  const words = tagged.map(({ value }) => value);
  if (
    words.some((word) => DATE_CORE.test(word)) &&
    words.every((word) => DATE.test(word) || DETERMINER.test(word) || /^,$/.test(word))
  )
    return 'date';
  const bare = words.filter((word) => !DETERMINER.test(word));
  const isName =
    bare.length > 0 &&
    bare.every(
      (word) =>
        CAPITAL.test(word) ||
        NAME_PARTICLE.test(word) ||
        word === 'of' ||
        word === 'the' ||
        /^\d+$/.test(word),
    );
  const last = bare.at(-1) ?? '';
  const head = bare[headAt(bare)] ?? '';
  if (head !== last && nounClass(head) === 'person') return 'person';
  if (!isName) {
    if (nounClass(head) === 'person') return isPlural(head) ? 'things' : 'person';
    return isPlural(head) ? 'things' : 'thing';
  }
  if (placeOf(bare.join(' '), gazetteer) !== undefined || nounClass(last) === 'place') return 'place';
  if (nounClass(last) === 'organisation' || /^\p{Lu}{2,}$/u.test(last)) return 'organisation';
  if (words.length > bare.length) return isPlural(last) ? 'things' : 'thing';
  if (nounClass(bare[0] ?? '') === 'person') return 'person';
  if (bare.length > 1 && (nounClass(bare[0] ?? '') === 'place' || PLACE_NAME.test(bare[0] ?? '')))
    return 'place';
  if (preposition !== undefined && BEFORE_PLACE.test(preposition)) return 'place';
  return bare.length > 1 && !bare.some((word) => /^\d/.test(word)) ? 'person' : 'name';
}

/** "Capital" of "capital of Syria". */
function headAt(words: readonly string[]): number {
  const of = words.findIndex((word) => /^(?:of|in|at|from|for|to|with|on)$/i.test(word));
  return (of === -1 ? words.length : of) - 1;
}

/** By its ending, or as one of a few words. */
export function isPlural(noun: string): boolean {
  if (/^(?:headquarters|news|series|barracks|politics|physics)$/i.test(noun)) return false;
  return /^(?:people|men|women|children|police)$/i.test(noun) || (/[^aius]s$/i.test(noun) && noun.length > 3);
}

/** Whether "are" goes with a phrase: by its head, by "and"; a name alone is one thing, however it ends. */
export function isPluralPhrase(words: readonly string[]): boolean {
  if (words.some((word) => /^and$/i.test(word))) return true;
  const head = words[headAt(words)] ?? '';
  if (
    /^\p{Lu}/u.test(head) &&
    (!/^the$/i.test(words[0] ?? '') || /^(?:States|Nations|Netherlands)$/.test(head))
  )
    return false;
  return isPlural(head);
}

function endOfDate(tagged: readonly TaggedWord[], from: number): number | undefined {
  let to = from;
  while (
    to < tagged.length &&
    (DATE.test(tagged[to]?.value ?? '') || (to > from && tagged[to]?.value === ','))
  )
    to++;
  const words = tagged.slice(from, to).map(({ value }) => value);
  return words.some((word) => DATE_CORE.test(word)) && !/^may$/i.test(words.join(' ')) ? to : undefined;
}

function endOfName(tagged: readonly TaggedWord[], from: number): number | undefined {
  const isName = (i: number) => {
    const { value = '' } = tagged[i] ?? {};
    return CAPITAL.test(value) && !QUESTION_WORD.test(value) && !(i === 0 && tagged[i]?.pos === 'AUX');
  };
  const start = /^the$/i.test(tagged[from]?.value ?? '') && isName(from + 1) ? from + 1 : from;
  if (!isName(start)) return undefined;
  let to = start + 1;
  for (;;) {
    if (isName(to)) to++;
    else if (/^(?:of|the|al|el|bin|ibn|de|van|von)$/i.test(tagged[to]?.value ?? '') && isName(to + 1))
      to += 2;
    else if (/^\d+$/.test(tagged[to]?.value ?? '')) to++;
    else break;
  }
  // "The Syrian army": the noun belongs to it.
  if (start > from && to === start + 1) while (tagged[to]?.pos === 'NOUN') to++;
  if (start > from && to === tagged.length - 1 && NOUN_TOO.test(tagged[to]?.value ?? '')) to++;
  return withOf(tagged, to);
}

function endOfNoun(tagged: readonly TaggedWord[], from: number): number | undefined {
  const first = tagged[from];
  if (first === undefined || QUESTION_WORD.test(first.value) || AMOUNT.test(first.value)) return undefined;
  let to = from + (DETERMINER.test(first.value) ? 1 : 0);
  while (
    /^(?:ADJ|NUM|ADV)$/.test(tagged[to]?.pos ?? '') &&
    /^(?:ADJ|NOUN|PROPN)$/.test(tagged[to + 1]?.pos ?? '')
  )
    to++;
  const noun = to;
  while (/^(?:NOUN|PROPN)$/.test(tagged[to]?.pos ?? '') && !(to > noun && beginsName(tagged, to))) to++;
  return to > noun ? withOf(tagged, to) : undefined;
}

/** A name behind a noun is one of its own, unless the noun is what its bearer is: "president Obama". */
function beginsName(tagged: readonly TaggedWord[], at: number): boolean {
  const [before = '', word = ''] = [tagged[at - 1]?.value, tagged[at]?.value];
  return CAPITAL.test(word) && !CAPITAL.test(before) && nounClass(before) !== 'person';
}

/** "The capital" goes on to "of Syria". */
function withOf(tagged: readonly TaggedWord[], to: number): number {
  if (tagged[to]?.value.toLowerCase() !== 'of') return to;
  return endOfName(tagged, to + 1) ?? endOfNoun(tagged, to + 1) ?? to;
}
