import { ByteReader } from '../bytes/byte-reader.ts';
import type { NameTable } from './name-table.ts';

/** How often the names of a segment stand in what counts of it. Names are numbered by what their spellings share. */
export interface NameCounts {
  /** Names that stand there, one of whose words begins like this (`foldName`), in no order; each once. */
  startingWith(prefix: string): number[];
  /** What its spellings have in common. */
  keyOf(name: number): string;
  countOf(name: number): number;
  /** The spellings that stand there, with how often, in the order in which they come first. */
  spellingsOf(name: number): { readonly spelling: string; readonly count: number }[];
}

interface StoredMentions {
  /** By article where its mentions begin. */
  readonly starts: Uint32Array;
  readonly bytes: Uint8Array;
}

/** @param perArticle how many of an article's first sentences count */
export function countNames(
  table: NameTable,
  { starts, bytes }: StoredMentions,
  removed: ReadonlySet<number>,
  perArticle: number,
): NameCounts {
  const { keyOf, spellingOf, firsts, endings } = table;
  const spellings = firsts.at(-1) ?? 0;
  const counts = new Uint32Array(spellings);
  /** By spelling the number of its first mention that counts. */
  const came = new Uint32Array(spellings);
  let mentions = 0;
  for (let article = 0; article + 1 < starts.length; article++) {
    if (removed.has(article)) continue;
    const reader = new ByteReader(bytes.subarray(starts[article], starts[article + 1]));
    for (let sentence = 0; !reader.isDone; mentions++) {
      sentence += reader.varint();
      if (sentence >= perArticle) break;
      const spelling = reader.varint();
      if (counts[spelling] === 0) came[spelling] = mentions;
      counts[spelling] = (counts[spelling] ?? 0) + 1;
    }
  }
  const countOf = (name: number): number => {
    let sum = 0;
    for (let at = firsts[name] ?? 0; at < (firsts[name + 1] ?? 0); at++) sum += counts[at] ?? 0;
    return sum;
  };
  const firstFrom = (wanted: string): number => {
    let [low, high] = [0, endings.length / 2];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const ending = keyOf(endings[2 * middle] ?? 0).slice(endings[2 * middle + 1]);
      if (ending < wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    startingWith(prefix) {
      const found = new Set<number>();
      const end = firstFrom(`${prefix}\uffff`);
      for (let at = firstFrom(prefix); at < end; at++) {
        const name = endings[2 * at] ?? 0;
        if (countOf(name) > 0) found.add(name);
      }
      return [...found];
    },
    keyOf,
    countOf,
    spellingsOf(name) {
      const numbers: number[] = [];
      for (let at = firsts[name] ?? 0; at < (firsts[name + 1] ?? 0); at++)
        if ((counts[at] ?? 0) > 0) numbers.push(at);
      return numbers
        .sort((a, b) => (came[a] ?? 0) - (came[b] ?? 0))
        .map((at) => ({ spelling: spellingOf(at), count: counts[at] ?? 0 }));
    },
  };
}
