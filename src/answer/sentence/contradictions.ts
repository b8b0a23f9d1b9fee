import { normalizeWord } from '../../text/words.ts';
import type { Candidate } from '../candidates/read-candidates.ts';
import { flag } from '../features/feature-values.ts';
import type { Topic } from '../topic/topic.ts';

/** What a sentence says differently from what a question takes for granted; each 0 to 1. */
export const CONTRADICTIONS = [
  'negatedInQuestion',
  'negatedInSentence',
  'negatedHere',
  'negatedThere',
  'otherBeside',
  'otherBetween',
  'otherNumeral',
  'otherNumber',
  'extremeMissing',
  'inOrder',
  'reversed',
] as const;

export type Contradiction = (typeof CONTRADICTIONS)[number];
type Contradictions = Readonly<Record<Contradiction, number>>;

const NEGATION =
  /\b(?:not|never|no|none|nobody|nothing|neither|nor|cannot|without|non-\p{L}+|least|fewest)\b|n['’]t\b/iu;
const EXTREME = /^(?:most|least|only|first|last|best|worst|main|sole|\p{L}{3,}est)$/u;
const NUMERAL = /^(?:I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|XIII|XIV|XV|XVI)$/;
const NUMBER =
  /^(?:\d[\d,.]*(?:st|nd|rd|th|s)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|million|billion|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$/i;
/** Words between which no more than so many others stand are beside each other. */
const REACH = 3;

/** What a near question differs in from one that the sentence answers. */
export function contradictionsIn(candidate: Candidate, topic: Topic): Contradictions {
  const { view, context } = candidate;
  const { question } = topic;
  const asksNegated = NEGATION.test(question.text);
  const saysNegated = NEGATION.test(view.text);
  const { beside, between } = otherInPlace(candidate, topic);
  const { inOrder, reversed } = orderOf(candidate, topic);
  const asked = wordsOf(question);
  const said = wordsOf(view);
  const isThere = (term: string): boolean => view.terms.has(term) || context.has(term);
  const missing = (pattern: RegExp) => asked.filter(({ text, term }) => pattern.test(text) && !isThere(term));
  const others = said.some(({ text, term }) => NUMBER.test(text) && !topic.all.has(term));
  return {
    negatedInQuestion: flag(asksNegated && !saysNegated),
    negatedInSentence: flag(saysNegated && !asksNegated),
    ...negatedOf(asked, said, topic),
    otherBeside: beside,
    otherBetween: between,
    otherNumeral: otherNumeral(asked, said),
    otherNumber: flag(others && missing(NUMBER).length > 0),
    extremeMissing: flag(missing(EXTREME).length > 0),
    inOrder,
    reversed,
  };
}

const NEGATOR = /^(?:not|never|no|neither|nor|cannot|without|\p{L}{2,8}n['’]t)$/iu;
/** In how many words behind its negation a word is negated: "do not always begin". */
const NEGATED_WITHIN = 3;

/**
 * Whether a word of the question is negated where the sentence has it ("do not begin"), and the other way round; "not
 * only" negates nothing.
 */
function negatedOf(
  asked: readonly TextWord[],
  said: readonly TextWord[],
  { wanted }: Topic,
): Pick<Contradictions, 'negatedHere' | 'negatedThere'> {
  const [inQuestion, inSentence] = [placesNegated(asked, wanted), placesNegated(said, wanted)];
  const isPlain = (places: readonly boolean[] | undefined): boolean => places?.includes(false) === true;
  const terms = [...inQuestion].filter(([term]) => inSentence.has(term));
  return {
    negatedHere: flag(terms.some(([term, places]) => isPlain(places) && !isPlain(inSentence.get(term)))),
    negatedThere: flag(terms.some(([term, places]) => !isPlain(places) && isPlain(inSentence.get(term)))),
  };
}

/** By term, for each place of it whether it is negated there. */
function placesNegated(words: readonly TextWord[], wanted: ReadonlySet<string>): Map<string, boolean[]> {
  const found = new Map<string, boolean[]>();
  let last = Number.NEGATIVE_INFINITY;
  for (const [at, { text, term }] of words.entries()) {
    if (NEGATOR.test(text) && words[at + 1]?.text !== 'only') last = at;
    if (!wanted.has(term)) continue;
    const places = found.get(term) ?? [];
    found.set(term, places);
    places.push(at - last <= NEGATED_WITHIN);
  }
  return found;
}

interface TextWord {
  readonly text: string;
  readonly term: string;
}

const wordsOf = ({
  text,
  words,
}: {
  readonly text: string;
  readonly words: readonly { readonly start: number; readonly end: number; readonly term: string }[];
}): TextWord[] => words.map(({ start, end, term }) => ({ text: text.slice(start, end), term }));

/**
 * "Elizabeth I" where the sentence has "Elizabeth II"; half where the sentence leaves the numeral out. A question
 * without one leaves open which it means.
 */
function otherNumeral(asked: readonly TextWord[], said: readonly TextWord[]): number {
  const numeralAfter = (words: readonly TextWord[], at: number): string | undefined => {
    const next = words[at + 1]?.text ?? '';
    return NUMERAL.test(next) ? next : undefined;
  };
  let most = 0;
  for (const [at, { text, term }] of asked.entries()) {
    if (!/^\p{Lu}\p{L}+/u.test(text)) continue;
    const numeral = numeralAfter(asked, at);
    const places = [...said.keys()].filter((i) => said[i]?.term === term);
    const found = places.map((i) => numeralAfter(said, i));
    if (numeral === undefined || places.length === 0 || found.includes(numeral)) continue;
    most = Math.max(most, found.some((one) => one !== undefined) ? 1 : 0.5);
  }
  return most;
}

/**
 * Words of the question that the sentence lacks while it has what stands beside them there, with another word in their
 * place ("the memory of independence": "the memory of the crime"), as a share of the question by idf.
 */
function otherInPlace(
  candidate: Candidate,
  topic: Topic,
): { readonly beside: number; readonly between: number } {
  const { view } = candidate;
  const { question, semantics } = topic;
  const known = new Map(topic.terms.map((one) => [one.term, one]));
  const content = question.words.filter(({ term }) => known.has(term));
  const words = view.words;
  let beside = 0;
  let between = 0;
  for (const [i, { term }] of content.entries()) {
    const one = known.get(term);
    if (one === undefined || term === question.head || isSaid(one, candidate)) continue;
    const likeness = semantics.likenessTo(term);
    const unlike = (place: number, step: 1 | -1): number => {
      for (let at = place + step; Math.abs(at - place) <= REACH; at += step) {
        const word = words[at];
        if (word === undefined) return 0;
        if (!word.stop) return topic.all.has(word.term) ? 0 : 1 - likeness(word.term);
      }
      return 0;
    };
    const side = (neighbour: string | undefined, step: 1 | -1): number =>
      words.reduce(
        (most, word, at) => (word.term === neighbour ? Math.max(most, unlike(at, step)) : most),
        0,
      );
    const before = side(content[i - 1]?.term, 1);
    const after = side(content[i + 1]?.term, -1);
    beside += one.idf * Math.max(before, after);
    between += one.idf * Math.min(before, after);
  }
  const total = Math.max(topic.totalIdf, 1e-6);
  return { beside: Math.min(1, beside / total), between: Math.min(1, between / total) };
}

function isSaid({ term, others }: Topic['terms'][number], { view, context }: Candidate): boolean {
  return [term, ...others].some((one) => view.terms.has(one) || context.has(one));
}

/** Which share of the question's neighbouring words stand beside each other in the sentence, in its order or turned round. */
function orderOf(
  { view }: Candidate,
  { question, wanted }: Topic,
): { readonly inOrder: number; readonly reversed: number } {
  const content = question.words.filter(({ term }) => wanted.has(term));
  let inOrder = 0;
  let reversed = 0;
  for (let i = 0; i + 1 < content.length; i++) {
    const [left, right] = [content[i]?.term, content[i + 1]?.term];
    const gaps = view.words.flatMap(({ term }, at) => {
      if (term !== left) return [];
      return view.words.flatMap((other, place) =>
        other.term === right && place !== at && Math.abs(place - at) <= REACH ? [place - at] : [],
      );
    });
    if (gaps.some((gap) => gap > 0)) inOrder++;
    else if (gaps.length > 0) reversed++;
  }
  const pairs = Math.max(content.length - 1, 1);
  return { inOrder: inOrder / pairs, reversed: reversed / pairs };
}

/** In how many words before a thing its people stand: "Syrian regime forces". */
const PEOPLE_REACH = 2;

/**
 * Whether a sentence has what a people's name stands before in the question, and only as another people's: "Turkish
 * soldiers" where it has "Syrian regime forces".
 * @param name the people's name, as a term
 */
export function isOfOthers(name: string, { view }: Candidate, topic: Topic): boolean {
  const { question, terms, gazetteer } = topic;
  const at = question.words.findIndex(({ term }) => term === name);
  const [people, thing] = [question.words[at], question.words[at + 1]];
  if (people === undefined || thing === undefined || question.text.slice(people.end, thing.start) !== ' ')
    return false;
  const countryOf = (text: string) => gazetteer.countryOf(normalizeWord(text));
  const country = countryOf(question.text.slice(people.start, people.end));
  const one = terms.find(({ term }) => term === thing.term);
  if (country === undefined || one === undefined) return false;
  const words = wordsOf(view);
  const places = words.flatMap(({ term }, i) => ([one.term, ...one.others].includes(term) ? [i] : []));
  const peopleBefore = (place: number) =>
    words.slice(Math.max(0, place - PEOPLE_REACH), place).flatMap(({ text }) => countryOf(text) ?? []);
  const found = places.map(peopleBefore);
  return (
    found.some((all) => all.length > 0) && !found.some((all) => all.length === 0 || all.includes(country))
  );
}
