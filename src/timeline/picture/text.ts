import { trimEndOf } from '../../text/trim-ends.ts';
import type { FontMetrics } from './font.ts';

/** Marks, joiners and spaces that draw nothing of their own. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/u;

/**
 * The characters that a font can draw: one that it lacks can spoil its neighbours. Blank space becomes one space.
 *
 * @returns the drawable text, or nothing when more of its letters are lost than are left
 */
export function drawable(text: string, font: FontMetrics): string | undefined {
  let kept = '';
  let lost = 0;
  let letters = 0;
  for (const character of text.normalize('NFC')) {
    const known =
      /[^\S\ufeff]/u.test(character) ||
      (font.covers(character.codePointAt(0) ?? 0) && !INVISIBLE.test(character));
    if (/\p{L}/u.test(character)) letters++;
    if (known) kept += character;
    else if (/\p{L}/u.test(character)) lost++;
  }
  if (lost * 2 > letters) return undefined;
  return kept.replace(/\s+/g, ' ').trim();
}

/** Breaks a text into lines no wider than `width`; what does not fit is cut at a word and ends in "…". */
export function wrap(text: string, width: number, size: number, lines: number, font: FontMetrics): string[] {
  const done: string[] = [];
  let line = '';
  const words = text.split(' ').filter((word) => word !== '');
  for (const [at, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (font.width(longer, size) <= width) {
      line = longer;
      continue;
    }
    if (done.length + 1 === lines) return [...done, ended(line === '' ? word : line, width, size, font)];
    if (line !== '') done.push(line);
    line = font.width(word, size) <= width ? word : ended(word, width, size, font);
    if (at === words.length - 1 || done.length < lines) continue;
    return done;
  }
  return line === '' ? done : [...done, line];
}

/** Cuts a line so that an ellipsis still fits behind it, at a word if there is one. */
function ended(line: string, width: number, size: number, font: FontMetrics): string {
  let cut = line;
  while (cut !== '' && font.width(`${cut}…`, size) > width) {
    const space = cut.lastIndexOf(' ');
    cut = space > 0 ? cut.slice(0, space) : [...cut].slice(0, -1).join('');
  }
  return `${trimEndOf(cut, /[\s,;:.–—-]/)}…`;
}

/** A text for use in XML: markup escaped, control characters left out. */
export function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
