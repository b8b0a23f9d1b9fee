/** The bytes of Windows-1252's characters; bytes that it leaves open stand for the control characters of their number. */
function tableOf1252(): ReadonlyMap<number, number> {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const characters = new TextDecoder('windows-1252').decode(bytes);
  const table = new Map(bytes.entries().map(([byte, same]) => [byte, same]));
  for (const [byte, character] of [...characters].entries()) table.set(character.codePointAt(0) ?? 0, byte);
  return table;
}

/** What UTF-8 looks like when each of its bytes was taken for a character: Ã©, â€™, Â£. */
const SIGNS = /[\u00C2-\u00F4](?:[\u0080-\u00BF]|[ŒœŠšŽžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›€™])/u;
/** How often a text may have been garbled over. */
const TIMES = 2;

/**
 * Undoes what reading UTF-8 as Windows-1252 made of a text, when it can be undone for the whole of it: each character
 * goes back to its byte, and the bytes are valid UTF-8. A text that has only such pairs in some places stays.
 * @returns `undefined` when there is nothing to undo
 */
export function ungarbled(text: string): string | undefined {
  if (!SIGNS.test(text)) return undefined;
  const table = tableOf1252();
  let best: string | undefined;
  for (let time = 0; time < TIMES; time++) {
    const bytes = bytesOf(best ?? text, table);
    const next = bytes === undefined ? undefined : asUtf8(bytes);
    if (next === undefined || next === (best ?? text)) break;
    best = next;
    if (!SIGNS.test(next)) break;
  }
  return best?.replace(/^\uFEFF/, '');
}

/** Whether a text has pairs of characters that look like garbled ones. */
export function looksGarbled(text: string): boolean {
  return /â€[™œ\u009D“”˜¦]|Ã[©¨¤¶¼±ª«®³º]/u.test(text);
}

function bytesOf(text: string, table: ReadonlyMap<number, number>): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = table.get(text.charCodeAt(i));
    if (byte === undefined) return undefined;
    bytes[i] = byte;
  }
  return bytes;
}

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    throw cause;
  }
}
