import type { Word } from '../../text/terms.ts';
import type { AnswerCandidate, Candidate } from '../candidates/read-candidates.ts';
import { nounClass } from '../question/answer-types.ts';
import type { Topic } from '../topic/topic.ts';
import type { SentenceView } from './sentence-views.ts';
import { isSpeltOut } from './told-share.ts';

/** Whether a sentence has a term, in another spelling or by its letters too. */
export function holdsTerm(view: SentenceView, term: string, { terms }: Topic): boolean {
  const asked = terms.find((one) => one.term === term);
  return [term, ...(asked?.others ?? [])].some((one) => view.terms.has(one)) || isSpeltOut(term, view);
}

/** "His company, Vellmark", "Quill's firm Vellmark" for who owns Vellmark. */
export function isTheirThing(
  { text, words }: SentenceView,
  at: number,
  isOwner: (word: Word) => boolean,
): boolean {
  const [thing, next] = [words[at], words[at + 1]];
  if (thing === undefined || next === undefined || !isOwner(next)) return false;
  if (nounClass(text.slice(thing.start, thing.end)) !== 'organisation') return false;
  if (!/^,? ?["“‘']?$/.test(text.slice(thing.end, next.start))) return false;
  return /(?:\b(?:his|her|their)|['’]s) (?:\p{Ll}{1,20} ){0,2}$/u.test(text.slice(0, thing.start));
}

/** "Vice president" is no president. */
export function isOtherOffice({ text, words }: SentenceView, at: number, { all }: Topic): boolean {
  const [before, noun] = [words[at - 1], words[at]];
  if (before === undefined || noun === undefined || all.has(before.term)) return false;
  return /^(?:vice|deputy|assistant|associate|shadow|honorary)[ -]$/i.test(
    text.slice(before.start, noun.start),
  );
}

/** So many words may stand between an office and who holds it. */
const HOLDER_REACH = 5;
const ELSEWHERE = /\b(?:to|in|from|at|on|with|about|against|near|into|than) (?:the )?["“‘']?$/i;

const ANOTHER = /\b(?:and|with|while|that|after|before|when|amid|between|among|about|against|from|into|on)\b/;

/** What stands between a word and a mention. */
function between(words: readonly Word[], at: number, from: number, to: number, text: string): string {
  return from > at
    ? text.slice(words[at]?.end ?? 0, words[from]?.start ?? 0)
    : text.slice(words[to - 1]?.end ?? 0, words[at]?.start ?? 0);
}

/** Whether somebody else than the owner stands by an office, or a pronoun goes on about somebody. */
export function tellsWho(
  view: SentenceView,
  answers: Candidate['answers'],
  at: number,
  isOwner: (word: Word) => boolean,
): boolean {
  if (/^["“‘']?(?:He|She|It|They)\b/.test(view.text) && at < HOLDER_REACH) return true;
  return holdersAt(view, answers, at, isOwner).length > 0;
}

/** Those other than the owner who stand by an office, the nearest first; behind it comes before in front of it. */
export function holdersAt(
  { text, words }: SentenceView,
  answers: Candidate['answers'],
  at: number,
  isOwner: (word: Word) => boolean,
): AnswerCandidate[] {
  const isNamedOnce = words.filter(isOwner).length < 2;
  const distance = ({ mention: { from, to } }: AnswerCandidate) =>
    from <= at && at < to ? 0 : from > at ? from - at : at - to + 1.5;
  return answers
    .filter(
      ({ mention: { kind, from, to, start } }) =>
        (kind === 'name' || kind === 'quoted') &&
        Math.min(Math.abs(from - at), Math.abs(at - to + 1)) <= HOLDER_REACH &&
        !(
          isNamedOnce &&
          words.slice(from, to).some((word, i) => from + i !== at && isOwner(word)) &&
          !(from <= at && at < to)
        ) &&
        !ELSEWHERE.test(text.slice(Math.max(0, start - 20), start)) &&
        !ANOTHER.test(between(words, at, from, to, text)),
    )
    .sort((one, other) => distance(one) - distance(other));
}
