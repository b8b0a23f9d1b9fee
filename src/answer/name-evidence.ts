import type { Lexicon } from '../search/lexicon.ts';
import type { Gazetteer, PlaceKind } from '../text/gazetteer.ts';
import { normalizeWord } from '../text/tokens.ts';
import type { Mention } from './mentions.ts';
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

export interface NameEvidenceParameters {
  /** What the shares of a term's occurrences that speak for a kind of name are multiplied by. */
  readonly located: number;
  readonly personal: number;
  readonly staffed: number;
  readonly articled: number;
  /** What being a surname elsewhere is worth in a name of two or three words, and what being such a name is. */
  readonly follows: number;
  readonly fewWords: number;
  /** What "the" before this very name says for an organisation. */
  readonly article: number;
  /** What is left of an organisation's evidence for the name of a place: "the United States". */
  readonly placeName: number;
  /** What full evidence for another kind takes off. */
  readonly doubt: number;
}

const NAME_EVIDENCE_DEFAULTS: NameEvidenceParameters = {
  located: 3,
  personal: 4,
  staffed: 4,
  articled: 1.5,
  follows: 0.4,
  fewWords: 0.2,
  article: 0.6,
  placeName: 0.3,
  doubt: 0.5,
};

const ORGANISATION_WORDS =
  /\b(?:inc|corp|co|ltd|llc|group|bank|university|college|school|party|ministry|department|agency|council|commission|committee|court|union|association|airlines?|airways|motors|foundation|institute|company|club|fc|united|city fc|league|news|times|post|media|pictures|studios|records|entertainment|technologies|systems|labs|hospital|police|army|navy|force|board|bureau|office|organi[sz]ation)\b/i;
const NO_EVIDENCE: NameEvidence = { person: 0, place: 0, organisation: 0 };

/** Judges a name by the company its words keep in the corpus, and by the gazetteer. */
export function nameEvidence(
  { text, words }: SentenceView,
  mention: Mention,
  { lexicon, gazetteer }: NameKnowledge,
  parameters: NameEvidenceParameters = NAME_EVIDENCE_DEFAULTS,
): NameEvidence {
  const { doubt } = parameters;
  const own = words.slice(mention.from, mention.to);
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return NO_EVIDENCE;
  const spellings = own.map((word) => normalizeWord(text.slice(word.start, word.end)));
  const placeKind = placeKindOf(spellings, gazetteer);
  const profile = lexicon.profile(last.term);
  const scaled = (share: number, factor: number) => Math.min(1, factor * share);
  const staffed = scaled(profile.staffed, parameters.staffed);
  const located = scaled(profile.located, parameters.located);
  const name = text.slice(mention.start, mention.end);
  const articled = scaled(lexicon.profile(first.term).articled, parameters.articled);
  const isOrganisation =
    ORGANISATION_WORDS.test(name) ||
    (placeKind === undefined && (articled === 1 || /^\p{Lu}{2,6}$/u.test(name)));
  // "The Las Vegas Aces": neither people nor cities take an article.
  const article = /\bthe $/i.test(text.slice(0, mention.start)) ? parameters.article : 0;
  const organisation = isOrganisation
    ? 1
    : Math.max(article, articled, staffed) * (placeKind === undefined ? 1 : parameters.placeName);
  const given = own.slice(0, -1).reduce((most, word) => Math.max(most, lexicon.profile(word.term).given), 0);
  const hasFewWords = own.length === 2 || own.length === 3;
  const called = hasFewWords ? parameters.follows * profile.follows + parameters.fewWords : 0;
  const person =
    placeKind !== undefined || isOrganisation
      ? 0
      : Math.min(1, parameters.personal * (profile.personal + given) + called);
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
