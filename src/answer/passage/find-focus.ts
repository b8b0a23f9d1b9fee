import type { TaggedWord } from '../../text/wink.ts';
import type { Span } from '../answer.ts';
import { type AnswerCandidate, type Candidate, phraseAnswers } from '../candidates/read-candidates.ts';
import type { Explains } from '../definition/definition.ts';
import { type AnswerType, isOffice } from '../question/answer-types.ts';
import type { Mention } from '../sentence/find-mentions.ts';
import { governingRole } from '../sentence/governing-role.ts';
import type { Topic } from '../topic/topic.ts';
import { createFocusWorth } from './focus-worth.ts';
import { nameSpan, withoutPossessive } from './name-span.ts';
import { nounPhrases } from './noun-phrases.ts';
import { placeSpan } from './place-span.ts';

const FOCUS = {
  /** Below this worth no span is marked. */
  least: 0.4,
  /** Where only "what" is asked for, anything fits a little, so more is asked. */
  leastOfThing: 1,
} as const;

/** A mention that fits the asked-for type less is no answer. */
const LEAST_FIT = 0.1;

/** What finding the focus needs to know besides the sentence. */
export interface FocusContext {
  readonly topic: Topic;
  readonly definition: Explains | undefined;
  /** Who holds the office that is asked for; absent when none is. */
  readonly holderIn?: ((candidate: Candidate) => Span | undefined) | undefined;
  readonly tag: (text: string) => TaggedWord[];
}

const BECAUSE =
  /\b(?:because(?: of)?|due to|owing to|thanks to|as a result of|in order to|so that|caused by|since|amid|citing|over (?=concerns|fears|allegations|claims))\s+/i;

/** The words of a sentence that answer, as offsets into it; undefined when nothing shorter than the sentence is known. */
export function findFocus(candidate: Candidate, context: FocusContext): Span | undefined {
  const { question } = context.topic;
  if (question.type === 'truth' || question.type === 'manner') return undefined;
  if (question.type === 'definition') return context.definition?.focus;
  if (question.type === 'reason') return reasonSpan(candidate.view.text, context.tag);
  const holder = context.holderIn?.(candidate);
  if (holder !== undefined) return holder;
  const asksForThing = question.type === 'thing';
  const after =
    asksForThing && question.asks === 'what' && question.head === undefined
      ? afterLastWord(candidate, context.topic)
      : undefined;
  if (after !== undefined) return after;
  const phrases = asksForThing ? nounPhrases(candidate.view, context.tag) : [];
  const answer = bestAnswer(candidate, phrases, context);
  if (answer === undefined && question.asks === 'where')
    return placeSpan(candidate, context.topic, context.tag);
  return answer !== undefined && (question.plural || isTogether(candidate, answer.mention, context.topic))
    ? listAround(candidate, answer.mention, phrases)
    : answer && spanOf(candidate, answer.mention, question.type);
}

/** "By Ada Quill and Bo Vane": all of them did what is asked. */
const isTogether = ({ view }: Candidate, mention: Mention, { role }: Topic): boolean =>
  role?.of === 'maker' && governingRole(view, mention, role) === 'own';

/** A mention without the "'s" behind it and, where a person is asked for, without the office before the name. */
function spanOf({ view }: Candidate, mention: Mention, type: AnswerType): Span {
  return mention.kind === 'name' && type === 'person'
    ? nameSpan(view, mention, (_, raw) => isOffice(raw))
    : withoutPossessive(view.text, mention.start, mention.end);
}

function bestAnswer(
  candidate: Candidate,
  phrases: readonly Mention[],
  { topic, tag }: FocusContext,
): AnswerCandidate | undefined {
  // A common word that is of the asked-for kind stands in one of the phrases.
  const named = candidate.answers.filter(
    ({ mention: { kind }, fit }) =>
      fit >= LEAST_FIT &&
      (phrases.length === 0 || kind !== 'word') &&
      (topic.question.asks !== 'who' || kind === 'name' || kind === 'quoted' || kind === 'word'),
  );
  const worthOf = createFocusWorth(candidate, topic);
  let best: AnswerCandidate | undefined;
  let most: number = topic.question.type === 'thing' ? FOCUS.leastOfThing : FOCUS.least;
  for (const answer of [...named, ...phraseAnswers(candidate.view, phrases, topic)]) {
    const worth = worthOf(answer);
    if (worth <= most || isOpeningWord(candidate, answer.mention, tag)) continue;
    most = worth;
    best = answer;
  }
  return best;
}

/** "Furthermore", "Note that": a capital that only the sentence's beginning gives. */
function isOpeningWord(
  { view }: Candidate,
  { kind, from, to }: Mention,
  tag: (text: string) => TaggedWord[],
): boolean {
  if (kind !== 'name' || from !== 0 || to !== 1) return false;
  const [first] = tag(view.text.slice(0, OPENING));
  return first !== undefined && !NAMING.has(first.pos);
}

/** Characters that tell what kind of word a sentence begins with. */
const OPENING = 80;
const NAMING: ReadonlySet<string> = new Set(['PROPN', 'NOUN', 'ADJ', 'X']);

/**
 * The clause that gives the reason, from the conjunction on, or the purpose ("to discuss …").
 */
function reasonSpan(text: string, tag: (text: string) => TaggedWord[]): Span | undefined {
  const start = BECAUSE.exec(text)?.index ?? purposeStart(text, tag);
  if (start === undefined) return undefined;
  const rest = text.slice(start);
  const stop = rest.search(/(?:[;–—]|,\s+(?:but|and|who|which|while|with)\b|[.!?]["”’']?$)/);
  const length = stop < 0 ? rest.trimEnd().length : stop;
  return length < 4 ? undefined : [start, start + length];
}

/** Where the last "to" + verb starts that does not belong to a verb of wanting or saying before it. */
function purposeStart(text: string, tag: (text: string) => TaggedWord[]): number | undefined {
  let at = 0;
  let start: number | undefined;
  const words = tag(text);
  for (const [i, { value }] of words.entries()) {
    const place = text.indexOf(value, at);
    if (place < 0) continue;
    at = place + value.length;
    const next = words[i + 1];
    const before = words[i - 1]?.pos;
    if (
      value.toLowerCase() === 'to' &&
      next?.pos === 'VERB' &&
      /^\p{Ll}/u.test(next.value) &&
      before !== 'VERB'
    ) {
      start ??= place;
    }
  }
  return start;
}

/** "what does X call for": what follows the question's last word in the sentence, up to the end of its clause. */
function afterLastWord({ view }: Candidate, { question, all }: Topic): Span | undefined {
  const last = question.content.at(-1)?.term;
  const at = view.words.findLastIndex((word) => word.term === last);
  const word = view.words[at];
  if (word === undefined || last === undefined || /^\p{Lu}/u.test(view.text.slice(word.start, word.end)))
    return undefined;
  const rest = view.text.slice(word.end);
  const lead =
    /^["”’']?\s*(?:(?:for|that|to be|as|to|of|on|in|about|with|by)\s+)?["“‘]?/u.exec(rest)?.[0].length ?? 0;
  const body = rest.slice(lead);
  const stop = body.search(/[,;:.!?"“”–—)]/);
  // "Was called a “racket” by": what is quoted says it.
  if (/["“]/.test(body.charAt(stop)) && !/["“‘]/.test(rest.slice(0, lead))) return undefined;
  const clause = stop < 0 ? body : body.slice(0, stop);
  const span: Span = [word.end + lead, word.end + lead + clause.trimEnd().length];
  const inside = view.words.filter(({ start, end }) => start >= span[0] && end <= span[1]);
  const novel = inside.some((other) => !other.stop && !all.has(other.term));
  return novel && inside.length <= 14 ? span : undefined;
}

/** "Iran, Russia, and Turkey": the whole list that the mention stands in. */
function listAround({ view }: Candidate, mention: Mention, phrases: readonly Mention[]): Span {
  const alike = mention.kind === 'word' ? phrases : view.mentions.filter(({ kind }) => kind === mention.kind);
  const joined = (left: Mention, right: Mention) =>
    /^["”’']?(?:, |,? (?:and|or|&) )(?:the )?["“‘']?$/.test(view.text.slice(left.end, right.start));
  let from = alike.indexOf(mention);
  let to = from;
  for (
    let left = alike[from - 1];
    left !== undefined && joined(left, alike[from] ?? mention);
    left = alike[from - 1]
  )
    from--;
  for (
    let right = alike[to + 1];
    right !== undefined && joined(alike[to] ?? mention, right);
    right = alike[to + 1]
  )
    to++;
  return [alike[from]?.start ?? mention.start, alike[to]?.end ?? mention.end];
}
