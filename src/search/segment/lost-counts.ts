import { outside } from '../bytes/byte-source.ts';
import { asBytes, numbersOf } from '../bytes/sections.ts';
import { PROFILE_COLUMNS } from '../terms/stored-profiles.ts';

/** What is counted of a term in a segment. */
const COUNTED = ['sentences', 'contexts', 'wholes', ...PROFILE_COLUMNS] as const;

type Counted = (typeof COUNTED)[number];

/** How much of something a term counts, by its number. */
export type CountOf = (counted: Counted, term: number) => number;

/**
 * What the articles of a segment counted that no longer do. Only terms that they had are held: a reload that takes ten
 * articles out of a large segment copies nothing of it. After a while those are most of its common terms, so they lie
 * outside of the heap.
 */
export interface LostCounts {
  readonly of: CountOf;
  /** By rising number of a term: that, then what it lost of each thing that is counted, in their order. */
  readonly rows: Uint32Array;
}

const WIDTH = COUNTED.length + 1;
const PLACES: ReadonlyMap<Counted, number> = new Map(COUNTED.map((counted, i) => [counted, i + 1]));

export const NOTHING_LOST: LostCounts = { of: () => 0, rows: new Uint32Array(0) };

/**
 * @param before what was lost already
 * @param terms numbers in the segment of what is lost now, by its number in an index of that alone; -1: not there
 * @param countOf what is lost, by the numbers of that index
 */
export function loseCounts({ rows: before }: LostCounts, terms: Int32Array, countOf: CountOf): LostCounts {
  const termOf = (id: number): number => terms[id] ?? -1;
  const lost = [...terms.keys()].filter((id) => termOf(id) >= 0).sort((a, b) => termOf(a) - termOf(b));
  const rows = new Uint32Array(before.length + lost.length * WIDTH);
  let [at, from] = [0, 0];
  const keepUpTo = (end: number): void => {
    rows.set(before.subarray(from, end), at);
    at += end - from;
    from = end;
  };
  for (const id of lost) {
    keepUpTo(placeOf(before, termOf(id), from));
    const isKnown = before[from] === termOf(id);
    rows[at] = termOf(id);
    for (const [counted, place] of PLACES)
      rows[at + place] = (isKnown ? (before[from + place] ?? 0) : 0) + countOf(counted, id);
    at += WIDTH;
    if (isKnown) from += WIDTH;
  }
  keepUpTo(before.length);
  return lostOf(rows.slice(0, at));
}

/** As bytes, for `readLostCounts`. */
export function storeLostCounts({ rows }: LostCounts): Uint8Array {
  return asBytes(rows);
}

/**
 * @param terms of the segment
 * @throws {RangeError} when it is not what `storeLostCounts` made
 */
export function readLostCounts(bytes: Uint8Array, terms: number): LostCounts {
  const rows = numbersOf(bytes);
  if (rows.length % WIDTH !== 0) throw outside();
  for (let at = 0; at < rows.length; at += WIDTH) {
    const isRising = at === 0 || (rows[at - WIDTH] ?? 0) < (rows[at] ?? 0);
    if (!isRising || (rows[at] ?? 0) >= terms) throw outside();
  }
  return lostOf(rows);
}

function lostOf(rows: Uint32Array): LostCounts {
  return {
    of(counted, term) {
      const at = placeOf(rows, term, 0);
      return rows[at] === term ? (rows[at + (PLACES.get(counted) ?? 0)] ?? 0) : 0;
    },
    rows,
  };
}

/** Where the row of a term begins, or the one that would come behind it. @param from a row at or before it */
function placeOf(rows: Uint32Array, term: number, from: number): number {
  let [low, high] = [from / WIDTH, rows.length / WIDTH];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle * WIDTH] ?? 0) < term) low = middle + 1;
    else high = middle;
  }
  return low * WIDTH;
}
