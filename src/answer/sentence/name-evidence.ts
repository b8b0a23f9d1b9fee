import type { Lexicon } from '../../search/term-statistics.ts';
import type { Gazetteer, PlaceKind } from '../../text/gazetteer.ts';
import { normalizeWord } from '../../text/words.ts';
import type { Mention } from './find-mentions.ts';
import type { SentenceView } from './sentence-views.ts';

/** How far a mention looks like a person, a place, an organisation, each 0 to 1; learnt from the corpus. */
export interface NameEvidence {
  readonly person: number;
  readonly place: number;
  readonly organisation: number;
  readonly placeKind?: PlaceKind;
}

/** What tells of names: the corpus, and the lists that come with this version. */
export interface NameKnowledge {
  readonly lexicon: Lexicon;
  readonly gazetteer: Gazetteer;
}

const NAME_EVIDENCE = {
  /** What the shares of a term's occurrences that speak for a kind of name are multiplied by. */
  located: 3,
  personal: 4,
  staffed: 4,
  articled: 1.5,
  /** What being a surname elsewhere is worth in a name of two or three words, and what being such a name is. */
  follows: 0.4,
  fewWords: 0.2,
  /** What "the" before this very name says for an organisation. */
  article: 0.6,
  /** What is left of an organisation's evidence for the name of a place: "the United States". */
  placeName: 0.3,
  /** What full evidence for another kind takes off. */
  doubt: 0.5,
} as const;

const ORGANISATION_WORDS =
  /\b(?:inc|corp|co|ltd|llc|group|bank|university|college|school|party|ministry|department|agency|council|commission|committee|court|union|association|airlines?|airways|motors|foundation|institute|company|club|fc|united|city fc|league|news|times|post|media|pictures|studios|records|entertainment|technologies|systems|labs|hospital|police|army|navy|force|board|bureau|office|organi[sz]ation)\b/i;
const NO_EVIDENCE: NameEvidence = { person: 0, place: 0, organisation: 0 };

/** Judges a name by the company its words keep in the corpus, and by the gazetteer. */
export function nameEvidence(
  { text, words }: SentenceView,
  mention: Mention,
  { lexicon, gazetteer }: NameKnowledge,
): NameEvidence {
  const { doubt } = NAME_EVIDENCE;
  const own = words.slice(mention.from, mention.to);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return NO_EVIDENCE;
  const spellings = own.map((word) => normalizeWord(text.slice(word.start, word.end)));
  const placeKind = placeKindOf(spellings, gazetteer);
  const profile = lexicon.profile(last.term);
  const scaled = (share: number, factor: number) => Math.min(1, factor * share);
  const staffed = scaled(profile.staffed, NAME_EVIDENCE.staffed);
  const located = scaled(profile.located, NAME_EVIDENCE.located);
  const name = text.slice(mention.start, mention.end);
  const articled = scaled(lexicon.profile(first.term).articled, NAME_EVIDENCE.articled);
  const isOrganisation =
    ORGANISATION_WORDS.test(name) ||
    (placeKind === undefined && (articled === 1 || /^\p{Lu}{2,6}$/u.test(name)));
  // "The Las Vegas Aces": neither people nor cities take an article.
  const article = /\bthe $/i.test(text.slice(0, mention.start)) ? NAME_EVIDENCE.article : 0;
  const organisation = isOrganisation
    ? 1
    : Math.max(article, articled, staffed) * (placeKind === undefined ? 1 : NAME_EVIDENCE.placeName);
  const given = own.slice(0, -1).reduce((most, word) => Math.max(most, lexicon.profile(word.term).given), 0);
  const hasFewWords = own.length === 2 || own.length === 3;
  const called = hasFewWords ? NAME_EVIDENCE.follows * profile.follows + NAME_EVIDENCE.fewWords : 0;
  const person =
    placeKind !== undefined || isOrganisation
      ? 0
      : Math.min(1, NAME_EVIDENCE.personal * (profile.personal + given) + called);
  return {
    person: person * (1 - doubt * located) * (1 - doubt * staffed),
    place: placeKind !== undefined ? 1 : located * (1 - doubt * (isOrganisation ? 1 : staffed)),
    organisation,
    ...(placeKind === undefined ? {} : { placeKind }),
  };
}

function placeKindOf(spellings: readonly string[], gazetteer: Gazetteer): PlaceKind | undefined {
  const known = gazetteer.placeKind(spellings.join(' '));
  if (known !== undefined) return known;
  // "Russian Sochi": the last word is the place.
  const opensWithPeople = gazetteer.countryOf(spellings[0] ?? '') !== undefined;
  return opensWithPeople ? gazetteer.placeKind(spellings.at(-1) ?? '') : undefined;
}
