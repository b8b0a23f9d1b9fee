import { normalizeWord } from '../../text/words.ts';
import type { Candidate } from '../candidates/read-candidates.ts';
import type { AnswerType } from '../question/answer-types.ts';
import type { Topic } from '../topic/topic.ts';
import type { SentenceView } from './sentence-views.ts';

/** Asked-for kinds that a number, a day or a sum answers. */
export const QUANTITIES: ReadonlySet<AnswerType> = new Set([
  'date',
  'number',
  'money',
  'percent',
  'duration',
]);
/** What fits the asked-for kind less is none of it. */
const LEAST_FIT = 0.35;

/**
 * Whether a sentence has something of the kind that is asked for: a number, a day, a sum, a name beside what it is the
 * name of, or where something lies.
 * @param asksMore whether anything is asked of the names ("where is X" asks for nothing but X)
 */
export function hasAskedKind({ view, answers }: Candidate, topic: Topic, asksMore: boolean): boolean {
  const { question } = topic;
  // "Who was king before Abel": a sentence about Abel has to tell an order.
  if (question.type === 'person' && ORDER.test(question.text) && !ORDERED.test(view.text)) return false;
  if (QUANTITIES.has(question.type))
    return answers.some(
      ({ fit, mention }) =>
        fit >= LEAST_FIT && !(ENDS.test(question.text) && SINCE.test(view.text.slice(0, mention.start))),
    );
  if (/\bnames? of (?:the|an?|his|her|their)\b/i.test(question.text) && question.attribute === undefined)
    return isNamed(view, topic);
  return asksMore || question.asks !== 'where' || isPlaced(view, topic);
}

/** "What is the name of the envoy": the name stands right beside what it is the name of. */
function isNamed({ text, words, mentions }: SentenceView, { wanted, all }: Topic): boolean {
  return mentions.some(({ kind, start, end, from, to }) => {
    if (kind !== 'name' && kind !== 'quoted') return false;
    if (words.slice(from, to).every(({ term }) => all.has(term))) return false;
    const [near, after] = [words[from - 1], words[to]];
    const isCalled = near !== undefined && CALLED.test(text.slice(near.start, near.end));
    const before = isCalled ? words[from - 2] : near;
    const isBehind =
      before !== undefined && wanted.has(before.term) && NAMES.test(text.slice(before.end, start));
    return (
      isBehind ||
      (after !== undefined && wanted.has(after.term) && /^,? $/.test(text.slice(end, after.start)))
    );
  });
}

const CALLED = /^(?:called|named|dubbed)$/i;
const NAMES = /^,? (?:called |named |dubbed )?["“‘']?$/;

const ORDER = /\b(?:before|after) \p{L}/iu;
const ORDERED = /\b(?:before|after|succeed\w*|successor|predecessor|preced\w*|replac\w*|follow\w*)\b/i;
/** "Since 2011" is no day on which anything ended. */
const ENDS = /\b(?:end|ends|ended|finish|finished|over|stop|stopped|leave|left|close|closed)\b/i;
const SINCE = /\bsince $/i;

const PLACED_BEHIND =
  /^(?:,? (?:in|near|on|off|outside|north|south|east|west|between)\b|, \p{Lu}|,? (?:which |that )?(?:is|lies|was|stands|are) (?:located|situated|based|found|in|near|on|at|north|south|east|west)\b)/u;

/** "Vellmark, in Veltia", "the Veltian Vellmark": where only a name is asked for, the sentence says where it lies. */
function isPlaced({ text, words }: SentenceView, { wanted, gazetteer }: Topic): boolean {
  return words.some(({ term, end }, i) => {
    if (!wanted.has(term) || wanted.has(words[i + 1]?.term ?? '')) return false;
    const before = words[i - 1];
    const people = before === undefined ? '' : normalizeWord(text.slice(before.start, before.end));
    return gazetteer.countryOf(people) !== undefined || PLACED_BEHIND.test(text.slice(end, end + 40));
  });
}
