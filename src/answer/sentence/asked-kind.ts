import { normalizeWord } from '../../text/words.ts';
import type { Candidate } from '../candidates/read-candidates.ts';
import { nounClass, QUANTITIES } from '../question/answer-types.ts';
import type { Topic } from '../topic/topic.ts';
import type { SentenceView } from './sentence-views.ts';

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
  if (question.type === 'date' && NEXT.test(question.text) && !TO_COME.test(view.text)) return false;
  if (QUANTITIES.has(question.type))
    return answers.some(
      ({ fit, mention }) =>
        fit >= LEAST_FIT && !(ENDS.test(question.text) && SINCE.test(view.text.slice(0, mention.start))),
    );
  if (/\bnames? of (?:the|an?|his|her|their)\b/i.test(question.text) && question.attribute === undefined)
    return isNamed(view, topic);
  if (question.type === 'truth' && !SUPPOSES.test(question.text) && isOnlySupposed(view, topic)) return false;
  if (question.type === 'reason') return givesReason(view.text);
  if (WHO_SAYS.test(question.text) && !SPEECH.test(view.text)) return false;
  const speaker = SAYS.exec(question.text)?.[1];
  if (speaker !== undefined && !speaks(view, speaker, topic)) return false;
  if (question.asks !== 'where' || isPlaced(view, topic)) return true;
  if (!asksMore) return LIES_AS_IT.test(view.text);
  if (!BARE_WHERE.test(question.text)) return true;
  return LIES_THERE.test(view.text) || answers.some(({ fit }) => fit >= LEAST_FIT);
}

/** "Where is the old mint": what has no place says nothing of it; "where are the looms kept" may be told in any words. */
const BARE_WHERE =
  /^where(?:['’]?s| is| are| was| were) (?:\S{1,30} ){0,3}(?!\S*(?:ed|en|eld|ade|ept|ilt|ound|ing)\b)\S{1,30}?\??$/i;

const LIES_AS_IT = /^It (?:lies|stands|is (?:located|situated)) /;
const LIES_THERE =
  /\b(?:lies|lay|located|situated|stands|stood|based|headquartered|nestles) (?:\p{L}{1,12} )?(?:in|on|at|within|near|north|south|east|west|between|along|outside|off)\b/iu;

/** What fits a person less is hardly one. */
const LEAST_PERSON = 0.1;
const GOES_ON = /^["“‘']?(?:He|She|They)\b/;

/** Whether a question asks who did something, and a sentence names nobody who could have, nor goes on about somebody. */
export function lacksPerson({ view, answers }: Candidate, { question }: Topic): boolean {
  const { asks, type, defines, attribute } = question;
  if (asks !== 'who' || type !== 'person' || defines !== undefined || attribute !== undefined) return false;
  if (GOES_ON.test(view.text) || answers.some(({ fit }) => fit >= LEAST_PERSON)) return false;
  return !view.words.some(({ start, end }) => isPeople(view.text.slice(start, end)));
}

/** "Which divers raised last year": people who are named by what they do. */
const isPeople = (word: string): boolean =>
  /^\p{Ll}{3,}(?:ers|ors|men|ists|ants|ents)$/u.test(word) && nounClass(word) === 'person';

/** "What did the mayor say about …" */
const SAYS =
  /^what (?:did|has|have) (.{2,60}?) (?:say|said|tell|told|answer|reply|respond|claim|claimed|announce|announced|warn|warned)\b/i;
/** "Who says that the mayor left": somebody has to say it. */
const WHO_SAYS = /^who (?:says|said|claims|claimed|announced|warned|tells|told)\b/i;
const SPEECH = /\b(?:said|says|say|told|tells|adds|added|claim(?:s|ed)|announce[sd]|warn(?:s|ed))\b/i;

/** Whether a sentence in which somebody speaks lets those speak whom the question names: not "she said that the mayor …". */
function speaks({ text, words }: SentenceView, speaker: string, { wanted }: Topic): boolean {
  const speech = SPEECH.exec(text);
  const name = normalizeWord(speaker.split(/\s+/).at(-1) ?? '');
  const at = words.findIndex(
    ({ term, start, end }) => wanted.has(term) && normalizeWord(text.slice(start, end)) === name,
  );
  const word = words[at];
  if (speech === null) return /["“”]/.test(text);
  if (word === undefined) return true;
  // "“… Turkey …”, he said": whom the quote names does not speak.
  if (word.start < speech.index)
    return !(SAID_BY_PRONOUN.test(text.slice(0, speech.index)) && isQuoted(text, word.start));
  // "…”, said the mayor"
  return (
    /^["”’',]?\s?(?:the |by |that )?(?:\S+ ){0,2}$/.test(
      text.slice(speech.index + speech[0].length, word.start),
    ) && !/\bthat\b/.test(text.slice(speech.index, word.start))
  );
}

const SAID_BY_PRONOUN = /\b(?:he|she|they|it) $/i;
const isQuoted = (text: string, at: number): boolean => text.lastIndexOf('“', at) > text.lastIndexOf('”', at);

/** What opens a reason: a cause, an occasion, a fear. */
const CAUSE =
  /\b(?:because|due to|owing to|thanks to|since|so that|so as to|reasons?|caus(?:e[sd]?|ing)|le(?:a)?ds? to|led to|result(?:s|ed|ing)? (?:in|from|of)|amid|after|when|as (?:the|an?|he|she|it|they)|in (?:protest|response|retaliation|order)|fear(?:s|ed|ing)?|accus(?:ed|ing)|driven by|(?:limited|hampered|hindered|prevented|inspired|motivated|prompted|forced) by|fuel\p{L}{1,4}|trigger\p{L}{1,3}|exacerbated|blam(?:es?|ed|ing)|considering|citing|following)\b/iu;
/** An aim: "to support …", not "prepared to support", "refused to support". */
const AIM =
  /(?<!\b(?:prepared|ready|able|unable|likely|expected|going|refus(?:ed?|ing)|continued?|want(?:s|ed)?|need(?:s|ed)?|ha(?:ve|s|d)|beg(?:an|in|ins)|start(?:s|ed)|tr(?:y|ies|ied)|succeed(?:ed)?|yet|agreed?|decided?|failed|seem(?:s|ed)?|appear(?:s|ed)?|used|close|according|next|due|similar|return(?:s|ed)?|said|lead|linked|related|belongs?|ally|refers?|respect|up|add(?:s|ed)?)) to (?!the|an?|its?|his|her|their|this|that|all|any|be|\p{Ll}+ing\b)\p{Ll}{2,}/u;

/** Asked of what may be, not of what is. */
const SUPPOSES = /^(?:would|will|could|can|may|might|should)\b|\bif\b/i;

/** Whether what is asked stands only in a clause that supposes it: "if they lose a game, …". */
function isOnlySupposed({ text, words }: SentenceView, { question, terms }: Topic): boolean {
  const verb = terms.find(({ term }) => term === question.verb?.term);
  const said = words.filter(({ term }) => term === verb?.term || verb?.told.has(term) === true);
  return said.length > 0 && said.every(({ start }) => SUPPOSING.test(clauseBefore(text, start)));
}

const SUPPOSING = /\bif\b/i;
const clauseBefore = (text: string, end: number): string =>
  text.slice(Math.max(0, ...[',', '.', ';', ':'].map((mark) => text.lastIndexOf(mark, end))), end);

const givesReason = (text: string): boolean => CAUSE.test(text) || AIM.test(text);

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

/** "When is the next vote": what was held tells nothing of it. */
const NEXT = /^when (?:is|are|will) (?:\S{1,20} ){0,3}(?:next|upcoming)\b/i;
const TO_COME =
  /\b(?:next|upcoming|will|shall|scheduled|planned|plans|due|set for|expected|to be (?:held|released))\b/i;

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
    const rawAt = (at: number) => text.slice(words[at]?.start ?? 0, words[at]?.end ?? 0);
    let first = i;
    while (wanted.has(words[first - 1]?.term ?? '')) first--;
    // "The British Vellmark", "the British website “Vellmark”"
    const people = /^\p{Ll}/u.test(rawAt(first - 1)) ? rawAt(first - 2) : rawAt(first - 1);
    return (
      gazetteer.countryOf(normalizeWord(people)) !== undefined ||
      PLACED_BEHIND.test(text.slice(end, end + 40))
    );
  });
}
