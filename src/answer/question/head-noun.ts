import type { TaggedWord } from '../../text/wink.ts';

/** Nouns that only lead to the one behind "of": "the name of the blaze", "which of these people". */
const EMPTY_NOUNS = new Set(['name', 'kind', 'type', 'sort', 'form', 'title', 'some', 'piece']);
/** Whose things are kinds of things: "which children's book" asks for a book, "which company's shares" for a company. */
const GENERIC_OWNERS = new Set(['child', 'children', 'men', 'women', 'people', 'world']);
const BE = /^(?:is|are|was|were|['’]s|['’]re)$/i;
const POSSESSIVE = /^(?:his|her|its|their|our|my|your)$/i;
const OPENS_DESCRIPTION = new Set(['DET', 'ADJ', 'ADV', 'NUM', 'SYM', 'DESCRIPTION']);

/** What stands before a noun phrase; what may follow its noun depends on it. */
type Opener = 'what' | 'which' | 'is' | 'of';

/**
 * The noun that a question word stands for: "country" of "which country", "people" of "how many people", "cost" of "what
 * is the estimated cost".
 * @param at the place of the question word, or of "this" in "this French city is …"
 * @returns undefined when there is none: "what did she say", "releasing what from their cages"
 */
export function headNoun(tagged: readonly TaggedWord[], at: number): string | undefined {
  const opening = tagged[at]?.value.toLowerCase();
  const [first, ...rest] = joinHyphens(tagged.slice(at + 1));
  if (first === undefined) return undefined;
  if (opening === 'how') {
    // "How much do experts expect"
    return /^(?:many|much)$/i.test(first.value) && rest[0]?.pos !== 'AUX'
      ? phraseHead(rest, 'which')
      : undefined;
  }
  if (first.pos === 'AUX') return BE.test(first.value) ? phraseHead(rest, 'is') : undefined;
  return phraseHead([first, ...rest], opening?.startsWith('what') === true ? 'what' : 'which');
}

/** The noun that a topic without a question word is about: "length" of "harbour bridge length", "toll" of "toll of the war". */
export function topicNoun(tagged: readonly TaggedWord[]): string | undefined {
  return phraseHead(joinHyphens(tagged), 'is');
}

/** The head of the noun phrase that the words open with. */
function phraseHead(words: readonly TaggedWord[], opener: Opener): string | undefined {
  let head: TaggedWord | undefined;
  /** The noun before what was described anew: "Prize" in "which Nobel Prize-winning author". */
  let earlier: TaggedWord | undefined;
  for (const [i, word] of words.entries()) {
    const next = words[i + 1];
    const rest = words.slice(i + 1);
    const isNounNext = isNoun(next) && !isVerbAsNoun(next, words[i + 2]);
    if (isNoun(word) && !/^following$/i.test(word.value)) {
      // "Which airline plans to buy": a verb, taken for a noun.
      if (head !== undefined && isVerbAsNoun(word, next)) break;
      // "The reason IBM gave", "which player Joe Musgrove": the name stands beside the noun.
      if (head?.pos === 'NOUN' && word.pos === 'PROPN') earlier = head;
      head = word;
    } else if (head === undefined) {
      if (word.value === 'of') return phraseHead(rest, 'of');
      if (word.pos === 'AUX' && BE.test(word.value) && i > 0) return phraseHead(rest, 'is');
      if (opener !== 'is' && isAlone(word, next)) return word.value;
      const goesOn =
        OPENS_DESCRIPTION.has(word.pos) ||
        POSSESSIVE.test(word.value) ||
        /^(?:following|not|among)$/i.test(word.value) ||
        (word.pos === 'VERB' && opener !== 'what' && (isNounNext || next?.pos === 'ADJ'));
      if (!goesOn) break;
    } else if (word.value === 'of' && EMPTY_NOUNS.has(head.value.toLowerCase())) {
      return phraseHead(rest, 'of');
    } else if (/^['’]s?$/.test(word.value)) {
      // "What is Daraa's area?" asks for the area, "which company's shares fell?" for the company.
      const isOwner = opener === 'what' || opener === 'which';
      if (isOwner && !GENERIC_OWNERS.has(head.value.toLowerCase())) break;
      return phraseHead(rest, 'which') ?? head.value;
    } else if (head.pos === 'PROPN' && isAlone(word, next)) {
      return word.value;
    } else if (word.pos === 'DESCRIPTION') {
      earlier = head;
      head = undefined;
    } else {
      const describesNext =
        word.pos === 'NUM' ||
        (head.pos === 'PROPN' &&
          ((word.pos === 'ADJ' && !word.value.endsWith('ed')) || word.value.endsWith('ing')));
      const isRecordHigh =
        opener === 'is' && /^AD[JV]$/.test(word.pos) && (isNoun(next) || isNoun(words[i + 2]));
      if (!(describesNext && isNounNext) && !isRecordHigh) break;
    }
  }
  // "What is Apple planning": a name alone says who does it.
  const isNamed = head?.pos === 'PROPN' && (opener === 'is' || opener === 'of');
  return (isNamed ? earlier : (head ?? earlier))?.value;
}

const isNoun = (word: TaggedWord | undefined): word is TaggedWord =>
  word?.pos === 'NOUN' || word?.pos === 'PROPN';

function isVerbAsNoun({ pos, value }: TaggedWord, next: TaggedWord | undefined): boolean {
  return pos === 'NOUN' && value.endsWith('s') && next?.value === 'to';
}

/** "Which British royal was": an adjective that stands for a noun. */
function isAlone({ pos, value }: TaggedWord, next: TaggedWord | undefined): boolean {
  return (
    pos === 'ADJ' &&
    !/^following$/i.test(value) &&
    (next?.pos === 'AUX' || next?.pos === 'VERB' || next?.pos === 'PART')
  );
}

/**
 * Without quotation marks, and with "Trump-backed", "well-known", "4-year-old" as one word that describes; "one-day" and
 * "pop-up" too, unless nothing follows for them to describe.
 */
function joinHyphens(tagged: readonly TaggedWord[]): TaggedWord[] {
  const words = tagged.filter(({ value }) => !/^["“”‘’']$/.test(value));
  const joined: TaggedWord[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === undefined) break;
    if (words[i + 1]?.value !== '-') {
      joined.push(word);
      continue;
    }
    while (words[i + 1]?.value === '-' && words[i + 2] !== undefined) i += 2;
    const last = words[i] ?? word;
    const describes = isNoun(words[i + 1]) || words[i + 1]?.pos === 'ADJ';
    joined.push(describes || !isNoun(last) ? { value: last.value, pos: 'DESCRIPTION' } : last);
  }
  return joined;
}
