/**
 * Where a slice of a text lies among the bytes of its UTF-8, so that it can be read without the rest of the text.
 * @param start and `end`: offsets in UTF-16 units, as `String.slice` takes them when they are within the text
 * @returns first byte, and the one behind the last; `undefined` for offsets that are no whole ones within the text, or
 * that part the two halves of a character
 */
export function bytesOfSpan(
  utf8: Uint8Array,
  start: number,
  end: number,
): [from: number, to: number] | undefined {
  if (start < 0 || end < start) return undefined;
  const from = skipUnits(utf8, 0, start);
  const to = from === undefined ? undefined : skipUnits(utf8, from, end - start);
  return from === undefined || to === undefined ? undefined : [from, to];
}

/** The byte that so many UTF-16 units end before. */
function skipUnits(utf8: Uint8Array, at: number, units: number): number | undefined {
  let rest = units;
  let byte = at;
  while (rest > 0 && byte < utf8.length) {
    const first = utf8[byte] ?? 0;
    if (first < 0x80) byte++;
    else if (first < 0xe0) byte += 2;
    else if (first < 0xf0) byte += 3;
    else {
      byte += 4;
      // Beyond the first 65,536 characters UTF-16 takes two units.
      rest--;
    }
    rest--;
  }
  return rest === 0 ? byte : undefined;
}
