import type { Lexicon } from '../search/lexicon.ts';
import type { Gazetteer, PlaceKind } from '../text/gazetteer.ts';
import { normalizeWord } from '../text/tokens.ts';
import type { Mention } from './mentions.ts';
import type { AnswerType } from './noun-classes.ts';
import type { SentenceView } from './sentence-views.ts';

/** How far a mention looks like a person, a place, an organisation, each 0 to 1; learnt from the corpus. */
export interface NameEvidence {
  readonly person: number;
  readonly place: number;
  readonly organisation: number;
  readonly placeKind?: PlaceKind;
}

const ORGANISATION_WORDS =
  /\b(?:inc|corp|co|ltd|llc|group|bank|university|college|school|party|ministry|department|agency|council|commission|committee|court|union|association|airlines?|airways|motors|foundation|institute|company|club|fc|united|city fc|league|news|times|post|media|pictures|studios|records|entertainment|technologies|systems|labs|hospital|police|army|navy|force|board|bureau|office|organi[sz]ation)\b/i;

/** Judges a name by the company its words keep in the corpus, and by the gazetteer. */
export function nameEvidence(
  view: SentenceView,
  mention: Mention,
  lexicon: Lexicon,
  gazetteer: Gazetteer,
): NameEvidence {
  const words = view.words.slice(mention.from, mention.to);
  const key = words.map((word) => normalizeWord(view.text.slice(word.start, word.end))).join(' ');
  const lastWord = words.at(-1);
  const lastKey = lastWord === undefined ? '' : normalizeWord(view.text.slice(lastWord.start, lastWord.end));
  // "Russian Sochi": the last word is the place.
  const placeKind =
    gazetteer.placeKind(key) ??
    (gazetteer.countryOf(key.split(' ')[0] ?? '') === undefined ? undefined : gazetteer.placeKind(lastKey));
  const profile = lastWord === undefined ? undefined : lexicon.profile(lastWord.term);
  const first = words[0] === undefined ? undefined : lexicon.profile(words[0].term);
  if (profile === undefined || first === undefined) return { person: 0, place: 0, organisation: 0 };
  const text = view.text.slice(mention.start, mention.end);
  const organisation =
    ORGANISATION_WORDS.test(text) || /^\p{Lu}{2,6}$/u.test(text) ? 1 : Math.min(1, 1.5 * first.articled);
  const located = Math.min(1, 3 * profile.located);
  const person =
    placeKind !== undefined || organisation === 1
      ? 0
      : Math.min(
          1,
          4 * profile.personal + (words.length === 2 || words.length === 3 ? 0.4 * profile.follows + 0.2 : 0),
        );
  return {
    person: person * (1 - 0.5 * located),
    place: placeKind !== undefined ? 1 : located * (organisation === 1 ? 0.5 : 1),
    organisation,
    ...(placeKind === undefined ? {} : { placeKind }),
  };
}

/** What a question asks for, as far as a mention can show it. */
export interface Wanted {
  readonly type: AnswerType;
  /** The asked-for noun's term and its plain form, such as "countri" and "country". */
  readonly head?: string;
}

const HEADS_OF_PLACES: readonly (readonly [PlaceKind, RegExp])[] = [
  ['country', /^(?:countri|nation|kingdom|republ)$/],
  ['state', /^state$/],
  ['city', /^(?:citi|town|capit)$/],
  ['continent', /^contin$/],
];

/** How well a mention fits the wanted type, 0 to 1. */
export function answerFit(
  view: SentenceView,
  mention: Mention,
  wanted: Wanted,
  lexicon: Lexicon,
  gazetteer: Gazetteer,
): number {
  const { kind } = mention;
  switch (wanted.type) {
    case 'number':
      return kind === 'number' || (kind === 'duration' && wanted.head === 'old')
        ? numberFit(view, mention, wanted.head)
        : kind === 'percent' || kind === 'duration'
          ? 0.4
          : 0;
    case 'money':
      return kind === 'money' ? 1 : kind === 'number' ? 0.2 : 0;
    case 'percent':
      return kind === 'percent' ? 1 : kind === 'number' ? 0.2 : 0;
    case 'duration':
      return kind === 'duration' ? 1 : kind === 'number' ? 0.2 : 0;
    case 'date':
      return kind === 'date' ? dateFit(view, mention, wanted.head) : kind === 'duration' ? 0.2 : 0;
    case 'title':
      return kind === 'quoted' ? 1 : kind === 'name' ? 0.5 : 0;
    case 'person':
    case 'place':
    case 'organisation':
      return kind === 'name'
        ? namedFit(view, mention, wanted, lexicon, gazetteer)
        : kind === 'quoted'
          ? 0.1
          : 0;
    default:
      return kind === 'name' || kind === 'quoted' ? 0.5 : 0.2;
  }
}

function numberFit(view: SentenceView, mention: Mention, head: string | undefined): number {
  if (/^(?:one|first|second|third|half|a)$/i.test(view.text.slice(mention.start, mention.end))) return 0.3;
  if (head === undefined) return 0.8;
  const following = view.words.slice(mention.to - 1, mention.to + 4);
  return following.some((word) => word.term === head) ? 1 : 0.5;
}

function dateFit(view: SentenceView, mention: Mention, head: string | undefined): number {
  const text = view.text.slice(mention.start, mention.end);
  const year = /(?:1[0-9]|20)\d\d/.test(text);
  if (head === 'year' || head === 'decad') return year ? 1 : 0;
  if (head === 'month') return /^\p{Lu}/u.test(text) && !/day$/i.test(text) ? 1 : 0.2;
  if (head === 'day') return /day$|\d/.test(text) ? 1 : 0.3;
  return year || /\d/.test(text) ? 1 : 0.7;
}

function namedFit(
  view: SentenceView,
  mention: Mention,
  { type, head }: Wanted,
  lexicon: Lexicon,
  gazetteer: Gazetteer,
): number {
  const evidence = nameEvidence(view, mention, lexicon, gazetteer);
  // "Who" may be a country or a company: "sponsored by Russia and Turkey".
  if (type === 'person')
    return Math.max(evidence.person, 0.25 * evidence.place, 0.25 * evidence.organisation);
  if (type === 'organisation')
    return Math.max(evidence.organisation, 0.3 * (1 - evidence.person) * (1 - evidence.place));
  const kind =
    head === undefined ? undefined : HEADS_OF_PLACES.find(([, pattern]) => pattern.test(head))?.[0];
  if (kind === undefined) return evidence.place;
  if (evidence.placeKind !== undefined) return evidence.placeKind === kind ? 1 : 0.05;
  return kind === 'country' || kind === 'state' || kind === 'continent'
    ? 0.1 * evidence.place
    : 0.6 * evidence.place;
}
