const EXPONENTS: Readonly<Record<string, string>> = {
  '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹', '-': '⁻', '−': '⁻', '–': '⁻', '+': '⁺', n: 'ⁿ',
}; // biome-ignore format: a table

/**
 * What a raised piece adds to the words before it. Digits after 10, a unit or a single letter are an exponent and are
 * written as one (10⁶, km²); other digits and signs are the mark of a note and add nothing; letters that end an ordinal
 * number, and words, stay as they are.
 * @param before the words up to it
 * @param raised without blanks at its ends
 */
export function raisedText(before: string, raised: string): string {
  if (/^[-−–+]?\d{1,3}$/u.test(raised) || raised === 'n') {
    const base = /(?<![\p{L}\p{N}.,])(?:10|[kcm]?m|ft|km|s|in|yd|[a-z])\)?$/u.test(before);
    if (base) return [...raised].map((sign) => EXPONENTS[sign] ?? sign).join('');
  }
  if (/^(?:st|nd|rd|th|er|re|o|TM|SM|®|™|°|º|ª)$/u.test(raised)) return raised;
  return isNoteMark(raised) ? '' : raised;
}

/** Numbers, single letters and the printers' signs, one or some of them: [3], 3, a, *, †, “3, 4”. */
export function isNoteMark(text: string): boolean {
  return /^[[(]?(?:\d{1,3}|[a-z]|[*†‡§¶#∗]{1,3})(?:[,;–\-\s]{1,2}(?:\d{1,3}|[a-z]|[*†‡§¶#∗]{1,3})){0,6}[\])]?$/u.test(
    text,
  );
}
