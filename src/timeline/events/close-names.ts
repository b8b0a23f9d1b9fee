/** What completes the beginning of a name with the corpus's own names, most frequent first. */
export interface NameSource {
  names(typed: string, limit: number): readonly { readonly name: string; readonly count: number }[];
}

const DEFAULTS = {
  /** Letters of a word that must agree at least. */
  leastLetters: 3,
  /** Letters of a word that are looked at. */
  mostLetters: 30,
  /** Characters and words of the topic that are looked at. */
  topic: 200,
  words: 8,
  /** Names looked at for each beginning. */
  looked: 20,
} as const;

/**
 * Names of the corpus that resemble a topic that it does not mention: those of which a word begins most alike; when
 * there are none, the most frequent ones.
 *
 * @param limit how many at most
 */
export function closeNames(source: NameSource, topic: string, limit: number): string[] {
  const found = new Map<string, number>();
  const words = topic.slice(0, DEFAULTS.topic).match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const word of new Set(words.slice(0, DEFAULTS.words))) {
    const most = Math.min(word.length, DEFAULTS.mostLetters);
    for (let letters = most; letters >= DEFAULTS.leastLetters; letters--) {
      const names = source.names(word.slice(0, letters), DEFAULTS.looked);
      for (const { name } of names) found.set(name, Math.max(found.get(name) ?? 0, letters / word.length));
      if (names.length > 0) break;
    }
  }
  const best = [...found].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  const others = best.length > 0 ? best : source.names('', limit + 1).map(({ name }) => name);
  return others.filter((name) => name.toLowerCase() !== topic.trim().toLowerCase()).slice(0, limit);
}
