import type { Word } from '../../text/terms.ts';
import { normalizeWord } from '../../text/words.ts';
import type { Candidate } from '../candidates/read-candidates.ts';
import type { Attribute } from '../question/read-attribute.ts';
import type { Topic } from '../topic/topic.ts';
import {
  holdsTerm,
  isOtherOffice,
  isPartOfOther,
  isTheirThing,
  surnamesOf,
  tellsWho,
} from './office-holder.ts';
import type { SentenceView } from './sentence-views.ts';

/**
 * How a sentence holds what a question wants of somebody: `held` names both in one phrase ("Russian President …");
 * `theirs` has a pronoun for an owner that stands near, or no place but the owner; `loose` has the relation, and the owner somewhere near; `other` has the relation with another owner; `absent` lacks it.
 */
export type Bond = 'held' | 'theirs' | 'loose' | 'other' | 'absent';

/** Offices by other names; each line stands for one. */
const OFFICES = [
  'ceo executive boss chief head',
  'president',
  'leader president premier chancellor chief head chairman king emir ruler dictator',
  'head chief leader chairman director president',
  'boss chief head ceo manager',
  'ruler president leader king emir sultan dictator',
  'captain captained skipper',
  'commander commands commanded general',
  'premier minister pm',
  'pm minister premier',
  'chairman chair chairwoman chairperson chairs chaired',
  'king monarch',
  'queen monarch',
  'owner owns owned bought acquired acquisition parent takeover',
  'owned own owns owner company firm business bought acquired acquisition',
  'runs led leads leader rule rules ruled ruler governs governed head heads headed chief ceo boss director manager manages managed president chairman owner owns owned',
  'founder founded co-founder cofounded established launched created started',
  'creator created invented founder developed',
  'inventor invented developed patented',
  'author wrote written writer',
  'wife married marry widow spouse husband bride wed couple',
  'husband married marry widower spouse wife wed couple',
  'spouse married wife husband widow',
  'father son daughter dad fathered parents',
  'mother son daughter mom mum parents',
  'parents father mother son daughter',
  'brother sister sibling siblings twin',
  'sister brother sibling siblings twin',
  'son father mother child',
  'daughter father mother child',
  'child son daughter father mother children',
  'successor succeeded replaced succeed successor',
  'predecessor succeeded replaced preceded',
  'adviser advises advised advisor aide',
  'advisor advises advised adviser aide',
  'director directed head chief',
  'coach coached manager',
  'manager coach managed coached',
  'killer killed murdered shot gunman assassin',
  'envoy ambassador representative',
  'ally backer supporter supports allied allies',
  'backer supporter ally supports backs',
  'supporter backer ally supports backs',
  'relative cousin brother sister son daughter father mother uncle aunt nephew niece wife husband',
  'related cousin brother sister son daughter father mother uncle aunt nephew niece wife husband married grandson granddaughter grandfather grandmother half-brother half-sister son-in-law brother-in-law stepson twin relative',
] as const;

/** So many words may stand between a noun and whom it belongs to. */
const REACH = 5;
/** Words that belong to a relation by a pronoun: "Biden and his wife". */
const THEIRS = /^(?:his|her|its|their|whose)$/i;

/** Who is sent somewhere by a government: "envoy to Syria" is not Syria's. */
const SENT: ReadonlySet<string> = new Set(['envoy', 'ambassador', 'emissary', 'diplomat', 'negotiator']);

/** Where a text names what is wanted of somebody, and whether it is the asked-for one's. */
interface Holding {
  /** Whether a term names the relation, in any of its wordings. */
  readonly isNamed: (term: string) => boolean;
  readonly isOwner: (word: Word) => boolean;
  /** The owner's terms with their other spellings. */
  readonly owners: ReadonlySet<string>;
  /** What the phrase around a word that names it says. */
  readonly readAt: (
    view: SentenceView,
    at: number,
  ) => {
    readonly phrase: readonly Word[];
    /** It is somebody's by a pronoun. */
    readonly theirs: boolean;
    readonly isHeld: boolean;
    /** It is no other office of the same owner's, and has all that must stand beside it. */
    readonly isSame: boolean;
  };
}

/** Makes what tells where a sentence names the relation that is asked for. */
export function createHolding(
  { noun, word, owner, isTheirs: isAskedAsTheirs, beside = [] }: Attribute,
  topic: Topic,
  termOf: (word: string) => string,
): Holding {
  const named = new Set([noun]);
  for (const line of OFFICES) {
    const [asked, ...others] = line.split(' ');
    if (asked === word || (asked !== undefined && termOf(asked) === noun))
      for (const other of others) named.add(termOf(other));
  }
  const isSent = isAskedAsTheirs === true && SENT.has(word);
  const owners = spellingsOf(owner, topic);
  if (isSent) for (const seat of seatsOf(owner, topic)) owners.add(seat);
  const isOwner = ({ term, joined }: Word) =>
    owners.has(term) || (joined !== undefined && owners.has(joined));
  // Of a name of several words the last tells whose it is: neither "Syrian" nor "president of Syria" is of Syria TV.
  const whose = owner.length > 1 && word !== 'related' ? spellingsOf(owner.slice(-1), topic) : owners;
  const isWhose = ({ term, joined }: Word) => whose.has(term) || (joined !== undefined && owners.has(joined));
  return {
    isNamed: (term) => named.has(term),
    isOwner,
    owners,
    readAt(view, at) {
      const { words, text } = view;
      const phrase = phraseAround(text, words, at, !isSent);
      const next = words[at + 1];
      const theirs = phrase.some(({ start, end }) => THEIRS.test(text.slice(start, end)));
      const surnames = word === 'related' ? surnamesOf(view, isOwner) : undefined;
      // "To manage Vellmark United"
      const isOfOwner =
        phrase.some(
          (one) =>
            (isWhose(one) && !isPartOfOther(text, words, one, topic)) || surnames?.has(one.term) === true,
        ) ||
        (next !== undefined && isOwner(next));
      return {
        phrase,
        theirs,
        isHeld: isOfOwner || (theirs && isTheirs(text, words, at, isOwner, topic)),
        isSame: beside.every((other) => holdsTerm(view, other, topic)) && !isOtherOffice(view, at, topic),
      };
    },
  };
}

/** Makes the function from a candidate to how it holds what is wanted. */
export function createAttributeBond(
  attribute: Attribute,
  topic: Topic,
  termOf: (word: string) => string,
): (candidate: Candidate) => Bond {
  const { word, owner } = attribute;
  const { isNamed, isOwner, owners, readAt } = createHolding(attribute, topic, termOf);
  const isOwnership = word === 'owner' || word === 'runs';
  // A mill is no bank, whoever owns it.
  const isOwned = word === 'owned';
  return ({ view, context, hit, answers }) => {
    const { words, text } = view;
    let best: Bond = 'absent';
    const here = words.some(isOwner);
    const isOnlyPlace = here && !words.some((other) => isOtherPlace(text, other, topic));
    const around = here || [...owners].some((term) => context.has(term));
    const near = around || ownersNear(owner, topic, hit.masks.near);
    for (const [at, { term }] of words.entries()) {
      if (isOwnership && isTheirThing(view, at, isOwner)) return 'held';
      if (!isNamed(term)) continue;
      const { phrase, theirs, isHeld, isSame } = readAt(view, at);
      // Of two that the question names nobody else has to stand there.
      if (isHeld && isSame && (word === 'related' || tellsWho(view, answers, at, isOwner))) return 'held';
      const isForeigners = phrase.some((other) => other !== words[at] && isForeign(text, other, topic));
      const apart = theirs ? 'theirs' : isForeigners ? 'other' : 'loose';
      const bond = !near ? 'absent' : (isHeld || theirs || isOwned) && !isSame ? 'other' : apart;
      if (RANK[bond] > RANK[best]) best = bond;
    }
    return best === 'loose' && isOnlyPlace ? 'theirs' : best;
  };
}

/** Terms with their other spellings, a country's people too. */
function spellingsOf(given: readonly string[], { terms }: Topic): Set<string> {
  const spellings = new Set(given);
  for (const { term, others, kin } of terms)
    if (spellings.has(term)) for (const other of others) if (!kin.has(other)) spellings.add(other);
  return spellings;
}

const seatsOf = (given: readonly string[], { terms }: Topic): string[] =>
  terms.flatMap(({ term, seats }) => (given.includes(term) ? [...seats] : []));

/** "Ida Fenn and her husband": the nearest name before the pronoun is the owner's. */
function isTheirs(
  text: string,
  words: readonly Word[],
  at: number,
  isOwner: (word: Word) => boolean,
  topic: Topic,
): boolean {
  const before = words.slice(0, at);
  const owner = before.findLastIndex(isOwner);
  return owner >= 0 && !before.slice(owner + 1).some((word) => isForeign(text, word, topic));
}

/** A sentence that says whose it is, if not the asked-for one's, says more than one that does not. */
const RANK: Readonly<Record<Bond, number>> = { held: 4, theirs: 3, other: 2, loose: 1, absent: 0 };

function ownersNear(owner: readonly string[], { terms }: Topic, mask: number): boolean {
  return terms.some(({ term }, bit) => owner.includes(term) && ((mask >>> bit) & 1) === 1);
}

/** The words before a noun that may own it, and those behind a link: "the president of …". */
function phraseAround(text: string, words: readonly Word[], at: number, isLinked: boolean): Word[] {
  const phrase: Word[] = [];
  for (let i = at; i > 0 && at - i < REACH; i--) {
    const [left, right] = [words[i - 1], words[i]];
    if (left === undefined || right === undefined) break;
    if (!/^(?:\s|['’]s? |[.-] ?|\s[-–]\s)$/.test(text.slice(left.end, right.start))) break;
    // "Forces in Syria to support its campaign"
    if (/^(?:and|or|that|said|by|with|from|to)$/.test(text.slice(left.start, left.end))) break;
    phrase.push(left);
  }
  const next = words[at + 1];
  const linked =
    isLinked && next !== undefined && /^(?:of|to|for|in|at)$/.test(text.slice(next.start, next.end));
  if (linked) {
    for (let i = at + 2; i < Math.min(words.length, at + 2 + REACH); i++) {
      const [left, right] = [words[i - 1], words[i]];
      if (left === undefined || right === undefined) break;
      if (i > at + 2 && !/^(?:\s|['’]s? |[.-] ?)$/.test(text.slice(left.end, right.start))) break;
      phrase.push(right);
    }
  }
  return phrase;
}

/** A place, or a people, that the question lacks. */
function isOtherPlace(text: string, { start, end, term }: Word, { all, gazetteer }: Topic): boolean {
  const word = normalizeWord(text.slice(start, end));
  return (
    !all.has(term) && (gazetteer.placeKind(word) !== undefined || gazetteer.countryOf(word) !== undefined)
  );
}

/** A name that the question lacks, as an owner would be. */
function isForeign(text: string, { start, end, term, stop }: Word, { all }: Topic): boolean {
  return !stop && !all.has(term) && start > 0 && /^\p{Lu}/u.test(text.slice(start, end));
}
