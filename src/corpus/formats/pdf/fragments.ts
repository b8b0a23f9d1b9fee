import type { PDFDocumentProxy } from 'unpdf/pdfjs';
import type { Fragment, PageText } from './types.ts';

type Page = Awaited<ReturnType<PDFDocumentProxy['getPage']>>;
type Matrix = readonly number[];

/**
 * The pieces of text that a page draws, seen as the page is read: when most of its text stands sideways (a wide table),
 * the page is turned. What stands across the rest (a stamp in the margin) is left out.
 */
export async function pageText(page: Page, number: number): Promise<PageText> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const turned: { quarter: number; fragment: Fragment }[] = [];
  let blank = false;
  for (const [order, item] of items.entries()) {
    if (!('str' in item)) continue;
    const str = withLigatures(item.str);
    if (str.trim() === '') {
      blank ||= str !== '';
      continue;
    }
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = multiply(viewport.transform, item.transform);
    const size = Math.hypot(c, d);
    const angle = Math.atan2(-b, a);
    const quarter = Math.round(angle / (Math.PI / 2));
    if (!(size > 0) || Math.abs(angle - (quarter * Math.PI) / 2) > 0.05) continue;
    const [left, y] = turnBack(quarter, e, f, viewport.width, viewport.height);
    // The last character of a piece may be a blank that was never drawn.
    const text = str.trim();
    const lead = str.length - str.trimStart().length;
    const inset = (lead * item.width) / Math.max(1, str.length);
    const fragment = {
      text,
      left: left + inset,
      right: left + item.width,
      y,
      blank: blank || lead > 0,
      size,
      font: item.fontName,
      order,
    };
    blank = str.trimEnd() !== str;
    turned.push({ quarter: ((quarter % 4) + 4) % 4, fragment });
  }
  const weight = [0, 0, 0, 0];
  for (const { quarter, fragment } of turned) weight[quarter] = (weight[quarter] ?? 0) + fragment.text.length;
  const main = weight.indexOf(Math.max(...weight));
  const sideways = main % 2 === 1;
  return {
    page: number,
    width: sideways ? viewport.height : viewport.width,
    height: sideways ? viewport.width : viewport.height,
    fragments: turned.filter(({ quarter }) => quarter === main).map(({ fragment }) => fragment),
  };
}

/**
 * TeX's own fonts carry no names of their letters: what stands below the blank in its two encodings (Cork's, and the
 * older one) are ligatures and quotation marks. Other fonts have ligatures and bullets among the private characters.
 */
const TEX: Readonly<Record<string, string>> = {
  '\u0010': '“', '\u0011': '”', '\u0012': '„', '\u0013': '«', '\u0014': '»', '\u0015': '–', '\u0016': '—',
  '\u001B': 'ff', '\u001C': 'fi', '\u001D': 'fl', '\u001E': 'ffi', '\u001F': 'ffl',
  '\uF001': 'fi', '\uF002': 'fl', '\u0088': '•', '\uF0B7': '•', '\uF0A7': '•', '\uF0A8': '•', '\uF0D8': '•', '\uF076': '•', '\uF06E': '•', '\uF0FC': '•',
  '\u000B': 'ff', '\u000C': 'fi', '\u000D': 'fl', '\u000E': 'ffi', '\u000F': 'ffl',
}; // biome-ignore format: a table

function withLigatures(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.replace(/[\u0000-\u0008\u000B-\u001F\u0080-\u009F\uE000-\uF8FF]/g, (sign) => TEX[sign] ?? '');
}

function multiply(
  [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: Matrix,
  [g = 0, h = 0, i = 0, j = 0, k = 0, l = 0]: Matrix,
): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** A point of a page whose text runs a quarter turn (or two, or three) against the clock. */
function turnBack(
  quarter: number,
  x: number,
  y: number,
  width: number,
  height: number,
): readonly [number, number] {
  switch (((quarter % 4) + 4) % 4) {
    case 1:
      return [height - y, x];
    case 2:
      return [width - x, height - y];
    case 3:
      return [y, width - x];
    default:
      return [x, y];
  }
}
