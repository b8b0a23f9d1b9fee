const OFFSET_BASIS = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * The hash FNV-1a of 32 bits (Fowler, Noll and Vo), over UTF-16 units of `text.slice(start, end)`.
 * @param from what it begins with, or goes on from
 * @returns a signed number
 */
export function fnv1a(text: string, from = OFFSET_BASIS, start = 0, end = text.length): number {
  let hash = from;
  for (let i = start; i < end; i++) hash = goOn(hash, text.charCodeAt(i));
  return hash;
}

/** The hash of what it was made of and one more unit. */
export function goOn(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}
