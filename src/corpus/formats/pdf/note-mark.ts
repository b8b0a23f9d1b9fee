/** Numbers, single letters and the printers' signs, one or some of them: [3], 3, a, *, †, “3, 4”. */
export function isNoteMark(text: string): boolean {
  return /^[[(]?(?:\d{1,3}|[a-z]|[*†‡§¶#∗]{1,3})(?:[,;–\-\s]{1,2}(?:\d{1,3}|[a-z]|[*†‡§¶#∗]{1,3})){0,6}[\])]?$/u.test(
    text,
  );
}
