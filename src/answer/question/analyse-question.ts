import type { TermReader, Word } from '../../text/terms.ts';
import { trimEndOf } from '../../text/trim-ends.ts';
import type { Language, TaggedWord } from '../../text/wink.ts';
import { type AnswerType, extremeClass, nounClass } from './answer-types.ts';
import { definedName, namesOf } from './asked-names.ts';
import { headNoun, topicNoun } from './head-noun.ts';
import { mainVerb } from './main-verb.ts';
import { type Attribute, readAttribute, readHad } from './read-attribute.ts';
import { recencyOf } from './recency.ts';
import { rewordQuestion } from './reword-question.ts';

/** The words that open a question; `none` for statements and bare topics. */
export type QuestionWord = 'who' | 'what' | 'which' | 'when' | 'where' | 'why' | 'how' | 'yes-no' | 'none';

/** A question, taken apart once. */
export interface Question {
  readonly text: string;
  readonly words: readonly Word[];
  /** The words that carry the topic: without stop words, unless nothing else is left. */
  readonly content: readonly Word[];
  readonly asks: QuestionWord;
  readonly type: AnswerType;
  /** The noun that names the asked-for thing ("country" in "which country", "people" in "how many people"), as a term. */
  readonly head?: string;
  /** Several things are asked for: "which countries", "who are". */
  readonly plural: boolean;
  /** The terms of the sentence that asks; the others lead up to it. */
  readonly clause: ReadonlySet<string>;
  /** Runs of capitalised words, each as its terms. */
  readonly names: readonly (readonly string[])[];
  /** "who is X", "what is X": the terms of X. */
  readonly defines?: readonly string[];
  /** "Who is Putin's wife", "the mayor of Idlib": somebody of somebody. */
  readonly attribute?: Attribute;
  /** How many days back it reaches when it counts from the day it is asked on: 7 for "this week". */
  readonly recency?: number;
  /** What happens, as a term; `asksSubject` when the asked-for thing does it. */
  readonly verb?: { readonly term: string; readonly asksSubject: boolean };
}

interface Analyser {
  readonly language: Language;
  readonly reader: TermReader;
}

const WH = new Set([
  'who',
  'whom',
  'whose',
  'whos',
  'what',
  'whats',
  'which',
  'when',
  'where',
  'wheres',
  'why',
  'how',
]);
const AUXILIARIES =
  /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)\b/i;

/** Takes a question apart: its words, what kind of thing it asks for, the names in it. */
export function analyseQuestion(given: string, { language, reader }: Analyser): Question {
  const text = withCountries(rewordQuestion(given, language.knows));
  const words = reader.read(text);
  const informative = words.filter((word) => !word.stop);
  const clause = askingClause(text);
  const tagged = language.tag(clause.slice(0, 1000));
  const { asks, at } = questionWord(tagged, clause);
  const headWord =
    at === undefined ? bareTopic(asks, tagged) : ASKED_BY_NOUN.has(asks) ? headNoun(tagged, at) : undefined;
  // "How old", "how tall": what is measured.
  const head = headWord ?? (asks === 'how' ? MEASURED.exec(clause)?.[1] : undefined);
  const readWhose = ASKED_AS_ATTRIBUTE.has(asks) ? readAttribute : asks === 'yes-no' ? readHad : undefined;
  const attribute = readWhose?.(clause, reader);
  const defines = attribute === undefined ? definedName(clause, reader) : undefined;
  const type = answerType(asks, tagged, at, headWord, clause, defines !== undefined);
  const topical = informative.filter((word) => !asksOnly(text.slice(word.start, word.end), type, text));
  const recency = recencyOf(text);
  const verb = mainVerb(tagged, at ?? 0);
  const content = [topical, informative, words].find((list) => list.length > 0) ?? [];
  return {
    text,
    words,
    content,
    asks,
    type,
    ...(head === undefined ? {} : { head: reader.term(head) }),
    plural:
      headWord === undefined ? /^(?:who|what|which) (?:are|were)\b/i.test(clause) : /[^s]s$/i.test(headWord),
    clause: new Set(reader.read(clause).map((word) => word.term)),
    names: namesOf(text, words),
    ...(defines === undefined ? {} : { defines }),
    ...(attribute === undefined ? {} : { attribute }),
    ...(recency === undefined ? {} : { recency }),
    ...(verb === undefined ? {} : { verb: { term: reader.term(verb.value), asksSubject: verb.asksSubject } }),
  };
}

/** "Population of Osterby", "harbour bridge length": without a question word, the noun says what is asked for. */
function bareTopic(asks: QuestionWord, tagged: readonly TaggedWord[]): string | undefined {
  const noun = asks === 'none' ? topicNoun(tagged) : undefined;
  return noun === undefined || nounClass(noun) === undefined ? undefined : noun;
}

const ASKED_AS_ATTRIBUTE: ReadonlySet<QuestionWord> = new Set(['who', 'what', 'which', 'how', 'none']);

/** "The us", "us envoy" in a question typed in lower case is the country; letter for letter, so that offsets stay. */
function withCountries(text: string): string {
  return text.replace(/\b(the |^(?:who|what|which) (?:is|are|was|were) )us\b/gi, (found) =>
    found.endsWith('us') ? `${found.slice(0, -2)}US` : found,
  );
}

/** Words that only say what is asked for, and that an answer need not repeat: "how long", "what year", "the name of". */
function asksOnly(word: string, type: AnswerType, text: string): boolean {
  const lower = word.toLowerCase();
  if (lower === 'long' && /\bhow long\b/i.test(text)) return true;
  if (lower === 'since' && /\bsince when\b/i.test(text)) return true;
  if (lower === 'name' || lower === 'called') return true;
  return (type === 'date' || type === 'percent') && ASKED_QUANTITY.test(lower);
}

const ASKED_QUANTITY = /^(?:year|month|day|date|percentage|percent|share|proportion|majority|minority)$/;

/** Not after "U.S." or "v.", whose point ends no sentence. */
const SENTENCE_BREAK =
  /(?<=[.?!”"’'])(?<=[.?!][”"’']?)(?<!\b(?:\p{Lu}|vs?|Mrs?|Ms|Dr|St|No|Jr|Sr|Gov|Sen|Rep|Gen|Lt|Col)\.)\s+(?=\p{Lu}|["“])/u;

/** The sentence of the question that asks: the last one with a question word, else the last one. */
function askingClause(text: string): string {
  const parts = text.split(SENTENCE_BREAK).filter((part) => part.trim() !== '');
  const asking = parts.findLast((part) => /\b(?:who|whom|whose|what|which|when|where|why|how)\b/i.test(part));
  return (asking ?? parts.at(-1) ?? text).trim();
}

function questionWord(tagged: readonly TaggedWord[], clause: string): { asks: QuestionWord; at?: number } {
  const places = tagged.flatMap(({ value }, i) => (WH.has(value.toLowerCase()) ? [i] : []));
  const valueAt = (i: number | undefined) => (i === undefined ? '' : (tagged[i]?.value.toLowerCase() ?? ''));
  const opens = places[0] === 0 ? 0 : undefined;
  // "This superstar sang in the hall where …:" asks for the superstar.
  if (!clause.includes('?') && pointsToAnswer(tagged, 0)) return { asks: 'none', at: 0 };
  // "When X happened, how many …": the later, stronger word asks; "the man who …, which city": likewise.
  const strong = places.find(
    (i) => ['which', 'what', 'how', 'whats'].includes(valueAt(i)) && !isRelative(tagged, i),
  );
  const subordinate =
    opens !== undefined && valueAt(0) === 'when' && clause.includes(',') && strong !== undefined;
  if (opens === undefined && AUXILIARIES.test(clause) && clause.trimEnd().endsWith('?'))
    return { asks: 'yes-no' };
  const at = opens !== undefined && !subordinate ? opens : (strong ?? places.at(-1));
  if (at === undefined) {
    if (AUXILIARIES.test(clause) || /^true or false/i.test(clause)) return { asks: 'yes-no' };
    const pointing = tagged.findIndex((_, i) => pointsToAnswer(tagged, i));
    return { asks: 'none', ...(pointing < 0 ? {} : { at: pointing }) };
  }
  const value = valueAt(at);
  if (value.startsWith('who')) return { asks: 'who', at };
  if (value === 'which') return { asks: 'which', at };
  if (value === 'when' || value === 'why' || value === 'how') return { asks: value, at };
  return { asks: value.startsWith('where') ? 'where' : 'what', at };
}

const ASKED_BY_NOUN: ReadonlySet<QuestionWord> = new Set(['what', 'which', 'how', 'none']);

/** "This French city is the capital of …": a quiz's way to ask; "this week" only says when. */
function pointsToAnswer(tagged: readonly TaggedWord[], at: number): boolean {
  if (!/^(?:this|these)$/i.test(tagged[at]?.value ?? '')) return false;
  const noun = headNoun(tagged, at);
  return noun !== undefined && !UNITS_OF_TIME.test(noun);
}

const UNITS_OF_TIME =
  /^(?:day|morning|afternoon|evening|night|weekend|week|month|quarter|season|spring|summer|autumn|fall|winter|year|decade|century|time|moment|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?$/i;

/** "…, which was damaged", "a search during which officers received how many …": a relative clause. */
function isRelative(tagged: readonly TaggedWord[], at: number): boolean {
  const before = tagged[at - 1];
  if (tagged[at]?.value.toLowerCase() !== 'which' || before === undefined) return false;
  const asksLater = tagged.slice(at + 1).some(({ value }) => /^(?:how|what)$/i.test(value));
  return before.value === ',' || (before.pos === 'ADP' && asksLater);
}

function answerType(
  asks: QuestionWord,
  tagged: readonly TaggedWord[],
  at: number | undefined,
  head: string | undefined,
  clause: string,
  defines: boolean,
): AnswerType {
  const next = at === undefined ? '' : (tagged[at + 1]?.value.toLowerCase() ?? '');
  if (asks === 'how') return howType(next, head, clause);
  if (asks === 'who') {
    if (WORK_AWARDED.test(clause)) return 'title';
    // "The number of people who voted"
    const counted = at === undefined || at === 0 ? undefined : nounClass(topicNoun(tagged) ?? '');
    if (counted === 'number' || counted === 'percent') return counted;
    return defines ? 'definition' : 'person';
  }
  if (asks === 'when') return 'date';
  if (asks === 'where') return 'place';
  if (asks === 'why') return 'reason';
  if (asks === 'yes-no') return 'truth';
  if (/\bsince$/i.test(trimEndOf(clause, /[\s:_…]/))) return 'date';
  if (defines) return 'definition';
  const extreme = extremeClass(clause, head ?? topicNoun(tagged));
  if (extreme !== undefined) return extreme;
  const type = (head === undefined ? undefined : nounClass(head)) ?? 'thing';
  // "What was the amount that they agreed to pay": a sum of money.
  return type === 'number' && /^(?:amount|total|sum|figure)$/i.test(head ?? '') && PAYS.test(clause)
    ? 'money'
    : type;
}

/** "Who won best picture" asks for a film. */
const WORK_AWARDED =
  /\b(?:won|win|wins) (?:an? |the )?(?:\S{1,20} (?:award )?for )?best (?:\S{1,20} )?(?:picture|film|movie|song|album|show|series|musical|novel)\b/i;

const MEASURED = /\bhow (old|far|tall|high|big|large|fast|heavy|deep|wide)\b/i;

function howType(next: string, head: string | undefined, clause: string): AnswerType {
  if (next === 'many') return 'number';
  if (next === 'much') {
    if (/\bhow much of\b/i.test(clause)) return 'percent';
    if (head === undefined || nounClass(head) === 'money' || head.toLowerCase() === 'money') return 'money';
    return PAYS.test(clause) ? 'money' : 'number';
  }
  if (next === 'long') return 'duration';
  if (
    ['old', 'far', 'tall', 'high', 'big', 'large', 'fast', 'heavy', 'often', 'deep', 'wide', 'few'].includes(
      next,
    )
  ) {
    return 'number';
  }
  return 'manner';
}

const PAYS =
  /\b(?:cost|pay|paid|spend|spent|worth|price|charge|sell|sold|raise|fine|damage|forgiveness|fund|debt|revenue|fetch|receive)/i;
