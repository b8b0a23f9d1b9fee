import type { Question } from './analyse-question.ts';
import { NAMED, QUANTITIES } from './answer-types.ts';

/** What is counted where nothing else is said. */
const COUNTED_BY_NAME: ReadonlySet<string> = new Set(
  'peopl person dead death toll casualti fatal victim number amount count age old popul size length height'.split(
    ' ',
  ),
);
/** Nouns that only say which kind of quantity is wanted: "what year", "which percentage". */
const MEASURES: ReadonlySet<string> = new Set(
  'date day month year week time hour minut centuri decad era number amount sum total count figur share percentag percent proport part rate level price cost valu worth length height width weight size depth distanc speed durat period age money budget'.split(
    ' ',
  ),
);
/** Nouns of a kind, as terms, that a name of the kind need not have beside it. */
const GENERAL: ReadonlySet<string> = new Set(
  'compani firm busi corpor organ group outlet agenc websit site channel countri nation state citi town place region area provinc person politician offici leader man woman film movi book song'.split(
    ' ',
  ),
);
const ASKS_FOR_HEAD = /^(?:what|who|which)(?:['’]?s| is| are| was| were)\b/i;

/**
 * Whether something of the asked-for kind stands for the noun that names the kind: a day for "day", a company for
 * "company".
 * @param head the asked-for noun, as a term
 * @param isNamed whether the sentence has a name that fits the kind
 */
export function isStoodFor(
  head: string,
  { type, text }: Pick<Question, 'type' | 'text'>,
  isNamed: boolean,
): boolean {
  if (type === 'number') return COUNTED_BY_NAME.has(head);
  if (QUANTITIES.has(type)) return MEASURES.has(head);
  // "What is the capital" asks for what is called so.
  if (ASKS_FOR_HEAD.test(text)) return false;
  return NAMED.has(type) && GENERAL.has(head) && isNamed;
}

/** Nouns behind a name that say what kind of thing it is, which texts need not say. */
const CLASSES: ReadonlySet<string> = new Set(
  'team camp process talk format region area provinc citi town countri state administr govern compani group websit site newspap movement organ'.split(
    ' ',
  ),
);

/** Whether a term only says what kind of thing a name is of: "the Vellmark process", "the Vellmark region". */
export function classifies(
  term: string,
  { words, head, text }: Pick<Question, 'words' | 'head' | 'text'>,
  isName: (term: string) => boolean,
): boolean {
  if (!CLASSES.has(term) || term === head) return false;
  const at = words.findIndex((word) => word.term === term);
  const [before, word] = [words[at - 1], words[at]];
  // "Where they talked" asks for a talk.
  if (word !== undefined && /ed$/i.test(text.slice(word.start, word.end))) return false;
  return before !== undefined && isName(before.term);
}

/** Whether a common word stands right before the asked-for noun of a "which … site", "what … party". */
export function describesKind(term: string, { asks, type, head, words, text }: Question): boolean {
  if ((asks !== 'which' && asks !== 'what') || !NAMED.has(type)) return false;
  const at = words.findIndex((word) => word.term === head);
  const [before, opening] = [words[at - 1], words[at - 2]];
  if (before?.term !== term || !/^\p{Ll}/u.test(text.slice(before.start))) return false;
  return opening !== undefined && /^(?:which|what)$/i.test(text.slice(opening.start, opening.end));
}

/**
 * Whether a term only goes on with the name before it: a number that tells which one is meant ("Resolution 2254",
 * "Apollo 11"), or a word that a sentence has behind the same name ("the Quill twins").
 * @param sentence where it is looked for
 */
export function isPartOfName(
  term: string,
  { words, text, verb }: Pick<Question, 'words' | 'text' | 'verb'>,
  isName: (term: string) => boolean,
  sentence: string,
): boolean {
  const at = words.findIndex((word) => word.term === term);
  const [before, word] = [words[at - 1], words[at]];
  if (before === undefined || before.stop || word === undefined || term === verb?.term) return false;
  if (!isName(before.term)) return false;
  if (text.slice(before.end, word.start) !== ' ') return false;
  if (/^\d+$/.test(text.slice(word.start, word.end))) return true;
  return sentence.toLowerCase().includes(text.slice(before.start, word.end).toLowerCase());
}
