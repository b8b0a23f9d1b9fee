/** Letters of the scripts that are written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** Invisible characters that turn or fence in whatever follows them, until another one ends it. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * Text without the invisible characters that turn the direction of what follows: left open they reorder the rest of a
 * line, and Discord drops some of them by itself.
 */
export function withoutTurning(text: string): string {
  return text.replace(TURNING, '');
}

/**
 * A name or title that keeps to itself in a line: written from right to left it would otherwise pull the blanks, dots
 * and numbers beside it to its other side.
 * Source: https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 * @param text plain or Markdown, one line
 */
export function isolate(text: string): string {
  const alone = withoutTurning(text);
  return RIGHT_TO_LEFT.test(alone) ? `\u2068${alone}\u2069` : alone;
}
