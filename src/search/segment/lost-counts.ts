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
 * articles out of a large segment copies nothing of it.
 */
export interface LostCounts {
  readonly of: CountOf;
  /** By term, what it lost of each thing that is counted, in their order. */
  readonly rows: ReadonlyMap<number, Uint32Array>;
}

export const NOTHING_LOST: LostCounts = { of: () => 0, rows: new Map() };

const WIDTH = COUNTED.length;
const PLACES: ReadonlyMap<Counted, number> = new Map(COUNTED.map((counted, place) => [counted, place]));

/**
 * @param before what was lost already
 * @param terms numbers in the segment of what is lost now, by its number in an index of that alone; -1: not there
 * @param countOf what is lost, by the numbers of that index
 */
export function loseCounts(before: LostCounts, terms: Int32Array, countOf: CountOf): LostCounts {
  const rows = new Map(before.rows);
  for (const [id, term] of terms.entries()) {
    if (term < 0) continue;
    const row = rows.get(term);
    const more = COUNTED.map((counted, place) => (row?.[place] ?? 0) + countOf(counted, id));
    rows.set(term, Uint32Array.from(more));
  }
  return lostOf(rows);
}

/** As bytes, for `readLostCounts`. */
export function storeLostCounts({ rows }: LostCounts): Uint8Array {
  const numbers = new Uint32Array(rows.size * (WIDTH + 1));
  let at = 0;
  for (const [term, row] of rows) {
    numbers[at] = term;
    numbers.set(row, at + 1);
    at += WIDTH + 1;
  }
  return asBytes(numbers);
}

/**
 * @param terms of the segment
 * @throws {RangeError} when it is not what `storeLostCounts` made
 */
export function readLostCounts(bytes: Uint8Array, terms: number): LostCounts {
  const numbers = numbersOf(bytes);
  if (numbers.length % (WIDTH + 1) !== 0) throw outside();
  const rows = new Map<number, Uint32Array>();
  for (let at = 0; at < numbers.length; at += WIDTH + 1) {
    const term = numbers[at] ?? 0;
    if (term >= terms) throw outside();
    rows.set(term, numbers.subarray(at + 1, at + 1 + WIDTH));
  }
  return lostOf(rows);
}

function lostOf(rows: ReadonlyMap<number, Uint32Array>): LostCounts {
  return { of: (counted, term) => rows.get(term)?.[PLACES.get(counted) ?? 0] ?? 0, rows };
}
