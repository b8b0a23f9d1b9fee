import type { Word } from '../../text/terms.ts';
import { normalizeWord } from '../../text/words.ts';
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

/** The last words of names that an owner's word opens: "Fenn" where Ida is asked for, and "Ida Fenn" stands there. */
export function surnamesOf(
  { words, mentions }: SentenceView,
  isOwner: (word: Word) => boolean,
): ReadonlySet<string> {
  const names = mentions.filter(({ kind, from, to }) => kind === 'name' && to - from > 1);
  return new Set(
    names.flatMap(({ from, to }) =>
      words.slice(from, to - 1).some(isOwner) ? (words[to - 1]?.term ?? []) : [],
    ),
  );
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

/** "The Argentine Football Association" is not Argentina: its people only say where the association is. */
export function isPartOfOther(
  text: string,
  words: readonly Word[],
  owner: Word,
  { gazetteer }: Topic,
): boolean {
  if (gazetteer.countryOf(normalizeWord(text.slice(owner.start, owner.end))) === undefined) return false;
  for (let at = words.indexOf(owner) + 1; at < words.length; at++) {
    const [before, word] = [words[at - 1], words[at]];
    if (before === undefined || word === undefined || text.slice(before.end, word.start) !== ' ')
      return false;
    const raw = text.slice(word.start, word.end);
    if (!/^\p{Lu}/u.test(raw)) return false;
    if (nounClass(raw) === 'organisation' || FEDERATION.test(raw)) return true;
  }
  return false;
}

const FEDERATION = /^(?:Society|Observatory|Chamber|Football|Olympic)$/;
