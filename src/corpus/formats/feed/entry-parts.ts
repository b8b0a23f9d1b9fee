import { decodeHTML } from 'entities';
import type { DomElement } from '../html/dom.ts';

/** Markup that was escaped once too often: tags in what should be the words. */
const ESCAPED_TAGS =
  /&lt;(?:p|br|div|a|ul|ol|li|strong|em|b|i|h[1-6]|blockquote|img|span)(?:\s[^<>]{0,400})?\/?&gt;/i;

/** The children of an element with a name such as `dc:creator`, whatever its case. */
export function children(parent: DomElement, name: string): DomElement[] {
  return [...parent.children].filter((element) => element.nodeName.toLowerCase() === name.toLowerCase());
}

/** The first of them. */
export function child(parent: DomElement, name: string): DomElement | undefined {
  return children(parent, name)[0];
}

/** The text of the first child with one of the names, in the order of the names. */
export function childText(parent: DomElement, ...names: string[]): string {
  for (const name of names) {
    const text = child(parent, name)?.textContent?.trim() ?? '';
    if (text !== '') return text;
  }
  return '';
}

/**
 * The markup of the first child with words: what it holds as elements (XHTML, also under a wrong type), or as an escaped
 * text, once or twice.
 */
export function markupOf(parent: DomElement, names: readonly string[]): string {
  for (const name of names) {
    const element = child(parent, name);
    const text = element?.textContent?.trim() ?? '';
    if (element === undefined || text === '') continue;
    if ([...element.children].length > 0)
      return element.innerHTML.replace(/<(\/?)(?:xhtml|html|h):/gi, '<$1');
    return ESCAPED_TAGS.test(text) ? decodeHTML(text) : text;
  }
  return '';
}
