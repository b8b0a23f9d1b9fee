import { decodeHTML } from 'entities';
import type { DomNode } from './dom.ts';
import { BLOCKS } from './html-lines.ts';

/** Stands for an ampersand in code, which is one. */
const AMPERSAND_OF_CODE = '\uE0FE';
const TWICE_ESCAPED =
  /&(?:amp|quot|apos|nbsp|[lr][sd]quo|[lr]aquo|[mn]dash|hellip|eacute|egrave|agrave|uuml|ouml|auml|ntilde|ccedil|pound|euro|copy|deg|#\d{2,5}|#x[\da-f]{2,4});/i;

/** A text of code, whose ampersands are ampersands. */
export function codeText(text: string): string {
  return text.replaceAll('&', AMPERSAND_OF_CODE);
}

/** Entities that were escaped twice, as characters; those of code stay. The parser parts a text at its entities. */
export function decodedTwice(text: string): string {
  const decoded = TWICE_ESCAPED.test(text) ? decodeHTML(text) : text;
  return decoded.includes(AMPERSAND_OF_CODE) ? decoded.replaceAll(AMPERSAND_OF_CODE, '&') : decoded;
}

/** Whether a text stands in code, on its line. */
export function isCode(node: DomNode): boolean {
  for (let at = node.parentElement; at; at = at.parentElement) {
    if (/^(?:code|pre|kbd|samp|tt|var)$/.test(at.localName)) return true;
    if (BLOCKS.has(at.localName)) return false;
  }
  return false;
}
