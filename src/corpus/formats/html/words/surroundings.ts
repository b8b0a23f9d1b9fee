import { type DomElement, type DomNode, isElement } from '../dom.ts';
import { BLOCKS } from '../html-lines.ts';

/** The text that stands before an element on its line: its last characters, from the same block alone. */
export function textBefore(element: DomElement, length: number): string {
  return beside(element, length, 'previousSibling').slice(-length);
}

/** The text that stands after an element on its line: its first characters, from the same block alone. */
export function textAfter(element: DomElement, length: number): string {
  return beside(element, length, 'nextSibling').slice(0, length);
}

function beside(element: DomElement, length: number, side: 'previousSibling' | 'nextSibling'): string {
  let text = '';
  let at: DomElement | null = element;
  // Few steps: what stands far away, or deep within marks, is no neighbour.
  for (let steps = 0; at && steps < 12 && text.length < length; steps++) {
    const next: DomNode | null = at[side];
    if (next === null) {
      const parent: DomElement | null = at.parentElement;
      if (parent === null || BLOCKS.has(parent.localName)) break;
      at = parent;
      continue;
    }
    let node: DomNode | null = next;
    for (; node && text.length < length && steps < 12; node = node[side], steps++) {
      if (isElement(node) && (BLOCKS.has(node.localName) || node.localName === 'br')) return text;
      const words = node.nodeType === 8 ? '' : (node.textContent ?? '').replace(/\s+/gu, ' ');
      text = side === 'previousSibling' ? words + text : text + words;
    }
    at = text.length < length ? element.parentElement : null;
    if (at === null || BLOCKS.has(at.localName)) break;
    element = at;
  }
  return text;
}
