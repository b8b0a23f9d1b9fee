import type { DomElement } from '../html/dom.ts';
import { raisedText } from '../html/words/raised.ts';

/** Formulas within formulas. */
const DEEPEST = 30;

/** A formula of Word (Office MathML) as a line of text: "v = 14", "a/b", "x²". */
export function formulaText(formula: DomElement): string {
  return linear(formula, 0).replace(/\s+/gu, ' ').trim();
}

function linear(element: DomElement, depth: number): string {
  if (depth > DEEPEST) return element.textContent ?? '';
  const part = (name: string) => {
    const found = [...element.children].find(({ localName }) => localName === name);
    return found === undefined ? '' : linear(found, depth + 1);
  };
  switch (element.localName) {
    case 'm:t':
      return (element.textContent ?? '').replace(/\s?([=+−×÷<>≤≥≈])\s?/gu, ' $1 ');
    case 'm:f':
      return `${grouped(part('m:num'))}/${grouped(part('m:den'))}`;
    case 'm:sSup':
      return `${part('m:e')}${raisedText(part('m:sup').trim())}`;
    case 'm:sSub':
      return `${part('m:e')}${part('m:sub')}`;
    case 'm:sSubSup':
      return `${part('m:e')}${part('m:sub')}${raisedText(part('m:sup').trim())}`;
    case 'm:rad':
      return `√${grouped(part('m:e'))}`;
    case 'm:d':
      return `(${[...element.children]
        .filter(({ localName }) => localName === 'm:e')
        .map((each) => linear(each, depth + 1))
        .join(', ')})`;
    case 'm:rPr':
    case 'm:ctrlPr':
    case 'w:rPr':
      return '';
    default:
      return [...element.children].map((each) => linear(each, depth + 1)).join('');
  }
}

function grouped(text: string): string {
  const plain = text.trim();
  return /^[\p{L}\p{N}.]*$/u.test(plain) ? plain : `(${plain})`;
}
