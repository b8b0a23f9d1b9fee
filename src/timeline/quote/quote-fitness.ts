import { isCaption } from './caption.ts';
import type { Place } from './citation.ts';
import { firstVerb } from './verbs.ts';

/** Numbers that can be tuned: what each fault leaves of a sentence's worth as the quote for one of its dates. */
export const FITNESS_DEFAULTS = {
  caption: 0.03,
  question: 0.1,
  /** "4.15pm: …", "At 16:12 Quill wrote": a live blog's or a commenter's stamp. */
  stamp: 0.1,
  /** A line of headlines, a menu, a table of results. */
  headlines: 0.1,
  /** "The ambassador is here tonight": somebody speaks, whose words were not marked as such. */
  spoken: 0.1,
  noVerb: 0.3,
  noEnd: 0.6,
  /** The date stands in a clause that only reminds: "since the invasion in February", "who resigned in 2019". */
  aside: 0.5,
  /** "the 2018 World Cup", "the 24 February invasion": the date is part of a name. */
  named: 0.25,
  /** Opens with a word that points to what was said before. */
  pointing: 0.55,
  /** Opens with a quotation. */
  quotation: 0.5,
  /** Somebody's own words: "I", "we". */
  firstPerson: 0.5,
  /** Told to the reader: "your child may". */
  secondPerson: 0.3,
  /** "made well before the June 27 debate", "as of July 9", "had a quiet Thursday": not what happened on that day. */
  beside: 0.4,
  /** The date is that of a paper: "according to a 3 May statement". */
  document: 0.4,
  /** Any but the first date of the sentence. */
  laterDate: 0.6,
  long: 0.5,
  veryLong: 0.4,
  short: 0.5,
  /** Told as still to come. */
  planned: 0.3,
  /** "Tuesday could well boost him": nobody knows yet. */
  guessed: 0.4,
  /** The date is that of somebody's saying it: "he said on Monday". */
  said: 0.8,
} as const;

/** Words from which a sentence is long, very long, or short. */
const LENGTH = { long: 38, veryLong: 60, short: 5 } as const;

const SUBORDINATE =
  /(?:^|[\s,;:(–—-])(since|after|before|when|while|until|till|who|whom|which|whose|where|following|despite|amid|because|although|though|if|unlike|compared|ahead of|as of|than)\s/giu;
const STOPS_CLAUSE = /[,;:()–—]|\s-\s/gu;
const POINTING =
  /^\W*(?:(?:And|But|So|Yet|Or|Then|Also|Instead|However|Meanwhile|Still|Nor)\b,? ?)?(?:He|She|It|They|His|Her|Its|Their|This|That|These|Those|There|Here|Both|Such|Later|Earlier|Afterwards?)\b|^\W*(?:And|But|So|Yet|Or|Nor|Then|However|Instead|Meanwhile)\b|^[a-z]/u;
/** A pronoun, "as a result", "a day later": fully understood only with what stood before. */
const PRONOUN =
  /(?:^|[\s“"(])(?:he|she|it|they|his|her|its|their|them|him|this|these|those|that day|as a result|(?:a|one|two|three|the) (?:few )?(?:days?|weeks?|months?|years?) (?:later|earlier|before|after)|for (?:his|her) part|also|the (?:two|three|four|pair|former|latter))\b/iu;
const NAME =
  /(?<=[\p{L}\p{N},;:”"'’)] ["“(]?)(?!Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{Lu}\p{L}+/u;
const TO_COME =
  /\b(?:will|would|shall|(?:plan(?:ned|ning)?|hope|expect|intend|aim|prepare|vow)(?:s|d|ed)? to|expect(?:s|ed)? (?:\p{L}{1,20} ){1,3}to|(?:is|are|was|were) (?:set|due|scheduled|slated|expected|planned|likely|supposed|poised|going) (?:to|for)|\b(?:due|expected|scheduled) (?:later|on|today|tomorrow|in)|(?:is|are) to|upcoming)\b/iu;
/** Right behind the date: "on Monday will start". */
const COMES_NEXT = /^,? (?:will|would|is (?:set|due|expected|scheduled) to)\b/iu;
/** Right before it: "scheduled for an Aug. 18 launch". */
const MEANT_FOR =
  /\b(?:scheduled|planned|slated|due|intended|set) (?:for|on|to \p{Ll}{1,16})(?: (?:an?|the|on|for))?\s?$/iu;
const BESIDE =
  /\b(?:before|ahead of|as of|unlike) (?:the |his |her |their |its |last )?$|\bhad an? (?:[\p{Ll}-]{2,14} )?$/iu;
/** "has not issued an update since Aug. 2": of that day nothing is told. */
const NOT_SINCE = /(?:\b(?:not|never|no|none|nobody)\b|n[’']t\b)[^.;]{0,80}\bsince (?:the |late |early )?$/iu;
const GUESS = /\b(?:could|may|might)(?! (?:not|have)\b)\b/u;
const STRETCH = /\b(?:week|weekend|month|year|spring|summer|autumn|fall|winter)$/iu;
/** Right behind the date. */
const GUESS_NEXT = /^,? (?:could|may|might)(?! (?:not|have)\b)\b/u;
const SAYING =
  /\b(?:said|says|told|tweeted|wrote|added|argued|claimed|insisted|urged|warned|acknowledged|asked)\b[^,;]{0,24}$/iu;
const SAID_NEXT = /^,? (?:(?:he|she|they) )?(?:said|told|tweeted|wrote|that)\b/iu;
const FIRST_PERSON = /(?:^|[\s“"‘'])(?:I|I’m|I'm|we|We|my|My|our|Our)\b(?!\.)/u;
const QUESTION = /\?["”’)]*\s*$|\b(?:which of the following|true or false)\b|^\W*(?:quiz|question \d|q:)/iu;
const STAMP =
  /^\W{0,3}(?:at |updated:? |posted )?\d{1,2}[:.]\d\d(?!\d) ?(?:[ap]\.?m\.?|GMT|BST|ET|EST|EDT|CET)?(?:[ ,:–-]|$)|^\W{0,3}\d{1,2} ?[ap]\.?m\.?(?: (?:GMT|BST|ET|EST|EDT))? ?[:–-]/iu;
/** The end of somebody's words that began in a sentence before. */
const CLOSES_QUOTATION = /^[^"“”]*["”]\s?\.?\s*$|^[^“”]*”[^“]*$/u;
const SECOND_PERSON = /(?:^|[\s“"‘'])(?:you|your|yours)\b/iu;
/** Right behind the date of what somebody wrote or said. */
const DOCUMENT =
  /^(?:[’']s)? (?:press )?(?:statement|report|poll|survey|memo|letter|e-?mail|interview|filing|article|post|tweet|briefing|podcast|episode|newsletter|column|op-ed|story|note|blog)\b/iu;
/** So much behind the date is looked at for the word that names it. */
const NEXT_WORDS = 24;
const SPOKEN_DAY = /^(?:today|tonight|this (?:morning|afternoon|evening))$/i;
const SPOKEN_BEFORE =
  /(?:\b(?:is|are|am)|[’'](?:s|re|m))(?: (?!said\b|expected\b|due\b|set\b)\p{L}{1,14}){0,3},? $/iu;
const MARKS = /^,? (?:\p{Ll}{4,12} )?marks\b/u;
const SPOKEN_AFTER = /^,? (?:is|are|marks|we|I)\b/iu;
const LIST_MARKS = /[|•·►▪]|\s\/\s|(?:^|\s)(?:\d{1,2}-\d{1,2},? ){2}/u;
const END = /[.!…]["”’)\]]*\s*$/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}’'.-]*/gu;
/** A noun right behind a year makes the year a part of a name: "the 2018 World Cup", "the 2020 election". */
const NAMED =
  /^\s(?:\p{Lu}\p{L}|\p{Ll}{0,12}\s?(?:election|campaign|season|cup|championships?|games|olympics|edition|film|movie|novel|book|album|song|model|report|study|survey|census|poll|race|cycle|budget|class|draft|olympian|playoffs?|tournament|contest|version)\b)/u;

/**
 * How good a sentence is as the quote for one of its dates, 0 to 1: does it tell what happened then, in its main
 * clause, and can it be understood alone?
 *
 * @param date where that date stands in the sentence
 * @param traits whether it is the sentence's first date, whether it is no more than a year, whether it is to come
 */
export function quoteFitness(
  sentence: string,
  date: Place,
  traits: { readonly first: boolean; readonly coarse: boolean; readonly planned: boolean },
): number {
  const rates = FITNESS_DEFAULTS;
  if (isCaption(sentence, date)) return rates.caption;
  if (QUESTION.test(sentence)) return rates.question;
  if (STAMP.test(sentence)) return rates.stamp;
  if (isSpoken(sentence, date)) return rates.spoken;
  const words = sentence.match(WORD) ?? [];
  const ends = END.test(sentence);
  if (LIST_MARKS.test(sentence) || (!ends && capitals(words) > words.length * 0.65)) return rates.headlines;
  let fitness = 1;
  if (firstVerb(sentence) === 'none') fitness *= rates.noVerb;
  if (!ends) fitness *= rates.noEnd;
  if (isAside(sentence, date)) fitness *= rates.aside;
  if (traits.coarse && NAMED.test(sentence.slice(date.end, date.end + 40))) fitness *= rates.named;
  if (isPointing(sentence)) fitness *= rates.pointing;
  if (/^["“]/.test(sentence) || closesQuotation(sentence)) fitness *= rates.quotation;
  if (SECOND_PERSON.test(sentence)) fitness *= rates.secondPerson;
  if (DOCUMENT.test(sentence.slice(date.end, date.end + NEXT_WORDS))) fitness *= rates.document;
  if (FIRST_PERSON.test(sentence)) fitness *= rates.firstPerson;
  if (!traits.first) fitness *= rates.laterDate;
  if (traits.planned || isToCome(sentence, date)) fitness *= rates.planned;
  if (isAttached(sentence, date)) fitness *= rates.aside;
  if (NOT_SINCE.test(sentence.slice(0, date.start))) fitness *= rates.beside;
  if (BESIDE.test(sentence.slice(Math.max(0, date.start - NEXT_WORDS), date.start))) fitness *= rates.beside;
  if (isGuessed(sentence, date)) fitness *= rates.guessed;
  if (isSaying(sentence, date)) fitness *= rates.said;
  if (words.length > LENGTH.veryLong) fitness *= rates.veryLong;
  else if (words.length > LENGTH.long) fitness *= rates.long;
  else if (words.length < LENGTH.short) fitness *= rates.short;
  return fitness;
}

function capitals(words: readonly string[]): number {
  return words.filter((word) => /^[\p{Lu}\p{N}]/u.test(word)).length;
}

/** Most sentences have no quotation mark, and are not read for its place. */
function closesQuotation(sentence: string): boolean {
  return /["”]/.test(sentence) && CLOSES_QUOTATION.test(sentence);
}

/** Is it said in the present of the day itself: "is here tonight", "Today is a great day"? */
function isSpoken(sentence: string, date: Place): boolean {
  if (!SPOKEN_DAY.test(sentence.slice(date.start, date.end))) return false;
  return (
    SPOKEN_BEFORE.test(sentence.slice(Math.max(0, date.start - NEXT_WORDS * 2), date.start)) ||
    (date.start < CLOSE && SPOKEN_AFTER.test(sentence.slice(date.end))) ||
    MARKS.test(sentence.slice(date.end))
  );
}

/** Does the sentence begin with what only the sentence before explains, ahead of any name? */
function isPointing(sentence: string): boolean {
  if (POINTING.test(sentence)) return true;
  const pronoun = sentence.search(PRONOUN);
  if (pronoun < 0 || pronoun > POINTING_WITHIN) return false;
  const name = sentence.search(NAME);
  return name < 0 || name > pronoun;
}

/** Does the clause of the date speak of what is still to come? */
function isToCome(sentence: string, date: Place): boolean {
  const left = sentence.slice(Math.max(0, date.start - CLAUSE), date.start);
  const right = sentence.slice(date.end, date.end + CLAUSE);
  if (COMES_NEXT.test(right) || MEANT_FOR.test(left)) return true;
  return TO_COME.test(left.slice(left.lastIndexOf(', ') + 1)) || (date.start < CLOSE && TO_COME.test(right));
}

/** "Russia's invasion last month compounded the problem": the date only says which invasion. */
function isAttached(sentence: string, date: Place): boolean {
  if (!STRETCH.test(sentence.slice(date.start, date.end))) return false;
  const left = sentence.slice(0, date.start);
  return (left.match(WORD)?.length ?? 0) > 1 && firstVerb(left) === 'none' && !/[,:–—]\s*$/u.test(left);
}

/** Does the clause of the date only guess? */
function isGuessed(sentence: string, date: Place): boolean {
  const left = sentence.slice(Math.max(0, date.start - CLAUSE), date.start);
  const clause = left.slice(left.lastIndexOf(', ') + 1);
  return GUESS.test(clause) || GUESS_NEXT.test(sentence.slice(date.end, date.end + NEXT_WORDS));
}

/** Is it only said on that day? */
function isSaying(sentence: string, date: Place): boolean {
  return (
    SAYING.test(sentence.slice(Math.max(0, date.start - CLAUSE), date.start)) ||
    SAID_NEXT.test(sentence.slice(date.end))
  );
}

/** Stands the date in a clause that a conjunction or relative pronoun opens? */
function isAside(sentence: string, date: Place): boolean {
  let opener = -1;
  for (const match of sentence.slice(0, date.start).matchAll(SUBORDINATE)) opener = match.index + 1;
  if (opener < 0) return false;
  for (const match of sentence.slice(opener, date.start).matchAll(STOPS_CLAUSE)) {
    // "who, on Monday, resigned": a comma right behind the opener closes nothing.
    if (match.index > CLOSE) return false;
  }
  return true;
}

/** So much before and behind the date is read for the verb of its clause; a pronoun matters in the first part only. */
const CLAUSE = 140;
const POINTING_WITHIN = 60;

/** A mark so near behind an opener belongs to it. */
const CLOSE = 12;
