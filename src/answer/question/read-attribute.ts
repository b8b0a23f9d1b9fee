import type { TermReader, Word } from '../../text/terms.ts';
import { opensWithCapital } from '../../text/words.ts';
import { nounClass } from './answer-types.ts';

/** What a question wants of somebody or something: "Putin's wife", "the mayor of Idlib", "the Russian president". */
export interface Attribute {
  /** The noun that names it, as a term. */
  readonly noun: string;
  /** As it was typed, in lower case and singular as far as its class knows it. */
  readonly word: string;
  /** The terms of whom or what it belongs to, without stop words. */
  readonly owner: readonly string[];
  /** It was asked for as the owner's ("Washington's envoy"), not by a link that may tell where it goes ("envoy to …"). */
  readonly isTheirs?: true;
  /** Terms that must stand in the sentence too: whom the owner is related to, "un" of "the UN envoy to X", a year. */
  readonly beside?: readonly string[];
}

const OPENING =
  /^(?:(?:who|what|which)(?:\s+(?:is|are|was|were)|['’]s|s)\s+)?(?:the\s+|an?\s+)?(?:(?:name|names) of\s+)?(?:the\s+)?/i;
/** "Who met the mayor of Idlib" asks for whom he met, "who was elected president" for what was done. */
const ASKS_WHAT_HAPPENS =
  /^(?:how|(?:who|what|which) (?!(?:is|are|was|were)\b)\p{L}{1,30} (?:the|an?|his|her|their)\b|who (?!(?:is|are|was|were)\b)|who (?:is|are|was|were) (?:\p{L}{1,20}ly )?(?:\p{L}{2,20}ed|chosen|made|sworn|voted) )/iu;
/** "Which cousin of Quill posted the letters" asks which one did so, not who they are. */
const DID_SOMETHING = /^(?:which|what) \p{L}{3,20} (?:of|to|for|in|at) (?:the )?(?:\S{1,30} ){2}\S/iu;
const LINKS = /^(?:of|to|for|in|at)$/;
/** Where an owner ends: what follows tells when or where, not whose. */
const ENDS_OWNER =
  /^(?:in|on|at|during|when|who|that|which|since|until|before|after|from|called|named|and|is|was|are|were)$/;
const NOTHING_OF_ITS_OWN =
  /^(?:name|names|current|former|new|kind|type|sort|part|one|meaning|difference|role|point)$/;
const MOST_WORDS = 9;
const MOST_OWNED = 4;

/**
 * Reads a question that wants somebody of somebody: a person's relation or an office, and whose it is. Only nouns that
 * stand for persons are read so; "the capital of France" may be told in many other words.
 * @param clause the sentence that asks
 */
export function readAttribute(clause: string, reader: TermReader): Attribute | undefined {
  const related = readRelated(clause, reader);
  if (related !== undefined) return related;
  const owned = readOwned(clause, reader);
  if (owned !== undefined) return owned;
  // "The king before Abel" is not Abel.
  if (ASKS_WHAT_HAPPENS.test(clause) || DID_SOMETHING.test(clause) || /\b(?:before|after)\b/i.test(clause))
    return undefined;
  const bare = clause.slice(OPENING.exec(clause)?.[0].length ?? 0).replace(/[\s?!.]{1,20}$/, '');
  const words = reader.read(bare);
  if (words.length < 2 || words.length > MOST_WORDS) return undefined;
  const raws = words.map(({ start, end }) => bare.slice(start, end));
  const read = ofOwner(words, raws, reader) ?? possessive(words, raws, reader);
  // "Who are the harbour guarantors" wants to know what they are.
  return read ?? (/^(?:who|what) (?:are|were)\b/i.test(clause) ? undefined : beforeNoun(bare, words, raws));
}

/** "Does the mayor have a wife", "has Vane got any children": whether there is somebody of theirs. */
export function readHad(clause: string, reader: TermReader): Attribute | undefined {
  const [, owner = '', noun] =
    /^(?:do|does|did|has|have|had) (.{2,40}?) (?:have|got) (?:an?\b|any\b|some\b)? ?(\p{L}{3,20})[\s?!.]{0,20}$/iu.exec(
      clause,
    ) ?? [];
  const read = make(noun, telling(reader.read(owner)), reader);
  return read && { ...read, isTheirs: true };
}

/** "How is X related to Y": a relation of one of them that stands beside the other. */
function readRelated(clause: string, reader: TermReader): Attribute | undefined {
  const [, one = '', other = ''] =
    /^(?:how|in what way) (?:is|are|was|were) (.{2,60}?) related to (.{2,60}?)[\s?!.]{0,20}$/i.exec(clause) ??
    [];
  const [owner, beside] = [one, other].map((name) => telling(reader.read(name)));
  if (owner === undefined || beside === undefined || owner.length === 0 || beside.length === 0)
    return undefined;
  return {
    noun: reader.term('related'),
    word: 'related',
    owner: [...owner, ...beside],
    beside: [...owner.slice(-1), ...beside.slice(-1)],
  };
}

/** Anything that is somebody's may stand for it; of a bank the sentence has to say that it is one. */
const ANY_FIRM = /^(?:compan(?:y|ies)|firms?|business(?:es)?|corporations?|things?|assets?)$/i;

/** "What does X own", "which company does X own": what is told to be theirs. */
function readOwned(clause: string, reader: TermReader): Attribute | undefined {
  const [, kind = '', run, had] =
    /^(?:(?:what|which)(?: (\p{L}{3,20}))? (?:do|does|did) (.{2,60}?) (?:own|possess|run|head|manage|operate)|(?:what|which) (?:company|companies|firm|firms|business|businesses) (?:do|does|did) (.{2,60}?) have)[\s?!.]{0,20}$/iu.exec(
      clause,
    ) ?? [];
  const owner = telling(reader.read(run ?? had ?? ''));
  const beside = kind === '' || ANY_FIRM.test(kind) ? [] : [reader.term(kind)];
  if (owner.length > 0)
    return { noun: reader.term('owned'), word: 'owned', owner, ...(beside.length === 0 ? {} : { beside }) };
  const [, headed = ''] =
    /^who(?:['’]?s| is| was) (?:the )?head of (?:the )?(.{2,60}?)[\s?!.]{0,20}$/i.exec(clause) ?? [];
  const body = telling(reader.read(headed));
  if (body.length > 0) return { noun: reader.term('head'), word: 'head', owner: body };
  const [, headedBy = ''] =
    /^who (?:runs|manages|heads) (?!for\b|against\b|in\b|on\b|at\b|out\b|into\b)(?:the )?(.{2,40}?)[\s?!.]{0,20}$/i.exec(
      clause,
    ) ?? [];
  // "Who leads the soldiers in X" may want a deed of one day; of a name alone it wants whoever is at its head.
  const [, ruled = ''] =
    /^who (?:leads|rules|governs) (?:the )?((?:[\p{L}\d’'-]{1,30} ){0,2}[\p{L}\d’'-]{1,30})[\s?!.]{0,20}$/iu.exec(
      clause,
    ) ?? [];
  const isNameAlone = !/\b(?:in|of|on|at|to|for|from|into|against)\b/i.test(ruled);
  const led = telling(reader.read(isNameAlone ? headedBy || ruled : ''));
  if (led.length > 0 && led.length <= MOST_OWNED)
    return { noun: reader.term('runs'), word: 'runs', owner: led };
  const [, thing, whose] =
    /^(?:who (?:owns|owned) |who(?:se| is the) (?:company|firm|business|owner) (?:is|of|was) )(?:the )?(.{2,40}?)[\s?!.]{0,20}$/iu.exec(
      clause,
    ) ?? [];
  const owned = telling(reader.read(thing ?? whose ?? ''));
  return owned.length === 0 || owned.length > MOST_OWNED
    ? undefined
    : { noun: reader.term('owner'), word: 'owner', owner: owned };
}

/** "President of Russia", "special envoy to Syria". */
function ofOwner(words: readonly Word[], raws: readonly string[], reader: TermReader): Attribute | undefined {
  const link = raws.findIndex((raw, i) => i > 0 && LINKS.test(raw.toLowerCase()));
  if (link < 1 || link > 4) return undefined;
  if (raws.slice(0, link).some((raw) => /['’]s$/.test(raw))) return undefined;
  const behind = link + 1;
  const owner = ownerFrom(words.slice(behind), raws.slice(behind));
  const qualified = qualifiers(words.slice(0, link - 1), raws.slice(0, link - 1));
  return make(raws[link - 1], owner, reader, [
    ...qualified,
    ...figures(words.slice(behind), raws.slice(behind)),
  ]);
}

/** "Putin's wife", "the us envoy's name". */
function possessive(
  words: readonly Word[],
  raws: readonly string[],
  reader: TermReader,
): Attribute | undefined {
  const at = raws.findLastIndex((raw, i) => /['’]s?$/.test(raw) && i < raws.length - 1);
  if (at < 0) return undefined;
  const behind = raws.slice(at + 1);
  const stop = behind.findIndex((raw) => ENDS_OWNER.test(raw.toLowerCase()) || LINKS.test(raw.toLowerCase()));
  const nounAt = (stop < 0 ? behind.length : stop) - 1;
  const noun = behind[nounAt];
  if (noun !== undefined && NOTHING_OF_ITS_OWN.test(noun.toLowerCase())) {
    // "The envoy's name" asks for the envoy.
    const bare = raws.slice(0, at + 1).map((raw) => raw.replace(/['’]s?$/, ''));
    return make(bare.at(-1), telling(words.slice(0, at)), reader);
  }
  const qualified = qualifiers(words.slice(at + 1, at + 1 + nounAt), behind);
  const read = make(noun, telling(words.slice(0, at + 1)), reader, [...qualified, ...figures(words, raws)]);
  return read && { ...read, isTheirs: true };
}

/** Words that only say how much or how long somebody is somebody's. */
const DEGREE =
  /^(?:current|former|present|new|old|late|latest|main|major|biggest|largest|greatest|strongest|closest|best|top|key|leading|chief|principal|primary|important|most|real|actual|own|special|so-called)$/i;

/** "UN" of "the UN envoy", "foreign" of "the foreign minister": what makes another one of somebody. */
const qualifiers = (words: readonly Word[], raws: readonly string[]): string[] =>
  words.flatMap(({ term, stop }, i) =>
    (stop && !/^\p{Lu}+$/u.test(raws[i] ?? '')) ||
    DEGREE.test(raws[i] ?? '') ||
    NOTHING_OF_ITS_OWN.test(raws[i] ?? '')
      ? []
      : [term],
  );

/** The years and other figures that a question names. */
const figures = (words: readonly Word[], raws: readonly string[]): string[] =>
  words.flatMap(({ term }, i) => (/^\d/.test(raws[i] ?? '') ? [term] : []));

/** "The Russian president", "syria president"; a name that is all written with capitals is one name. */
function beforeNoun(bare: string, words: readonly Word[], raws: readonly string[]): Attribute | undefined {
  const last = words.at(-1);
  if (last === undefined || words.length > 4) return undefined;
  const isName = words.length > 1 && words.every(({ start }) => opensWithCapital(bare, start));
  const [noun] = raws.slice(-1);
  return isName || noun === undefined ? undefined : makeOf(noun, last.term, telling(words.slice(0, -1)));
}

function ownerFrom(words: readonly Word[], raws: readonly string[]): string[] {
  const stop = raws.findIndex((raw, i) => i > 0 && ENDS_OWNER.test(raw.toLowerCase()));
  return telling(words.slice(0, stop < 0 ? words.length : stop));
}

const telling = (words: readonly Word[]): string[] =>
  words.filter(({ stop }) => !stop).map(({ term, joined }) => joined ?? term);

function make(
  noun: string | undefined,
  owner: readonly string[],
  reader: TermReader,
  beside: readonly string[] = [],
): Attribute | undefined {
  return noun === undefined ? undefined : makeOf(noun, reader.term(noun), owner, beside);
}

function makeOf(
  noun: string,
  term: string,
  owner: readonly string[],
  beside: readonly string[] = [],
): Attribute | undefined {
  const word = noun.toLowerCase();
  if (owner.length === 0 || owner.includes(term) || nounClass(word) !== 'person') return undefined;
  return NOTHING_OF_ITS_OWN.test(word) || TOO_GENERAL.test(word)
    ? undefined
    : { noun: term, word, owner, ...(beside.length === 0 ? {} : { beside }) };
}

/** Persons that a text need not call so. */
const TOO_GENERAL =
  /^(?:person|people|man|men|woman|women|boy|girl|member|members|individual|figures?|personality|model|guest|hero|icon|legend|winner|winners|loser|suspect|victim|survivor|witness|character|characters|star|artist|writer|writers|speaker|player|players|host)s?$/;
