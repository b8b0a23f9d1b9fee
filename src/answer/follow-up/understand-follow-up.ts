import type { Gazetteer } from '../../text/gazetteer.ts';
import { trimEndOf } from '../../text/trim-ends.ts';
import type { Language, TaggedWord } from '../../text/wink.ts';
import { askAnew } from './ask-anew.ts';
import { findThings, kindOfText, placeOf } from './find-things.ts';
import { type FollowUp, readFollowUp } from './read-follow-up.ts';
import { type Frame, readFrame } from './read-frame.ts';
import { hasOwnReferents, hasPronoun, type Referents, resolvePronouns } from './resolve-pronouns.ts';
import { substitute } from './substitute.ts';
import { tagWords } from './tag-words.ts';

/** A question that was asked, and what was answered. */
export interface Turn {
  /** As it was understood. */
  readonly question: string;
  /** The words that answer, if there are any: a name, a place, a day. */
  readonly answer?: string | undefined;
}

/** What a text means after a question. */
export type Understanding =
  /** It asks this. */
  | { readonly kind: 'understood'; readonly question: string }
  /** It is a question of its own. */
  | { readonly kind: 'own' }
  /** It refers to something, and nothing that was said fits. */
  | { readonly kind: 'lost' };

export interface FollowUpTools {
  readonly language: Pick<Language, 'tag' | 'knows'>;
  readonly gazetteer: Gazetteer;
}

/** Characters that are read of a question, and of an answer. */
const LIMITS = { question: 300, answer: 80 } as const;

/** What stands behind a question. */
const BEHIND = /[\s?!.]/;

const TELLS_NOTHING = /\b(?:ones?|others?|rest|same|next|previous|latter|former)\b/i;

/** What a text asks when it follows a question, by rules; never a guess. */
export function understandFollowUp(turn: Turn, typed: string, tools: FollowUpTools): Understanding {
  const followUp = readFollowUp(typed.slice(0, LIMITS.question));
  const before = trimEndOf(turn.question.slice(0, LIMITS.question).trim(), BEHIND);
  const tagged = tagWords(before, tools.language);
  const frame = readFrame(tagged);
  const referents: Referents = {
    things: findThings(tagged, tools.gazetteer),
    answer: answerOf(turn, frame, tools),
    frame,
  };
  if (followUp.kind === 'sentence') {
    const words = tagWords(followUp.text, tools.language);
    const own = findThings(words, tools.gazetteer);
    if (!hasPronoun(words) || hasOwnReferents(words, own)) return { kind: 'own' };
    const isPhrase = !words.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
    if (isPhrase) return understood(meant({ kind: 'about', text: followUp.text }, tagged, referents, tools));
    return understood(resolvePronouns(words, referents));
  }
  return understood(meant(followUp, tagged, referents, tools));
}

function meant(
  followUp: Exclude<FollowUp, { kind: 'sentence' }>,
  tagged: readonly TaggedWord[],
  referents: Referents,
  { language, gazetteer }: FollowUpTools,
): string | undefined {
  const { frame, answer, things } = referents;
  if (followUp.kind === 'asks') {
    const isName =
      answer !== undefined && /^(?:person|name|organisation|place|thing|things)$/.test(answer.kind);
    return (
      frame && askAnew(frame, followUp.asking, { name: isName ? answer.text : undefined }, language.knows)
    );
  }
  if (followUp.kind === 'measures') {
    const pronoun =
      followUp.adjective === 'old' && things.some(({ kind }) => kind === 'person') ? 'he' : 'it';
    return resolvePronouns(tagWords(`how ${followUp.adjective} is ${pronoun}`, language), referents);
  }
  // "The one before", "the others": of which, nobody has said.
  if (TELLS_NOTHING.test(followUp.text)) return undefined;
  const { preposition } = followUp;
  const words = tagWords(followUp.text, language);
  const text = hasPronoun(words) ? resolvePronouns(words, referents) : followUp.text;
  if (text === undefined || (hasPronoun(words) && words.length === 1)) return undefined;
  return substitute(tagged, things, {
    text,
    kind: kindOfText(words, gazetteer),
    place: placeOf(text, gazetteer),
    preposition,
  });
}

/** What the answer names, when it is what the question word asked for. */
function answerOf(
  { answer }: Turn,
  frame: Frame | undefined,
  { language, gazetteer }: FollowUpTools,
): Referents['answer'] {
  const text = answer === undefined ? undefined : trimEndOf(answer.trim(), /[.,;:]/);
  if (text === undefined || text === '' || text.length > LIMITS.answer || frame === undefined)
    return undefined;
  if (frame.kind === 'phrase') return undefined;
  const asked = frame.asked.join(' ').toLowerCase();
  const kind = kindOfText(tagWords(text, language), gazetteer);
  const isName = /^(?:the )?\p{Lu}/u.test(text);
  if (/^who\b/.test(asked)) return isName && kind !== 'date' && kind !== 'place' ? { text, kind } : undefined;
  if (/^where\b|(?:country|city|town|state|place)$/.test(asked))
    return isName ? { text, kind: 'place' } : undefined;
  if (/^when\b|(?:year|day|month|date)$/.test(asked)) return kind === 'date' ? { text, kind } : undefined;
  return /^(?:which|what)\b/.test(asked) && isName
    ? { text, kind: kind === 'name' ? 'thing' : kind }
    : undefined;
}

function understood(question: string | undefined): Understanding {
  if (question === undefined) return { kind: 'lost' };
  const asked = trimEndOf(question.replace(/ ([,;.?!])/g, '$1').replace(/ (['’]s?\b)/g, '$1'), BEHIND);
  return { kind: 'understood', question: `${asked.charAt(0).toLowerCase()}${asked.slice(1)}?` };
}
