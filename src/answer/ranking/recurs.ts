import type { Word } from '../../text/terms.ts';
import type { Candidate } from '../candidates/read-candidates.ts';
import type { Topic } from '../topic/topic.ts';

/** What is held again and again, whatever the articles say. */
const HELD_AGAIN =
  /\b(?:championships?|cup|bowl|elections?|oscars?|grammys?|emmys?|awards?|prize|festival|tournament|olympics|marathon|derby|masters|grand prix|wimbledon|roland garros|eurovision|nobel|ballon d['’]or|grand national|finals?|playoffs|season|budget|summit|census|conference|congress|series)\b/i;
/** What is won again and again, so that no article needs to say so. */
const WON_AGAIN =
  /\b(?:championships?|cup|bowl|oscars?|grammys?|emmys?|awards?|prize|marathon|derby|masters|grand prix|wimbledon|roland garros|eurovision|nobel|ballon d['’]or|grand national|world series|song contest|best (?:picture|film|movie|actor|actress|director|song|album|artist|player))\b|\bopen$|\btour de\b/i;
/** A question with a day, a year or a number of its own asks for that one. */
const NAMES_ONE = /\d|\b(?:this|last|next|yesterday|today|tonight|ago|now|since|during|after|before|when)\b/i;

const WON = /\b(?:won|win|wins|winner|champions?)\b/i;

/** Which of the times is asked for: "who first won", "the last winner"; the newest, when nothing is said. */
export function askedTime(text: string): 'newest' | 'oldest' {
  return /\b(?:first|earliest|originally|oldest)\b/i.test(text) ? 'oldest' : 'newest';
}

/**
 * Whether a question asks for something that happens again and again and does not say which time it means: the articles
 * tell its times apart by years or numbers ("the 2018 World Cup", "the 56th Super Bowl"), or its name says so.
 */
export function recurs(candidates: readonly Candidate[], topic: Topic): boolean {
  const { question, wanted } = topic;
  if (
    NAMES_ONE.test(question.text.replace(/\blast (?=won|held|time)/i, '')) ||
    question.defines !== undefined
  )
    return false;
  if (question.asks === 'when' || question.asks === 'why' || question.asks === 'none') return false;
  const times = new Set<string>();
  for (const { view } of candidates)
    for (const time of timesIn(view.text, view.words, wanted)) times.add(time);
  if (
    question.verb !== undefined &&
    WON.test(question.text) &&
    WON_AGAIN.test(question.text.replace(/[\s?!.]{1,20}$/, ''))
  )
    return true;
  return times.size >= (HELD_AGAIN.test(question.text) ? 1 : 2);
}

/** "2018", "56th", "LVI" beside words of the question. */
function* timesIn(text: string, words: readonly Word[], wanted: ReadonlySet<string>): Generator<string> {
  for (const [at, { term, start, end }] of words.entries()) {
    if (!wanted.has(term) || !/^\p{Lu}|^election/u.test(text.slice(start, end))) continue;
    for (const beside of [words[at - 1], words[at - 2], words[at + 1]]) {
      if (beside === undefined) continue;
      const raw = text.slice(beside.start, beside.end);
      if (/^(?:(?:19|20)\d\d|\d{1,3}(?:st|nd|rd|th)|[XVIL]{2,6})$/.test(raw)) yield raw;
    }
  }
}
