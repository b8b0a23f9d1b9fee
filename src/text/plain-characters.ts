/** What the end of a line left in a hyphenated word. */
const SOFT_HYPHEN = /\u00AD\s*/g;
/** Invisible: joiners, marks of direction, fillers, selectors, tags. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/** Control characters, but for blanks and line ends, and the place of a picture in a text. */
const CONTROL = /[[\p{Cc}\uFFFC]--\s]/gv;
/** The accent that stands for an apostrophe; compatibility forms would make a blank and a mark of it. */
const ACCENT = /\u00B4/g;
/** Runs of letters, digits and marks, and the full-width and circled forms of letters and signs. */
const COMPATIBLE = /[\p{L}\p{M}\p{Nd}\u2002-\u200A\u3000\uFF01-\uFF5E\u249C-\u24E9]+/gu;
/** A hyphen at the end of a line. */
const HYPHEN_AT_END = /(?<=\p{L}-)\n[^\S\n]*(?=\p{L})/gu;

/**
 * The same words in the characters that people type: full-width and other fancy letters as plain ones, nothing
 * invisible within a word, words that were parted at the end of a line whole again. For what is looked for, never for
 * what is quoted.
 */
export function plainCharacters(text: string): string {
  return text
    .toWellFormed()
    .replace(SOFT_HYPHEN, '')
    .replace(INVISIBLE, '')
    .replace(CONTROL, ' ')
    .replace(ACCENT, '’')
    .replace(COMPATIBLE, (run) => run.normalize('NFKC'))
    .replace(HYPHEN_AT_END, '');
}
