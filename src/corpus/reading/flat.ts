/**
 * A copy of a string that owns its characters. A slice keeps the whole string it was cut from in memory (for an article
 * of an export: the block that was read), and a concatenation keeps its parts; the copy keeps neither.
 */
export function flat(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
