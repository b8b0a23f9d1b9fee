/**
 * What the eye takes for a gap, an edge or a step when it reads a printed page. `em` is the size of the letters of the
 * line; other lengths are points (1/72 inch).
 */
export const PDF_DEFAULTS = {
  /** Two pieces are apart by a blank when more than this lies between them (em). */
  blank: 0.13,
  /** Two pieces of a line belong to different columns or cells: this far apart (em), and so many usual blanks. */
  apart: 0.8,
  blanksApart: 2,
  /** The usual blank, where a line tells none (em). */
  usualBlank: 0.3,
  /** A bullet or a number is this far from its words at most (em). */
  labelGap: 4,
  /** Blanks of a stretched line differ by this factor at most, and are this wide at most (em). */
  evenBlanks: 1.35,
  widestBlank: 3,
  /** Baselines this near each other are one line (em). */
  sameLine: 0.35,
  /** A raised piece stands this much higher (em) and is this much smaller than its line. */
  raised: 0.15,
  smaller: 0.92,
  /** A drop cap is this many times as big as running text. */
  dropCap: 1.7,
  /** A line further below the last than this many times the usual step begins a paragraph. */
  step: 1.25,
  /** Lines of a cell are at most this far from each other (em). */
  cellStep: 1.42,
  /** Sizes of one text differ by less than this share. */
  sameSize: 0.07,
  /** A first line stands in by at least this much (em). */
  indent: 0.6,
  /** A heading is this much bigger than running text. */
  heading: 1.12,
  /** Notes are at most this size of running text. */
  note: 0.95,
  /** Lines on both sides of a gutter: at least so many in all, and so many on the shorter side. */
  besideLines: 7,
  shorterSide: 2,
  /** Letters a line of a text column has at least, in the middle; a table's cells have fewer. */
  columnLetters: 14,
  /** A head or foot stands in the same place of so many pages at least, and of this share of them. */
  headPages: 3,
  headShare: 0.3,
  /** Heads and feet are looked for in so many lines at the top and at the bottom. */
  marginLines: 3,
  /** Pages that are read; a longer document is told to be cut there. */
  pages: 1500,
} as const;
