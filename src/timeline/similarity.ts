const WORD = /[\p{L}\p{N}]{2,}/gu;
const SMALL: ReadonlySet<string> = new Set(
  'the of and to in on at for from by with as is are was were be been has have had it its that this an or but not he she they his her their will would which who said says'.split(
    ' ',
  ),
);

/** The content words of a text in lower case, each once. */
export function wordSet(text: string): ReadonlySet<string> {
  const words = new Set<string>();
  for (const word of text.toLowerCase().match(WORD) ?? []) if (!SMALL.has(word)) words.add(word);
  return words;
}

/** How much of the smaller set the other one has, 0 to 1, when both are of similar size; else Jaccard's coefficient. */
export function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared++;
  return small.size >= 5 && small.size * 2 >= large.size
    ? shared / small.size
    : shared / (a.size + b.size - shared);
}

/**
 * How near each text is to what all of them together speak of: the mean weight of its words, where a word weighs the
 * more, the more of the texts have it. Long texts are held back by the square root of their length.
 */
export function closeness(sets: readonly ReadonlySet<string>[]): number[] {
  const counts = new Map<string, number>();
  for (const set of sets) for (const word of set) counts.set(word, (counts.get(word) ?? 0) + 1);
  return sets.map((set) => {
    let sum = 0;
    for (const word of set) sum += Math.log(counts.get(word) ?? 1);
    return set.size === 0 ? 0 : sum / Math.sqrt(set.size + 8);
  });
}
