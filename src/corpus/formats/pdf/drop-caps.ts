import { PDF_DEFAULTS as D } from './defaults.ts';
import type { Fragment } from './types.ts';

/**
 * Puts drop caps before the words they begin, and lets the lines beside them begin where the cap does.
 * @param body the size of running text
 */
export function withDropCaps(drawn: readonly Fragment[], body: number): Fragment[] {
  // Big marks alone, such as the quotation marks beside a pull quote, are ornaments.
  const fragments = drawn.filter(({ size, text }) => size < body * D.dropCap || /[\p{L}\p{N}]/u.test(text));
  const caps = fragments.filter(
    (fragment) => fragment.size >= body * D.dropCap && /^["“‘'«]?\p{L}$/u.test(fragment.text),
  );
  if (caps.length === 0) return fragments;
  const out = [...fragments];
  for (const cap of caps) {
    const beside = out
      .filter((piece) => piece !== cap && isBeside(piece, cap, body))
      .sort((a, b) => a.y - b.y || a.left - b.left);
    const lines = beside.filter((piece, i) => i === 0 || piece.y - (beside[i - 1]?.y ?? 0) > 0.5 * body);
    const [first, second] = lines;
    if (first === undefined) continue;
    const gap = second === undefined ? 0 : first.left - second.left;
    const blank = gap > 0.2 * body || isWordAlone(cap.text, first.text, fragments);
    for (const line of lines) {
      const text = line === first ? cap.text + (blank ? ' ' : '') + line.text : line.text;
      out[out.indexOf(line)] = { ...line, text, left: cap.left };
    }
    out.splice(out.indexOf(cap), 1);
  }
  return out;
}

/** Begins a line right of the cap, between its head and its foot. */
function isBeside(piece: Fragment, cap: Fragment, body: number): boolean {
  const near = piece.left >= cap.right - 0.1 * cap.size && piece.left < cap.right + 1.2 * body;
  const level = piece.y <= cap.y + 0.4 * body && piece.y > cap.y - 0.95 * cap.size;
  return near && level && piece.size < cap.size / 1.4;
}

/** "A ferry", not "After": the rest of the line begins with a word that the page has elsewhere. */
function isWordAlone(cap: string, rest: string, fragments: readonly Fragment[]): boolean {
  if (!/^["“‘'«]?[AIO]$/u.test(cap)) return false;
  const word = /^\p{Ll}+/u.exec(rest)?.[0];
  if (word === undefined) return /^[^\p{L}]/u.test(rest) && cap.endsWith('I');
  return fragments.some(
    ({ text }) =>
      text !== rest &&
      text
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .includes(word),
  );
}
