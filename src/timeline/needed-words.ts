/** One of these words must be there for a pattern to match. */
type Needed = ReadonlySet<string>;

const PART = /\(\?<?[=!]|(?:[A-Za-z]\w*:)?\(|\)|\||[?*+]|(?:[A-Za-z]\w*:)?([A-Za-z]\w*)/g;

/**
 * Words of a pattern of which every match has at least one: of a sequence the words of the part that tells most, of
 * alternatives those of each. Nothing when a match can do without any.
 *
 * @param common words that too many texts have to tell anything
 */
export function neededWords(pattern: string, common: ReadonlySet<string>): Needed | undefined {
  const parts = [...pattern.matchAll(PART)].map(([text, word]) => ({ text, word }));
  let at = 0;

  function alternatives(): Needed | undefined {
    const all: (Needed | undefined)[] = [sequence()];
    while (parts[at]?.text === '|') {
      at++;
      all.push(sequence());
    }
    return all.every((needed) => needed !== undefined)
      ? new Set(all.flatMap((needed) => [...(needed ?? [])]))
      : undefined;
  }

  function sequence(): Needed | undefined {
    const candidates: Needed[] = [];
    for (let part = parts[at]; part && part.text !== '|' && part.text !== ')'; part = parts[at]) {
      at++;
      let needed: Needed | undefined;
      if (part.text.endsWith('(') || part.text.startsWith('(?')) {
        needed = alternatives();
        at++;
        if (part.text.startsWith('(?')) needed = undefined;
      } else if (part.word !== undefined) needed = new Set([part.word]);
      const repeat = parts[at]?.text ?? '';
      if (['?', '*', '+'].includes(repeat)) at++;
      if (repeat !== '?' && repeat !== '*' && needed !== undefined) candidates.push(needed);
    }
    return candidates.find((words) => ![...words].some((word) => common.has(word))) ?? candidates[0];
  }

  return alternatives();
}
