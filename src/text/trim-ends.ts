/**
 * A text without the characters at its end that an expression for one character matches. An expression such as
 * `/\s+$/` would begin anew at each of them, wherever they stand.
 * @param one without the flags `g` and `y`
 */
export function trimEndOf(text: string, one: RegExp): string {
  let end = text.length;
  while (end > 0 && one.test(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** A text up to its last blank space; the whole of it when there is none. */
export function withoutLastWord(text: string): string {
  let end = text.length;
  while (end > 0 && !/\s/.test(text.charAt(end - 1))) end--;
  return end === 0 ? text : text.slice(0, end).trimEnd();
}
