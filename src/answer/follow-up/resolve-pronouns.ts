import type { TaggedWord } from '../../text/wink.ts';
import type { Thing, ThingKind } from './find-things.ts';
import type { Frame } from './read-frame.ts';

/** What the question before and its answer name. */
export interface Referents {
  /** In the order of the question. */
  readonly things: readonly Thing[];
  /** What the answer says, when the question asked for it. */
  readonly answer?: { readonly text: string; readonly kind: ThingKind } | undefined;
  readonly frame: Frame | undefined;
}

const PERSONAL: Readonly<Record<string, 'person' | 'thing' | 'group'>> = {
  he: 'person',
  she: 'person',
  him: 'person',
  her: 'person',
  his: 'person',
  it: 'thing',
  its: 'thing',
  they: 'group',
  them: 'group',
  their: 'group',
};
const POSSESSIVE = /^(?:his|its|their)$/i;
const MOTION =
  /^(?:go|went|gone|going|come|came|travel|travell?ed|move|moved|fly|flew|return|returned|get|got|sent|send)$/i;
const WEATHER = /^(?:rain|rained|raining|snow|snowed|snowing)$/i;
const CLOCK = /^(?:time|day|date|weekday)$/i;
const MADE =
  /^(?:sings?|sang|sung|wrote|written|composed|painted|directed|published|produced|recorded|released|performed|created|designed|made|built)$/i;
const LIVING =
  /^(?:born|killed|elected|appointed|arrested|married|hired|fired|sacked|assassinated|shot|jailed|sentenced|charged|convicted|buried|crowned|nominated|injured|wounded|rescued|murdered|educated|raised)$/i;

/** Whether a text has a word that stands for something said before. */
export function hasPronoun(tagged: readonly TaggedWord[]): boolean {
  return tagged.some((_, i) => pronounAt(tagged, i) !== undefined);
}

/** Whether a text names by itself, and before them, what its pronouns stand for: "when did Trump say he would resign". */
export function hasOwnReferents(tagged: readonly TaggedWord[], own: readonly Thing[]): boolean {
  return tagged.every((word, i) => {
    if (pronounAt(tagged, i) === undefined) return true;
    const fitting = OWN_REFERENTS.find(({ pronouns }) => pronouns.test(word.value));
    return own.some(({ kind, to, text }) => to <= i && fitting !== undefined && fitting.fits(kind, text));
  });
}

const OWN_REFERENTS: readonly { pronouns: RegExp; fits: (kind: ThingKind, text: string) => boolean }[] = [
  { pronouns: /^(?:he|she|his)$/i, fits: (kind) => kind === 'person' || kind === 'name' },
  { pronouns: /^(?:they|their)$/i, fits: (kind, text) => kind === 'things' && /^the /i.test(text) },
  {
    pronouns: /^(?:it|its)$/i,
    fits: (kind, text) => kind === 'organisation' || /^(?:the|a|an) /i.test(text),
  },
];

/**
 * Puts what they stand for in the place of a text's pronouns.
 * @returns undefined when one of them stands for nothing that was said
 */
export function resolvePronouns(tagged: readonly TaggedWord[], referents: Referents): string | undefined {
  const words: string[] = [];
  for (const [i, { value }] of tagged.entries()) {
    const pronoun = pronounAt(tagged, i);
    if (pronoun === undefined) {
      words.push(value);
      continue;
    }
    const meant = standsFor(pronoun, tagged, i, referents);
    if (meant === undefined) return undefined;
    words.push(meant);
  }
  return words.join(' ');
}

type Pronoun = 'person' | 'thing' | 'group' | 'there' | 'then';

function pronounAt(tagged: readonly TaggedWord[], i: number): Pronoun | undefined {
  const word = tagged[i]?.value.toLowerCase() ?? '';
  const [before = '', after = ''] = [tagged[i - 1]?.value.toLowerCase(), tagged[i + 1]?.value.toLowerCase()];
  const isLast = i === tagged.length - 1;
  if (word === 'it' && tagged.some(({ value }) => WEATHER.test(value))) return undefined;
  // "Is it true that …": it stands for what follows.
  if (word === 'it' && tagged.slice(i).some(({ value }) => /^(?:that|to)$/i.test(value))) return undefined;
  // "What time is it": it stands for nothing.
  if (word === 'it' && isLast && CLOCK.test(tagged[1]?.value ?? '')) return undefined;
  if (word === 'there') {
    const exists =
      /^(?:is|are|was|were|be|been)$/.test(before) || /^(?:is|are|was|were|has|have|will)$/.test(after);
    return exists ? undefined : 'there';
  }
  if (word === 'then')
    return isLast && /^(?:happened|do|did|does|done|president|leader|was|were)$/.test(before)
      ? 'then'
      : undefined;
  if (/^(?:that|this)$/.test(word) && isLast && /^(?:is|are)$/.test(before)) return 'thing';
  return Object.hasOwn(PERSONAL, word) ? PERSONAL[word] : undefined;
}

function standsFor(
  pronoun: Pronoun,
  tagged: readonly TaggedWord[],
  i: number,
  referents: Referents,
): string | undefined {
  const word = tagged[i]?.value ?? '';
  if (pronoun === 'there') return placeMeant(tagged, i, referents);
  if (pronoun === 'then') return dateMeant(referents);
  const isWho = /^who$/i.test(tagged[0]?.value ?? '') && /^(?:that|this)$/i.test(word);
  const wanted = isWho ? 'person' : pronoun;
  const isWhere = /^where$/i.test(tagged[0]?.value ?? '');
  const nextIsNoun = /^(?:NOUN|PROPN|ADJ)$/.test(tagged[i + 1]?.pos ?? '');
  const owns = POSSESSIVE.test(word) || (/^her$/i.test(word) && nextIsNoun);
  // The capital of what has a population: not of the population.
  const inner = owns ? referents.things.find(({ preposition }) => preposition === 'of') : undefined;
  const meant =
    inner !== undefined && wanted === 'thing' ? inner.text : thingMeant(wanted, referents, isWhere);
  return meant !== undefined && owns ? `${meant}'s` : meant;
}

function thingMeant(
  wanted: 'person' | 'thing' | 'group',
  { things, answer, frame }: Referents,
  isWhere: boolean,
): string | undefined {
  const named = things.filter(({ kind }) => kind !== 'date');
  const of = (...kinds: ThingKind[]) => named.filter(({ kind }) => kinds.includes(kind));
  if (wanted === 'person') {
    if (answer !== undefined && (answer.kind === 'person' || answer.kind === 'name')) return answer.text;
    const [certain] = of('person');
    if (certain !== undefined) return certain.text;
    return of('name').find((thing) => maybePerson(thing, frame))?.text;
  }
  if (wanted === 'group') {
    const [group] = of('things');
    if (group !== undefined) return group.text;
    if (answer?.kind === 'things') return answer.text;
    const other = of('organisation')[0] ?? of('thing').find(({ text }) => /^the \p{Lu}/u.test(text));
    // "What are mitochondria" says that they are several.
    const isSeveral = frame?.kind === 'copula' && /^(?:are|were)$/i.test(frame.auxiliary);
    return other?.text ?? (isSeveral ? frame.thing.join(' ') : undefined);
  }
  const certain = isWhere ? of('place') : [];
  const rest = of('thing', 'organisation', 'place');
  const inPlace = ({ preposition }: Thing) => preposition !== undefined;
  const ordered = [
    ...certain,
    ...rest.filter((one) => !inPlace(one)),
    ...of('name'),
    ...rest.filter(inPlace),
  ];
  if (answer !== undefined && /^(?:thing|organisation)$/.test(answer.kind)) return answer.text;
  // "Bohemian Rhapsody" looks like a person's name, but nobody sings people.
  const isMade = frame?.kind === 'subject' && MADE.test(frame.verb);
  return ordered[0]?.text ?? (isMade ? frame.object.join(' ') || undefined : undefined);
}

/** A name of which the question says what people do, or what is done to them. */
function maybePerson({ from, preposition }: Thing, frame: Frame | undefined): boolean {
  if (preposition !== undefined || frame === undefined) return false;
  if (frame.kind === 'copula') return /^who$/i.test(frame.asked[0] ?? '');
  if (frame.kind !== 'adjunct') return false;
  const isSubject = from <= frame.asked.length + 1;
  const isDone = /^(?:is|are|was|were)$/i.test(frame.auxiliary);
  return isSubject && (!isDone || frame.clause.some((word) => LIVING.test(word)));
}

function placeMeant(
  tagged: readonly TaggedWord[],
  i: number,
  { things, answer }: Referents,
): string | undefined {
  const place = things.find(({ kind }) => kind === 'place');
  const asked = answer?.kind === 'place' || answer?.kind === 'name' ? answer.text : undefined;
  const text = place?.text ?? asked;
  if (text === undefined) return undefined;
  const before = tagged[i - 1];
  if (before?.pos === 'ADP') return text;
  if (MOTION.test(before?.value ?? '')) return `to ${text}`;
  const known = place?.preposition;
  return `${known !== undefined && /^(?:in|at|near|on)$/.test(known) ? known : 'in'} ${text}`;
}

function dateMeant({ things, answer }: Referents): string | undefined {
  const text =
    things.find(({ kind }) => kind === 'date')?.text ?? (answer?.kind === 'date' ? answer.text : undefined);
  if (text === undefined) return undefined;
  if (/^(?:last|this|next|yesterday|today)/i.test(text)) return text;
  return /^\d{1,2}\b(?!\d)|\d{1,2}(?:,|$)/.test(text) && /\p{L}/u.test(text) ? `on ${text}` : `in ${text}`;
}
