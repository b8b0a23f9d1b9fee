/**
 * Where a slice of a text lies among the bytes of its UTF-8, so that it can be read without the rest of the text.
 * @param start and `end`: offsets in UTF-16 units, as `String.slice` takes them when they are within the text
 * @returns first byte, and the one behind the last; `undefined` for offsets that are no whole ones within the text, or
 * that part the two halves of a character
 */
export type SpanFinder = (start: number, end: number) => [from: number, to: number] | undefined;

/** Units from one remembered place to the next. */
const STRIDE = 256;

/** Of a text from which several slices are read: places are remembered, and only what lies behind the last is counted. */
export function createSpanFinder(utf8: Uint8Array): SpanFinder {
  // Of the first character at or behind each stride: the units before it, and its first byte.
  const units: number[] = [0];
  const bytes: number[] = [0];
  const passTo = (wanted: number): void => {
    while (units.length <= wanted / STRIDE) {
      const [unit = 0, byte = 0] = [units.at(-1), bytes.at(-1)];
      const [more, at] = skipUnits(utf8, byte, units.length * STRIDE - unit);
      if (at >= utf8.length) return;
      units.push(unit + more);
      bytes.push(at);
    }
  };
  const find = (wanted: number): number | undefined => {
    passTo(wanted);
    let mark = Math.min(Math.floor(wanted / STRIDE), units.length - 1);
    if ((units[mark] ?? 0) > wanted) mark--;
    return exactly(utf8, bytes[mark] ?? 0, wanted - (units[mark] ?? 0));
  };
  return (start, end) => {
    if (start < 0 || end < start) return undefined;
    const from = find(start);
    const to = from === undefined ? undefined : exactly(utf8, from, end - start);
    return from === undefined || to === undefined ? undefined : [from, to];
  };
}

/** The byte that so many units end before; `undefined` when none does. */
function exactly(utf8: Uint8Array, at: number, units: number): number | undefined {
  const [passed, byte] = skipUnits(utf8, at, units);
  return passed === units ? byte : undefined;
}

/** Passes over characters until they have so many UTF-16 units, or one more. @returns how many, and the next byte */
function skipUnits(utf8: Uint8Array, at: number, units: number): [passed: number, byte: number] {
  let passed = 0;
  let byte = at;
  while (passed < units && byte < utf8.length) {
    const first = utf8[byte] ?? 0;
    if (first < 0x80) byte++;
    else if (first < 0xe0) byte += 2;
    else if (first < 0xf0) byte += 3;
    else {
      byte += 4;
      // Beyond the first 65,536 characters UTF-16 takes two units.
      passed++;
    }
    passed++;
  }
  return [passed, byte];
}
