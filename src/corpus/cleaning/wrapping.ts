/** When lines count as wrapped at a width, by a program or a typist, and not as broken by their author. */
const WRAPPING = {
  /** Widths that people wrap text at, in characters: labels and verse are narrower, paragraphs wider. */
  narrowest: 20,
  widest: 120,
  /** The least share of breaks where the next word had no room. */
  full: 0.8,
  /** The least share of breaks in the middle of a sentence, by the words around them. */
  amid: 0.3,
  /** Lines of wrapped text that are shorter than this stay: their sentences go on from line to line all the same. */
  joined: 40,
  /** From so many lines on, a paragraph tells its own width. */
  lines: 3,
} as const;

/** A line that ends in one of these words goes on. */
const GOES_ON =
  /(?:^|\s)["“‘(]?(?:the|a|an|of|to|in|on|at|by|for|from|with|and|or|but|nor|that|which|who|whose|as|than|into|onto|until|over|under|between|is|was|were|are|be|been|has|had|have|not|his|her|their|its|our|your|my|mr\.|mrs\.|ms\.|dr\.)$/iu;

/**
 * The width that the lines of a paragraph were wrapped at; `undefined` when its author broke them. A line was wrapped
 * when the first word of the next one would not have fitted; most must have been, and many in the middle of a sentence.
 * @param paragraph its lines, without blanks at their ends
 */
export function wrapWidth(paragraph: readonly string[]): number | undefined {
  return paragraph.length < WRAPPING.lines ? undefined : widthOf([paragraph]);
}

/**
 * The width that a text is wrapped at, told by all its paragraphs of several lines together; each line counts against
 * the longest of them.
 */
export function textWrapWidth(paragraphs: readonly (readonly string[])[]): number | undefined {
  const several = paragraphs.filter(
    (lines) => lines.length > 1 && longest(lines) <= WRAPPING.widest && !lines.some(isListItem),
  );
  return widthOf(several);
}

/** The lines of each paragraph, those joined that were wrapped at a width. */
export function joinWrapped(paragraphs: readonly (readonly string[])[]): (readonly string[])[] {
  const textWidth = textWrapWidth(paragraphs);
  return paragraphs.map((lines) => {
    const width = wrapWidth(lines) ?? textWidth ?? widthOfTwo(lines);
    if (width === undefined || width < WRAPPING.joined) return lines;
    const out: string[] = [];
    for (const [i, line] of lines.entries()) {
      const before = lines[i - 1];
      if (before !== undefined && isWrappedAfter(before, line, width)) out[out.length - 1] += ` ${line}`;
      else out.push(line);
    }
    return out;
  });
}

/** Two lines alone are one when the first is long and breaks off, and the second goes on in lower case. */
function widthOfTwo([line = '', next = '', ...more]: readonly string[]): number | undefined {
  const goesOn = more.length === 0 && /[\p{L},]$/u.test(line) && /^\p{Ll}/u.test(next);
  return goesOn && line.length <= WRAPPING.widest ? Math.max(line.length, WRAPPING.narrowest) : undefined;
}

function widthOf(paragraphs: readonly (readonly string[])[]): number | undefined {
  const width = paragraphs.reduce((most, lines) => Math.max(most, longest(lines)), 0);
  if (width < WRAPPING.narrowest || width > WRAPPING.widest) return undefined;
  let [breaks, full, amid] = [0, 0, 0];
  for (const lines of paragraphs) {
    for (let i = 1; i < lines.length; i++) {
      const [line, next] = [lines[i - 1] ?? '', lines[i] ?? ''];
      const isWrapped = isFull(line, next, width);
      // The end of a paragraph that only an indent sets off.
      if (!isWrapped && /[.!?:]["”’)]?$/u.test(line)) continue;
      breaks++;
      if (isWrapped) full++;
      if (isAmid(line, next)) amid++;
    }
  }
  const wrapped = breaks > 1 && full >= breaks * WRAPPING.full && amid >= breaks * WRAPPING.amid;
  return wrapped ? width : undefined;
}

/** Whether a line goes on in the next one of its paragraph, in a text that is wrapped at a width. */
export function isWrappedAfter(line: string, next: string, width: number): boolean {
  return isFull(line, next, width) && !isListItem(next);
}

function isFull(line: string, next: string, width: number): boolean {
  return line.length + 1 + next.search(/\s|$/u) > width;
}

/** The line ends, or the next begins, as no sentence does. */
function isAmid(line: string, next: string): boolean {
  return /^["“‘(]?\p{Ll}/u.test(next) || GOES_ON.test(line) || /[\p{L}\p{N}],$/u.test(line);
}

function longest(lines: readonly string[]): number {
  return lines.reduce((most, line) => Math.max(most, line.length), 0);
}

function isListItem(line: string): boolean {
  return /^(?:[-*•–—+]|\d{1,3}[.)]|\p{L}\))\s/u.test(line);
}
