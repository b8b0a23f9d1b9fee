import { isPlural, isPluralPhrase } from './find-things.ts';
import type { Frame, Words } from './read-frame.ts';
import {
  baseOf,
  isParticiple,
  isPast,
  type Knows,
  participleOf,
  pastOf,
  pastOfParticiple,
  takesObject,
} from './verb-forms.ts';

/** What is asked anew: a question word alone, and what it asks for. */
export interface Asking {
  /** As the question begins: "when", "in which city", "by whom". */
  readonly word: string;
  readonly kind: 'time' | 'place' | 'other' | 'who' | 'count' | 'price';
}

/** What is known of the answer, to stand where the question word stood. */
export interface Known {
  /** Who, or which: a name. */
  readonly name?: string | undefined;
}

const BE = /^(?:is|are|was|were)$/i;
const TIME =
  /^(?:\d{1,2}(?:st|nd|rd|th)?|1\d{3}|20\d{2}|january|february|march|april|may|june|july|august|september|october|november|december|last|this|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/i;

/**
 * Asks something else of what a question is about: "who captured Daraa" → "when was Daraa captured".
 * @returns undefined when that makes no sense
 */
export function askAnew(frame: Frame, asking: Asking, known: Known, knows: Knows): string | undefined {
  const words = wordsFor(frame, asking, known, knows);
  return words === undefined ? undefined : `${words.filter((word) => word !== '').join(' ')}?`;
}

function wordsFor(frame: Frame, asking: Asking, known: Known, knows: Knows): Words | undefined {
  if (asking.kind === 'who') return askWho(frame, knows);
  if (asking.kind === 'count') return askCount(frame, knows);
  switch (frame.kind) {
    case 'subject':
      return ofSubject(frame, asking, known, knows);
    case 'adjunct': {
      const clause = withGap(frame, known);
      return clause && [asking.word, frame.auxiliary, ...without(clause, asking)];
    }
    case 'copula':
      return ofCopula(frame, asking, known);
    case 'phrase':
      return asking.kind === 'other' || asking.kind === 'price'
        ? undefined
        : [asking.word, isPluralPhrase(frame.thing) ? 'were' : 'was', ...frame.thing];
  }
}

function ofSubject(
  { asked, auxiliary, verb, particle = '', object, rest }: Extract<Frame, { kind: 'subject' }>,
  asking: Asking,
  known: Known,
  knows: Knows,
): Words | undefined {
  // What was done once is not done since.
  if (/^since/.test(asking.word) && auxiliary === undefined && isPast(verb)) return undefined;
  const left = without(rest, asking);
  const noun = nounOf(asked);
  const subject = noun ?? (known.name === undefined ? undefined : [known.name]);
  const tail = asking.kind === 'price' ? [...left, 'for'] : left;
  const word = asking.kind === 'price' ? 'how much' : asking.word;
  const counts = /^how$/i.test(asked[0] ?? '');
  // "Who was killed": what was done to whom is asked for.
  if (auxiliary !== undefined && BE.test(auxiliary) && isParticiple(verb)) {
    if (subject === undefined) return undefined;
    return [
      word,
      noun === undefined || !counts ? singularBe(auxiliary, subject) : auxiliary,
      ...subject,
      verb,
      particle,
      ...object,
      ...tail,
    ];
  }
  if (object.length > 0 && takesObject(verb, knows) && !counts) {
    const done = [participleOf(verb, knows), particle];
    const many = isPluralPhrase(object);
    if (auxiliary !== undefined && /^(?:will|would|can|could|shall|should|may|might|must)$/i.test(auxiliary))
      return [word, auxiliary, ...object, 'be', ...done, ...tail];
    const present = auxiliary === undefined ? !isPast(verb) : /^(?:is|are)$/i.test(auxiliary);
    const be = present ? (many ? 'are' : 'is') : many ? 'were' : 'was';
    const goingOn = auxiliary !== undefined && BE.test(auxiliary) ? ['being'] : [];
    return [word, be, ...object, ...goingOn, ...done, ...tail];
  }
  if (subject === undefined) return undefined;
  const helper = helperOf(auxiliary, verb, subject);
  return [word, helper, ...subject, baseOf(verb, knows), particle, ...object, ...tail];
}

function helperOf(auxiliary: string | undefined, verb: string, subject: Words): string {
  if (auxiliary !== undefined && !/^(?:has|have|had|is|are|was|were)$/i.test(auxiliary)) return auxiliary;
  if (auxiliary !== undefined || isPast(verb)) return 'did';
  return isPluralPhrase(subject) ? 'do' : 'does';
}

function ofCopula(
  { asked, auxiliary, thing }: Extract<Frame, { kind: 'copula' }>,
  asking: Asking,
  { name }: Known,
): Words | undefined {
  const [first = ''] = asked;
  if (asking.kind === 'place') return [asking.word, auxiliary, ...thing];
  const isEvent = /^(?:when|where|how)$/i.test(first);
  if (asking.kind === 'time' && isEvent && !/^since/.test(asking.word))
    return [asking.word, auxiliary, ...thing];
  // "Who is the mayor" was answered: since when is he.
  if (asking.kind === 'time' && /^who$/i.test(first) && name !== undefined && /^the$/i.test(thing[0] ?? ''))
    return /^since/.test(asking.word)
      ? ['since when has', name, 'been', ...thing]
      : ['when did', name, 'become', ...thing];
  return undefined;
}

/** "When was Daraa captured" → "who captured Daraa"; "how many people died" → "who died". */
function askWho(frame: Frame, knows: Knows): Words | undefined {
  if (frame.kind === 'subject') {
    const { asked, auxiliary = '', verb, particle = '', object, rest } = frame;
    const counted = /^how$/i.test(asked[0] ?? '') && /^many$/i.test(asked[1] ?? '');
    return counted ? ['who', singular(auxiliary), verb, particle, ...object, ...rest] : undefined;
  }
  if (frame.kind !== 'adjunct' || !/^(?:was|were|is|are)$/i.test(frame.auxiliary)) return undefined;
  const { clause, auxiliary } = frame;
  const at = clause.findIndex((word, i) => i > 0 && isParticiple(word));
  const verb = clause[at];
  if (verb === undefined || clause.slice(at + 1).some((word) => /^by$/i.test(word))) return undefined;
  const past = pastOfParticiple(verb);
  const base = baseOf(verb, knows);
  const told = /^(?:is|are)$/i.test(auxiliary) ? `${base}s` : past;
  return ['who', told, ...clause.slice(0, at), ...clause.slice(at + 1)];
}

/** "Who was killed in the attack" → "how many people were killed in the attack". */
function askCount(frame: Frame, knows: Knows): Words | undefined {
  if (frame.kind === 'subject') {
    const { asked, auxiliary, verb, particle = '', object, rest } = frame;
    if (!/^who$/i.test(asked[0] ?? '') || object.length > 0) return undefined;
    return ['how many people', auxiliary === undefined ? '' : plural(auxiliary), verb, particle, ...rest];
  }
  if (frame.kind !== 'adjunct') return undefined;
  const { clause, auxiliary } = frame;
  const at = clause.findIndex(
    (word, i) =>
      i > 0 &&
      (isPlural(clause[i - 1] ?? '') || /^people$/i.test(clause[i - 1] ?? '')) &&
      /^\p{Ll}/u.test(word),
  );
  const verb = clause[at];
  if (verb === undefined) return undefined;
  const subject = clause.slice(0, at).filter((word) => !/^the$/i.test(word));
  if (BE.test(auxiliary)) return ['how many', ...subject, auxiliary, ...clause.slice(at)];
  return /^did$/i.test(auxiliary)
    ? ['how many', ...subject, pastOf(baseOf(verb, knows)), ...clause.slice(at + 1)]
    : undefined;
}

/** A clause with what its question word asked for put back: "did Musk buy" → "did Musk buy Twitter". */
function withGap({ asked, clause }: Extract<Frame, { kind: 'adjunct' }>, { name }: Known): Words | undefined {
  const [first = ''] = asked;
  const isPlace = asked.some((word) => /^(?:in|at|on|to|from|with|by|for|since|until)$/i.test(word));
  const isTime = /^(?:year|month|day|date|time|century|decade)$/i.test(asked.at(-1) ?? '');
  const isAdverb = asked.length === 0 || isPlace || isTime || /^(?:when|where|why)$/i.test(first);
  const isManner = /^how$/i.test(first) && !/^(?:many|much)$/i.test(asked[1] ?? '');
  if (isAdverb || isManner) return clause;
  const noun = nounOf(asked);
  const filler = name === undefined ? noun : [name];
  if (filler === undefined) return undefined;
  const at = clause.findIndex(
    (word, i) => i > 0 && /^(?:in|on|at|for|from|to|with|by|after|before|during)$/i.test(word),
  );
  return at === -1 ? [...clause, ...filler] : [...clause.slice(0, at), ...filler, ...clause.slice(at)];
}

/** "People" of "how many people", "the company" of "which company". */
function nounOf(asked: Words): Words | undefined {
  const [first = '', second = '', ...more] = asked;
  if (/^how$/i.test(first)) return /^(?:many|much)$/i.test(second) && more.length > 0 ? more : undefined;
  if (!/^(?:which|what)$/i.test(first) || second === '') return undefined;
  return ['the', second, ...more];
}

/** A phrase of the kind that is now asked for no longer belongs there: "in 2018" when it is asked when. */
function without(words: Words, { kind }: Asking): Words {
  if (kind !== 'time' && kind !== 'place') return words;
  const at = words.findIndex((word, i) => {
    if (!/^(?:in|on|at|during|since|near)$/i.test(word)) return kind === 'time' && TIME.test(word) && i > 0;
    const next = words[i + 1] ?? '';
    return kind === 'time' ? TIME.test(next) : !TIME.test(next) && /^\p{Lu}/u.test(next);
  });
  if (at === -1) return words;
  const end = words.findIndex(
    (word, i) => i > at + 1 && /^(?:in|on|at|by|with|for|from|during|after|before)$/i.test(word),
  );
  return [...words.slice(0, at), ...(end === -1 ? [] : words.slice(end))];
}

function singularBe(auxiliary: string, subject: Words): string {
  return isPluralPhrase(subject) ? plural(auxiliary) : singular(auxiliary);
}

function singular(auxiliary: string): string {
  return auxiliary
    .replace(/^were$/i, 'was')
    .replace(/^are$/i, 'is')
    .replace(/^have$/i, 'has');
}

function plural(auxiliary: string): string {
  return auxiliary.replace(/^was$/i, 'were').replace(/^is$/i, 'are').replace(/^has$/i, 'have');
}
