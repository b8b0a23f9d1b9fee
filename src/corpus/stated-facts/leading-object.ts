import { CORPUS_LIMITS } from '../limits.ts';

/** A JSON object at the start of a text, and where it ends. */
export interface LeadingObject {
  readonly value: unknown;
  readonly end: number;
}

/**
 * Reads the JSON object that opens a text, when something stands behind it, as Hugo's front matter in JSON does; a file
 * that is nothing but JSON has none.
 */
export function leadingObject(source: string): LeadingObject | undefined {
  const start = source.startsWith('\uFEFF') ? 1 : 0;
  if (!/^\{\s*"/.test(source.slice(start, start + 200))) return undefined;
  const end = closingBrace(source, start);
  if (end === undefined || !/^[ \t]*(?:\r\n|\n|\r)/.test(source.slice(end, end + 80))) return undefined;
  if (source.slice(end).trim() === '') return undefined;
  try {
    return { value: JSON.parse(source.slice(start, end)), end };
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** Behind the brace that closes the first one; braces in strings are words. */
function closingBrace(source: string, start: number): number | undefined {
  let depth = 0;
  let inString = false;
  const limit = Math.min(source.length, start + CORPUS_LIMITS.frontMatterLength);
  for (let i = start; i < limit; i++) {
    const sign = source[i];
    if (inString) {
      if (sign === '\\') i++;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '{') depth++;
    else if (sign === '}' && --depth === 0) return i + 1;
  }
  return undefined;
}
