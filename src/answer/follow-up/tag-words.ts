import type { Language, TaggedWord } from '../../text/wink.ts';

/** The words of a text with their parts of speech: "Al-Shaer" and "Putin's" are one word each. */
export function tagWords(text: string, { tag }: Pick<Language, 'tag'>): TaggedWord[] {
  const words: TaggedWord[] = [];
  let glue = false;
  for (const word of tag(text)) {
    const last = words.at(-1);
    const isHyphen = /^[-‐‑–]$/.test(word.value);
    const isTail = /^['’](?:s|t|re|ve|ll|d)?$/i.test(word.value);
    if (last !== undefined && (isTail || isHyphen || glue)) {
      const pos = isTail || isHyphen ? last.pos : word.pos;
      words[words.length - 1] = { value: last.value + word.value, pos };
    } else words.push(word);
    glue = isHyphen;
  }
  return withVerb(words);
}

/**
 * Tags the verb of a question that the tagger took for a noun: "what causes malaria", "where did the plane crash", "when did
 * Putin visit Iran".
 */
function withVerb(words: readonly TaggedWord[]): TaggedWord[] {
  const at = verbTakenForNoun(words);
  return words.map((word, i) => (i === at ? { ...word, pos: 'VERB' } : word));
}

function verbTakenForNoun(words: readonly TaggedWord[]): number {
  const [first, second] = words;
  if (/^(?:who|what)$/i.test(first?.value ?? '') && second?.pos === 'NOUN' && /[^s]s$/.test(second.value))
    return 1;
  const [, , third, fourth] = words;
  const follows = /^(?:ADP|DET|PROPN)$/.test(fourth?.pos ?? '');
  if (
    /^(?:which|what)$/i.test(first?.value ?? '') &&
    third?.pos === 'NOUN' &&
    /[^s]s$/.test(third.value) &&
    follows
  )
    return 2;
  const helper = words.findIndex(({ value }) => /^(?:do|does|did)$/i.test(value));
  if (helper === -1 || words.slice(helper + 1).some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return -1;
  const clause = words.slice(helper + 1);
  const end = clause.findIndex(({ pos }, i) => i > 0 && !/^(?:NOUN|PROPN|ADJ|PRON|NUM)$/.test(pos));
  const run = end === -1 ? clause : clause.slice(0, end);
  const last = run.findLastIndex(
    ({ value, pos }, i) => i > 0 && /^(?:NOUN|ADJ)$/.test(pos) && /^\p{Ll}/u.test(value),
  );
  return last === -1 ? -1 : helper + 1 + last;
}
