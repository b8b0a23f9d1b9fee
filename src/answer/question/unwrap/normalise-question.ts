import { plainCharacters } from '../../../text/plain-characters.ts';
import { boundQuestion } from '../bound-question.ts';
import { withoutCourtesies } from './courtesy.ts';
import { directOrder } from './direct-order.ts';
import { withoutMarkup } from './strip-markup.ts';
import { withoutWrappers } from './wrappers.ts';

/** Courtesies may stand within quotation marks, and these behind courtesies. */
const MOST_ROUNDS = 4;

/**
 * What is asked, out of what someone typed or pasted: plain characters, no markup, nothing that it was wrapped in, no
 * courtesies. Done once at every door, before the question is read. Doing it again changes nothing.
 * @returns one line; empty when there is nothing to read in it
 */
export function normaliseQuestion(text: string): string {
  const line = withoutMarkup(plainCharacters(text)).replace(/\s+/gu, ' ').trim();
  let question = line;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const bare = withoutWrappers(question);
    const asked = withoutCourtesies(bare);
    const next = asked === bare ? bare : directOrder(asked);
    if (next === question) break;
    question = next;
  }
  return question;
}

/**
 * A question as it is read and shown: what is asked in what was sent, bounded. What holds no word stays as it is.
 * @param longest UTF-16 units that are kept at most
 */
export function askedQuestion(text: string, longest: number): string {
  // Whatever stands around a question may be longer than it, but not without end.
  const asked = boundQuestion(normaliseQuestion(text.slice(0, longest * MOST_AROUND)), longest);
  return /[\p{L}\p{N}]/u.test(asked) ? asked : boundQuestion(text, longest);
}

const MOST_AROUND = 4;
