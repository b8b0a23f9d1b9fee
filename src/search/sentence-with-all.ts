import { lowerBound } from './lower-bound.ts';
import { ListRoom } from './postings/list-room.ts';
import type { Segment } from './segment.ts';

/**
 * Whether any sentence of some segments has all of these terms, in itself.
 * @param room for the lists that are read, which no other reader uses meanwhile
 */
export function isSentenceWithAll(
  segments: readonly Segment[],
  terms: readonly string[],
  room: ListRoom = new ListRoom(),
): boolean {
  return segments.some(({ vocabulary, bySentence }) => {
    const numbers = terms.flatMap((term) => vocabulary.get(term) ?? []);
    if (numbers.length < terms.length) return false;
    numbers.sort((a, b) => bySentence.count(a) - bySentence.count(b));
    const [rarest, ...others] = numbers;
    if (rarest === undefined || bySentence.count(rarest) === 0) return false;
    room.clear();
    let left = bySentence.list(rarest, room).docs;
    for (const number of others) {
      const { docs } = bySentence.list(number, room);
      left = left.filter((doc) => docs[lowerBound(docs, doc, 0, docs.length)] === doc);
      if (left.length === 0) return false;
    }
    return left.length > 0;
  });
}
