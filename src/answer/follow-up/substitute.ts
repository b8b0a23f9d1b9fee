import type { PlaceKind } from '../../text/gazetteer.ts';
import type { TaggedWord } from '../../text/wink.ts';
import type { Thing, ThingKind } from './find-things.ts';

/** What takes the place of something in a question: "Iran" of "what about Iran", "in 2019". */
export interface Substitute {
  readonly text: string;
  readonly kind: ThingKind;
  readonly place?: PlaceKind | undefined;
  /** In lower case. */
  readonly preposition?: string | undefined;
}

const PLACES_AND_NAMES: readonly ThingKind[] = ['place', 'organisation', 'name', 'person'];

/**
 * The question before with something else in the place of what is of the same kind: "what about Iran" asks of Iran what was
 * asked of Syria.
 * @param tagged the words of the question before
 * @returns undefined when it names nothing of the kind
 */
export function substitute(
  tagged: readonly TaggedWord[],
  things: readonly Thing[],
  wanted: Substitute,
): string | undefined {
  const words = tagged.map(({ value }) => value);
  const old = replaced(things, wanted);
  if (old === undefined) {
    // A time, or a place with its "in", narrows what was asked.
    const isTime = wanted.kind === 'date';
    if (!isTime && wanted.preposition === undefined) return undefined;
    return [...words, wanted.preposition ?? 'in', wanted.text].join(' ');
  }
  const instead = inItsPlace(old, wanted);
  return instead && [...words.slice(0, old.from), instead, ...words.slice(old.to)].join(' ');
}

function replaced(things: readonly Thing[], wanted: Substitute): Thing | undefined {
  const { kind, preposition, text } = wanted;
  if (preposition !== undefined && kind !== 'date') {
    const same = things.find((thing) => thing.preposition === preposition && thing.kind !== 'date');
    if (same !== undefined) return same;
  }
  // "And for children" says more of buying tickets: nobody buys children.
  const open =
    preposition === undefined || kind === 'date'
      ? things
      : things.filter((thing) => thing.preposition !== undefined);
  const alike = open.filter((thing) => isAlike(thing.kind, kind));
  const best = Math.max(0, ...alike.map((thing) => likeness(thing, wanted)));
  const likest = alike.filter((thing) => likeness(thing, wanted) === best);
  // What a sentence is set in, and what is done to, is changed sooner than who does it.
  const chosen = likest.find((thing) => thing.preposition !== undefined) ?? likest.at(-1);
  if (chosen !== undefined) return chosen;
  if (open !== things) return undefined;
  const isNoun = kind === 'thing' || kind === 'things' || kind === 'person';
  return isNoun && !/^\p{Lu}/u.test(text) ? things.find((thing) => thing.kind !== 'date') : undefined;
}

/** A city in the place of a city; of what is not known it may be one; a country in its place is not likely. */
function likeness({ kind, place }: Thing, wanted: Substitute): number {
  if (place !== undefined && wanted.place !== undefined) return place === wanted.place ? 3 : 1;
  if (wanted.place !== undefined) return kind === 'place' ? 3 : 2;
  return kind === wanted.kind ? 3 : 2;
}

function isAlike(a: ThingKind, b: ThingKind): boolean {
  if (a === b) return true;
  if (PLACES_AND_NAMES.includes(a) && PLACES_AND_NAMES.includes(b))
    return a === 'name' || b === 'name' || (a !== 'place' && b !== 'place');
  return (a === 'thing' && b === 'things') || (a === 'things' && b === 'thing');
}

/**
 * "The population" in the place of "the capital of Syria" is still Syria's; "women" in that of "the men" are "the women".
 * Undefined: what has an article is not replaced by one thing without.
 */
function inItsPlace(old: Thing, { text, kind }: Substitute): string | undefined {
  const at = old.text.indexOf(' of ');
  const of = at === -1 ? '' : old.text.slice(at);
  const keeps =
    of !== '' &&
    !/ of /.test(text) &&
    /^(?:the|its|his|her|their) \p{Ll}/u.test(text) &&
    /^the \p{Ll}/u.test(old.text);
  const article = /^(the) \p{Ll}/u.exec(old.text)?.[1];
  const bare = /^\p{Ll}/u.test(text) && !/^(?:the|a|an|his|her|its|their)\b/.test(text);
  if (bare && article !== undefined && kind !== 'things') return undefined;
  return `${bare && article !== undefined ? `${article} ` : ''}${text}${keeps ? of : ''}`;
}
