import { type DomElement, type DomNode, elementsIn, isElement, textOf } from '../dom.ts';

/** The least length of a text that reads like prose, in characters. */
const SHORTEST_PROSE = 60;
const INLINE = new Set(
  'a abbr b bdi bdo cite code data dfn em i kbd mark q s samp small span strong sub sup time u var font'.split(
    ' ',
  ),
);
/** Elements whose own text counts. */
const HOLDERS = new Set('p blockquote li div td section article main aside dd body'.split(' '));

/** Whether an element stands in a line of text. */
export function isInline(element: DomElement): boolean {
  return INLINE.has(element.localName);
}

/**
 * How many characters of each element read like prose: of it and of all in it. Measured once, in one pass; what is
 * taken out afterwards still counts.
 */
export function measureProse(root: DomElement): (element: DomElement) => number {
  const sums = new Map<DomElement, number>();
  const elements = [root, ...elementsIn(root)];
  for (const element of elements.reverse()) {
    const own = HOLDERS.has(element.localName) ? ownText(element).length : 0;
    const sum = (sums.get(element) ?? 0) + (own >= SHORTEST_PROSE ? own : 0);
    if (sum === 0) continue;
    sums.set(element, sum);
    const parent = element.parentElement;
    if (parent !== null && element !== root) sums.set(parent, (sums.get(parent) ?? 0) + sum);
  }
  return (element) => sums.get(element) ?? 0;
}

/** The text of an element without that of the blocks in it. */
export function ownText(element: DomElement): string {
  let text = '';
  const stack: DomNode[] = [...element.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.nodeType === 3) text += node.textContent ?? '';
    else if (isElement(node) && INLINE.has(node.localName)) stack.push(...[...node.childNodes].reverse());
  }
  return text.replace(/\s+/gu, ' ').trim();
}

/** Whether a text holds a sentence: some words, and a stop. */
export function holdsSentence(text: string): boolean {
  return (
    /\p{L}[^.!?]{14,400}[\p{L}\p{N}”’"')][.!?](?:["”’)]|\s|$)/u.test(text) && text.split(' ').length >= 5
  );
}

/** Whether nearly all the words of an element are links. */
export function isWhollyLink(element: DomElement): boolean {
  const linked = [...element.querySelectorAll('a')]
    .filter((link) => link.hasAttribute('href'))
    .reduce((sum, link) => sum + lettersOf(textOf(link)), 0);
  return linked > 0 && linked >= lettersOf(textOf(element)) - 3;
}

function lettersOf(text: string): number {
  return text.replace(/\s/gu, '').length;
}
