/** One of these words must be there for a pattern to match. */
export type Needed = ReadonlySet<string>;

const PART = /\(\?<?[=!]|(?:(?<!\w)[A-Za-z]\w*:)?\(|\)|\||[?*+]|(?<!\w)(?:[A-Za-z]\w*:)?([A-Za-z]\w*)/g;

/**
 * Sets of words of a pattern: every match has a word of each set. A sequence needs what each of its parts needs; of
 * alternatives, what is needed is one word out of the set of each that tells most. Empty when a match can do without any.
 *
 * @param common words that too many texts have to tell anything; the set that tells most comes first
 */
export function neededWords(pattern: string, common: ReadonlySet<string>): readonly Needed[] {
  const parts = [...pattern.matchAll(PART)].map(([text, word]) => ({ text, word }));
  let at = 0;

  function alternatives(): readonly Needed[] {
    const all = [sequence()];
    while (parts[at]?.text === '|') {
      at++;
      all.push(sequence());
    }
    if (all.length === 1) return all[0] ?? [];
    const best = all.map((needed) => needed[0]);
    return best.every((needed) => needed !== undefined)
      ? [new Set(best.flatMap((needed) => [...(needed ?? [])]))]
      : [];
  }

  function sequence(): readonly Needed[] {
    const found: Needed[] = [];
    for (let part = parts[at]; part && part.text !== '|' && part.text !== ')'; part = parts[at]) {
      at++;
      let needed: readonly Needed[] = [];
      if (part.word !== undefined) needed = [new Set([part.word])];
      else {
        needed = alternatives();
        at++;
        if (part.text.endsWith('!')) needed = [];
      }
      const repeat = parts[at]?.text ?? '';
      if (['?', '*', '+'].includes(repeat)) at++;
      if (repeat !== '?' && repeat !== '*') found.push(...needed);
    }
    return found.toSorted((a, b) => Number(isCommon(a)) - Number(isCommon(b)));
  }

  function isCommon(words: Needed): boolean {
    return [...words].some((word) => common.has(word));
  }

  return alternatives();
}
