import { type DomNode, isElement } from './dom.ts';

/** Elements that begin and end a line of their own. */
export const BLOCKS = new Set(
  (
    'address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 ' +
    'h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table tbody tfoot thead tr ul caption'
  ).split(' '),
);
/** Elements whose words are not shown. */
export const SILENT = new Set(
  'script style noscript template head title iframe svg math object embed canvas audio video button select textarea input datalist'.split(
    ' ',
  ),
);

/**
 * The text of a part of a page as it would read on screen: every block stands alone between empty lines, a `<br>` ends
 * a line, the cells of a row stand on one line.
 */
export function blockText(root: DomNode): string {
  const lines: string[] = [];
  let line = '';
  const endLine = () => {
    lines.push(line.trim());
    line = '';
  };
  const endBlock = () => {
    if (line.trim() !== '') endLine();
    line = '';
    if (lines.length > 0 && lines.at(-1) !== '') lines.push('');
  };
  // A stack of our own: pages may be nested deeper than the call stack.
  const stack: (DomNode | (() => void))[] = [...root.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'function') node();
    else if (node.nodeType === 3) line += (node.textContent ?? '').replace(/\s+/gu, ' ');
    else if (isElement(node) && !SILENT.has(node.localName)) {
      const name = node.localName;
      if (name === 'br') endLine();
      if (name === 'td' || name === 'th') line += ' ';
      if (BLOCKS.has(name)) {
        endBlock();
        stack.push(endBlock);
      }
      stack.push(...[...node.childNodes].reverse());
    }
  }
  endBlock();
  return lines.join('\n').trim();
}
