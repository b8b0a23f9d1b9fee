import type { PlaceKind } from '../../text/gazetteer.ts';
import type { AnswerType } from '../question/answer-types.ts';
import type { Mention } from './find-mentions.ts';
import { type NameKnowledge, nameEvidence } from './name-evidence.ts';
import { dateFit, numberFit } from './quantity-fit.ts';
import type { SentenceView } from './sentence-views.ts';

const ASKS_FOR_NAME: ReadonlySet<AnswerType> = new Set(['person', 'place', 'organisation', 'title', 'thing']);

/** "How many days": a term. */
const UNIT_OF_TIME = /^(?:second|minut|hour|day|night|week|month|year|decad|centuri)$/;
/** "Two days" where employees are counted. */
const OTHER_QUANTITY = 0.15;

/** What a question asks for, as far as a mention can show it. */
export interface Wanted {
  readonly type: AnswerType;
  /** The asked-for noun, as a term. */
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
  knowledge: NameKnowledge,
): number {
  const { kind } = mention;
  const fit = fitOfKind(view, mention, wanted, knowledge);
  if (kind !== 'name' || !ASKS_FOR_NAME.has(wanted.type)) return fit;
  if (holdsHead(view, mention, wanted)) return 1;
  return wanted.type !== 'thing' && isBesideHead(view, mention, wanted.head)
    ? Math.max(fit, BESIDE_HEAD)
    : fit;
}

function fitOfKind(view: SentenceView, mention: Mention, wanted: Wanted, knowledge: NameKnowledge): number {
  const { kind } = mention;
  switch (wanted.type) {
    case 'number':
      return kind === 'number' || (kind === 'duration' && /^(?:old|age)$/.test(wanted.head ?? ''))
        ? numberFit(view, mention, wanted.head)
        : kind === 'duration' && UNIT_OF_TIME.test(wanted.head ?? '')
          ? 1
          : kind === 'percent' && isShareOf(view, mention, wanted.head)
            ? 0.4
            : kind === 'percent' || kind === 'duration'
              ? OTHER_QUANTITY
              : 0;
    case 'money':
      return kind === 'money' ? 1 : kind === 'number' ? 0.2 : 0;
    case 'percent':
      return kind === 'percent' ? 1 : kind === 'number' ? 0.2 : 0;
    case 'duration':
      return kind === 'duration' ? (isInterval(view, mention) ? 0.2 : 1) : kind === 'number' ? 0.2 : 0;
    case 'date':
      return kind === 'date' ? dateFit(view, mention, wanted.head) : kind === 'duration' ? 0.2 : 0;
    case 'title':
      return kind === 'quoted' ? 1 : kind === 'name' ? 0.5 : 0;
    case 'person':
    case 'place':
    case 'organisation':
      return kind === 'name' ? namedFit(view, mention, wanted, knowledge) : kind === 'quoted' ? 0.1 : 0;
    default:
      return kind === 'name' || kind === 'quoted' ? 0.5 : 0.2;
  }
}

/** "Two days after his call" tells when, not how long. */
const isInterval = ({ text }: SentenceView, { end }: Mention): boolean =>
  /^ (?:after|before|earlier|later|ago)\b/i.test(text.slice(end, end + 10));

/** "90% of the Syrian people" where Syrians are counted. */
function isShareOf({ words }: SentenceView, { to }: Mention, head: string | undefined): boolean {
  return words.slice(to, to + 6).some(({ term }) => term === head);
}

/** The kind of place that the gazetteer tells apart, when one is asked for. */
function askedPlaceKind(head: string | undefined): PlaceKind | undefined {
  return head === undefined ? undefined : HEADS_OF_PLACES.find(([, pattern]) => pattern.test(head))?.[0];
}

/** "Yosemite National Park" when a park is asked for, "Hurricane Ian" when a hurricane is. */
function holdsHead(view: SentenceView, { from, to }: Mention, { type, head }: Wanted): boolean {
  // The gazetteer knows better: neither "United States" nor "State Department" is a state.
  if (head === undefined || to - from < 2 || askedPlaceKind(head) !== undefined) return false;
  if (view.words[to - 1]?.term === head) return true;
  return (type === 'person' || type === 'thing') && view.words[from]?.term === head;
}

/** How well "singer Bob Dylan", "the island of Kyushu", "a storm named Ada", "the Vellmark region" fit their nouns. */
const BESIDE_HEAD = 0.9;

function isBesideHead(
  { text, words }: SentenceView,
  { from, to }: Mention,
  head: string | undefined,
): boolean {
  if (head === undefined) return false;
  const [first, second, last, next] = [words[from - 2], words[from - 1], words[to - 1], words[to]];
  const start = words[from]?.start ?? 0;
  if (second?.term === head && text.slice(second.end, start).trim() === '') return true;
  const link = second === undefined ? '' : text.slice(second.start, start);
  if (first?.term === head && /^(?:of|named|called|dubbed) ["“‘']?$/.test(link)) return true;
  return next?.term === head && text.slice(last?.end ?? 0, next.start) === ' ';
}

function namedFit(
  view: SentenceView,
  mention: Mention,
  { type, head }: Wanted,
  knowledge: NameKnowledge,
): number {
  const evidence = nameEvidence(view, mention, knowledge);
  // "Who" may be a country or a company: "sponsored by Russia and Turkey".
  if (type === 'person')
    return Math.max(evidence.person, 0.25 * evidence.place, 0.25 * evidence.organisation);
  if (type === 'organisation')
    return Math.max(evidence.organisation, 0.3 * (1 - evidence.person) * (1 - evidence.place));
  const kind = askedPlaceKind(head);
  if (kind === undefined) return evidence.place;
  if (evidence.placeKind !== undefined) return evidence.placeKind === kind ? 1 : 0.05;
  return kind === 'country' || kind === 'state' || kind === 'continent'
    ? 0.1 * evidence.place
    : 0.6 * evidence.place;
}
