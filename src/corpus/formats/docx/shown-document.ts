import JSZip from 'jszip';
import { DOMParser } from 'linkedom';
import type { DropReason } from '../../cleaning/clean-rules.ts';
import { type DomElement, elementsIn } from '../html/dom.ts';
import { formulaText } from './formula.ts';

/** What a Word document holds and does not show. */
export interface HiddenWords {
  readonly text: string;
  readonly reason: DropReason;
}

/** The parts of a document that hold its words. */
const PARTS = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'];
const STYLES = 'word/styles.xml';

/**
 * A Word document as it is shown: runs that are hidden go, and what was moved away; formulas are runs of text, raised
 * runs superscript. Deleted
 * words and comments are left to the reader, who passes over them.
 * @returns the document and what was hidden in it
 * @throws when the archive or a part of it cannot be read
 */
export async function shownDocument(
  bytes: Uint8Array,
): Promise<{ bytes: Uint8Array; hidden: HiddenWords[] }> {
  const archive = await JSZip.loadAsync(bytes);
  const styles = archive.file(STYLES);
  const hiddenStyles =
    styles === null ? new Set<string>() : stylesWith(await styles.async('string'), 'w:vanish');
  const hidden: HiddenWords[] = [];
  let changed = false;
  for (const name of PARTS) {
    const part = archive.file(name);
    const xml = part === null ? '' : await part.async('string');
    if (hiddenStyles.size === 0 && !/<(?:w:vanish|w:del|w:moveFrom|w:dstrike|w:position|m:oMath)\b/.test(xml))
      continue;
    const document = parseXml(xml);
    hidden.push(...showOnly(document, hiddenStyles));
    archive.file(name, document.toString());
    changed = true;
  }
  return { bytes: changed ? await archive.generateAsync({ type: 'uint8array' }) : bytes, hidden };
}

function showOnly(document: XmlDocument, hiddenStyles: ReadonlySet<string>): HiddenWords[] {
  const hidden: HiddenWords[] = [];
  const take = (element: DomElement, reason: DropReason) => {
    const text = (element.textContent ?? '').trim();
    if (text !== '') hidden.push({ text, reason });
    element.remove();
  };
  for (const element of elementsIn(document)) {
    switch (element.localName) {
      case 'w:r':
        if (isHidden(element, hiddenStyles)) take(element, 'hidden');
        break;
      case 'w:del':
      case 'w:moveFrom':
        take(element, 'struck out');
        break;
      case 'w:dstrike':
        element.replaceWith(document.createElement('w:strike'));
        break;
      case 'w:position':
        raise(element, document);
        break;
      case 'm:oMath':
        showFormula(element, document);
        break;
    }
  }
  return hidden;
}

/** Writers other than Word raise a run by some half points instead of calling it superscript. */
function raise(position: DomElement, document: XmlDocument): void {
  const halfPoints = Number(position.getAttribute('w:val'));
  if (!halfPoints) return;
  const mark = document.createElement('w:vertAlign');
  mark.setAttribute('w:val', halfPoints > 0 ? 'superscript' : 'subscript');
  position.replaceWith(mark);
}

function showFormula(formula: DomElement, document: XmlDocument): void {
  const run = document.createElement('w:r');
  const words = document.createElement('w:t');
  words.setAttribute('xml:space', 'preserve');
  words.append(formulaText(formula));
  run.append(words);
  const around = formula.parentElement;
  (around?.localName === 'm:oMathPara' ? around : formula).replaceWith(run);
}

function isHidden(run: DomElement, hiddenStyles: ReadonlySet<string>): boolean {
  const properties = child(run, 'w:rPr');
  const mark = properties && child(properties, 'w:vanish');
  if (mark !== undefined) return isOn(mark);
  const style = properties && child(properties, 'w:rStyle');
  return hiddenStyles.has(style?.getAttribute('w:val') ?? '');
}

/** The ids of the styles that carry a mark. */
function stylesWith(xml: string, mark: string): Set<string> {
  if (!xml.includes(mark)) return new Set();
  const styles = elementsIn(parseXml(xml)).filter(({ localName }) => localName === 'w:style');
  const found = styles.filter((style) => {
    const properties = child(style, 'w:rPr');
    const set = properties && child(properties, mark);
    return set !== undefined && isOn(set);
  });
  return new Set(found.map((style) => style.getAttribute('w:styleId') ?? ''));
}

interface XmlDocument {
  querySelectorAll(selector: string): Iterable<DomElement>;
  createElement(name: string): DomElement;
}

function parseXml(xml: string): XmlDocument {
  return new DOMParser().parseFromString(xml, 'text/xml');
}

function isOn(mark: DomElement): boolean {
  return !/^(?:0|false|off)$/.test(mark.getAttribute('w:val') ?? '1');
}

function child(parent: DomElement, name: string): DomElement | undefined {
  return [...parent.children].find(({ localName }) => localName === name);
}
