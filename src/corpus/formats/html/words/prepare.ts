import { type DomElement, elementsIn, isElement, textOf } from '../dom.ts';
import type { Drop } from '../dropped.ts';
import { mathText, texText } from './formula.ts';
import { fraction, readLowered, readRaised } from './raised.ts';
import { textAfter, textBefore } from './surroundings.ts';

/** The share of a page's text that may be struck out: more is a tag that was never closed. */
const MOST_STRUCK = 0.4;
const STRUCK = new Set(['del', 's', 'strike']);
/** Elements that may stand in the text as something else. */
const CHANGED = new Set([...STRUCK, ...'sup sub a img q math mjx-container script'.split(' ')]);
const STRUCK_STYLE = /text-decoration(?:-line)?\s?:[^;]{0,40}line-through/i;
const RAISED_STYLE = /vertical-align\s*:\s*(?:super|text-top)/i;
const REFERENCE =
  /(?:^|[\s_-])(?:reference|references|footnotes?|foot-?note-?(?:ref|link|number)|fn-?ref|note-?ref|endnotes?|citation|cite|noprint)(?:$|[\s_-])/i;
const FORMULA_NAME =
  /(?:^|[\s_-])(?:katex|mathjax(?:_\w{1,20})?|mwe-math-element|mwe-math-fallback-image-\w{1,10}|math|tex|latex|equation|formula)(?:$|[\s_-])/i;
const FORMULA_ALT = /\\(?:displaystyle|frac|sqrt|text|mathrm|cdot|times)|[=≤≥±√∑∫^]|\d\s?[×÷+]\s?\d/u;
const BACK = /^(?:[\s^↑↩⤴]|\uFE0E|\uFE0F)+$/u;

/**
 * Makes the words of a page read as they look: struck-out words go, marks of notes go, exponents and fractions are
 * written as such, formulas and pictures of letters as text. The page is changed; what goes is told.
 */
export function prepareWords(root: DomElement, drop: Drop): void {
  const elements = elementsIn(root);
  const total = elements.some(isStruck) ? textOf(root).length : 0;
  const limit = Math.max(400, total * MOST_STRUCK);
  let lastNote = 0;
  for (const element of elements) {
    const name = element.localName;
    if (!CHANGED.has(name) && !element.hasAttribute('style') && !element.hasAttribute('class')) continue;
    if (element.parentElement === null || !root.contains(element)) continue;
    if (isStruck(element)) {
      if (textOf(element).length <= limit) drop(element, 'struck out');
    } else if (isFormula(element)) writeFormula(element);
    else if (name === 'q') writeMarks(element);
    else if (name === 'img') writePicture(element);
    else if (name === 'sub') element.replaceWith(readLowered(textOf(element), textBefore(element, 4)));
    else if (isRaised(element)) lastNote = writeRaised(element, lastNote, drop);
    else if (name === 'a' && isBackLink(element)) element.remove();
  }
}

function isStruck(element: DomElement): boolean {
  return STRUCK.has(element.localName) || STRUCK_STYLE.test(element.getAttribute('style') ?? '');
}

/** Raised, or a link to a note that is not even raised: "word<a href="#fn1">1</a>". */
function isRaised(element: DomElement): boolean {
  if (element.localName === 'sup') return true;
  if (RAISED_STYLE.test(element.getAttribute('style') ?? '')) return true;
  return element.localName === 'a' && leadsToNote(element) && textOf(element).length <= 6;
}

function leadsToNote(element: DomElement): boolean {
  if (/^(?:doc-)?noteref$/i.test(element.getAttribute('role') ?? element.getAttribute('epub:type') ?? ''))
    return true;
  const href = element.getAttribute('href') ?? '';
  return (
    /^#/.test(href) &&
    /^\[?(?:\d{1,3}|[*†‡§¶]|\p{Ll})\]?$/u.test(textOf(element)) &&
    /\S$/u.test(textBefore(element, 1))
  );
}

function writeRaised(element: DomElement, lastNote: number, drop: Drop): number {
  const text = textOf(element);
  const before = textBefore(element, 24);
  const under = element.nextSibling;
  const denominator = under?.nodeType === 3 ? under.nextSibling : under;
  const slash = under?.nodeType === 3 ? (under.textContent ?? '').trim() : '';
  if (/^\d{1,2}$/.test(text) && denominator && isElement(denominator) && denominator.localName === 'sub') {
    const lower = textOf(denominator);
    if (/^[/⁄∕]?$/u.test(slash) && /^\d{1,3}$/.test(lower)) {
      if (under !== denominator) under?.remove();
      denominator.remove();
      element.replaceWith(fraction(text, lower, before));
      return lastNote;
    }
  }
  const refers = isReference(element);
  const italic = /^(?:i|em|var)$/.test(previousElement(element)?.localName ?? '');
  const read = readRaised(text, { before, after: textAfter(element, 24), refers, italic, lastNote });
  if (read.kind === 'text') element.replaceWith(read.text);
  else drop(element, 'mark of a note');
  return read.kind === 'note' && /^\[?\d{1,3}\]?$/.test(text) ? Number(text.replace(/\D/g, '')) : lastNote;
}

function previousElement(element: DomElement): DomElement | undefined {
  const before = element.previousSibling;
  return before && isElement(before) ? before : undefined;
}

function isReference(element: DomElement): boolean {
  const isNote = (each: DomElement) =>
    REFERENCE.test(`${each.getAttribute('class') ?? ''} ${each.getAttribute('id') ?? ''}`) ||
    /noteref/i.test(`${each.getAttribute('role') ?? ''} ${each.getAttribute('epub:type') ?? ''}`);
  const link = element.localName === 'a' ? element : element.querySelector('a');
  const outer = element.parentElement?.localName === 'a' ? element.parentElement : undefined;
  const href = (link ?? outer)?.getAttribute('href') ?? '';
  return isNote(element) || (link ? isNote(link) : false) || /#/.test(href);
}

/** The marks that a page draws around a `<q>`, unless its author wrote them. */
function writeMarks(quotation: DomElement): void {
  if (/^["'“‘„«]/u.test(textOf(quotation)) || /["“‘]\s?$/u.test(textBefore(quotation, 2))) return;
  let inner = false;
  for (let at = quotation.parentElement; at && !inner; at = at.parentElement) inner = at.localName === 'q';
  quotation.prepend(inner ? '‘' : '“');
  quotation.append(inner ? '’' : '”');
}

function isFormula(element: DomElement): boolean {
  const name = element.localName;
  if (name === 'math' || name === 'mjx-container') return true;
  if (name === 'script') return /^math\/(?:tex|asciimath)/i.test(element.getAttribute('type') ?? '');
  return name === 'span' && FORMULA_NAME.test(element.getAttribute('class') ?? '') && isWhole(element);
}

/** A box that draws a formula, and no box of text that is called after one. */
function isWhole(element: DomElement): boolean {
  return element.querySelector('math, annotation, [aria-hidden], img') !== null;
}

function writeFormula(element: DomElement): void {
  const math = element.localName === 'math' ? element : element.querySelector('math');
  const tex = element.querySelector('annotation[encoding="application/x-tex"]')?.textContent;
  const picture = element.querySelector('img')?.getAttribute('alt');
  const written = math ? mathText(math) : '';
  const text = written || texText(tex ?? picture ?? element.getAttribute('aria-label') ?? textOf(element));
  element.replaceWith(text);
}

/** A picture of a letter that begins a word, of a formula, of a face. */
function writePicture(picture: DomElement): void {
  const alt = (picture.getAttribute('alt') ?? '').trim();
  const isFormulaPicture =
    FORMULA_NAME.test(picture.getAttribute('class') ?? '') || (FORMULA_ALT.test(alt) && alt.length <= 120);
  if (/^["“‘]?\p{Lu}$/u.test(alt) && /^\p{Ll}/u.test(textAfter(picture, 1))) picture.replaceWith(alt);
  else if (alt !== '' && isFormulaPicture && textBefore(picture, 1) + textAfter(picture, 1) !== '')
    picture.replaceWith(texText(alt));
  else if (/(?:^|\s)emoji(?:$|\s)/.test(picture.getAttribute('class') ?? '') && alt.length <= 8)
    picture.replaceWith(alt);
}

/** "↑" behind a note, that leads back to its mark. */
function isBackLink(link: DomElement): boolean {
  return BACK.test(link.textContent ?? '') && /#/.test(link.getAttribute('href') ?? '');
}
