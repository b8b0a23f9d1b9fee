import type { TermReader } from '../../text/terms.ts';
import type { Span } from '../answer.ts';
import type { AnswerCandidate, Candidate } from '../candidates/read-candidates.ts';
import { isOffice } from '../question/answer-types.ts';
import { createHolding } from '../sentence/attribute-bond.ts';
import { holdersAt } from '../sentence/office-holder.ts';
import type { Topic } from '../topic/topic.ts';
import { nameSpan } from './name-span.ts';

/** Relations of which the asked-for side is told by the question's verb, not by who stands beside. */
const NO_OFFICE: ReadonlySet<string> = new Set(['related', 'owned', 'owner']);
/** So many words may stand between an office and an owner that the holder's name is glued to. */
const LINK_REACH = 3;
/** "USA Ada Quill": no part of her name either. */
const LETTERS_OF_STATE = /^(?:USA?|UK|UN|EU)$/;

/**
 * Makes the function from a candidate to the name that stands by the asked-for office or relation, whatever word the text
 * has for it: "President Ada Quill" where a leader is asked for. Undefined when none is asked for.
 */
export function createHolderSpan(
  topic: Topic,
  reader: TermReader,
): ((candidate: Candidate) => Span | undefined) | undefined {
  const { attribute } = topic.question;
  if (attribute === undefined || NO_OFFICE.has(attribute.word)) return undefined;
  const { isNamed, isOwner, readAt } = createHolding(attribute, topic, (word) => reader.term(word));
  return ({ view, answers }) => {
    const { words, text } = view;
    for (const [at, { term }] of words.entries()) {
      if (!isNamed(term)) continue;
      const { isHeld, isSame } = readAt(view, at);
      if (!isHeld || !isSame) continue;
      // "Envoy to Veltia Ada Quill": the name of the country is no part of hers.
      const isGlued = ({ mention: { kind, from, to, start } }: AnswerCandidate): boolean => {
        const [opening, last, office] = [words[from], words[to - 1], words[at]];
        if (kind !== 'name' || opening === undefined || last === undefined || office === undefined)
          return false;
        return (
          from > at &&
          from - at <= LINK_REACH &&
          isOwner(opening) &&
          !isOwner(last) &&
          /^ (?:of|to|for|in) (?:the )?$/.test(text.slice(office.end, start))
        );
      };
      const holder = answers.find(isGlued) ?? holdersAt(view, answers, at, isOwner)[0];
      if (holder === undefined) continue;
      return nameSpan(
        view,
        holder.mention,
        (word, raw) => isOwner(word) || isOffice(raw) || LETTERS_OF_STATE.test(raw),
      );
    }
    return undefined;
  };
}
