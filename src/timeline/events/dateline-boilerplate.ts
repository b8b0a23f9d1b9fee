/** Lines about the article instead of what it tells: their dates are not events. */
const LABEL =
  /^\W*(?:(?:last|first|originally|previously)\s+)?(?:updated?|published|posted|modified|reviewed|accessed|retrieved|revised|created|filed|issued|printed|archived|date|dateline|aired|uploaded|file photo)\b(?!\s+(?:by|in|a|the|an)\b)/i;
const RIGHTS =
  /©|\(c\)\s*\d{4}|\bcopyright\b|\ball rights reserved\b|\bterms of (?:use|service)\b|\bprivacy policy\b/i;
const TEASER =
  /^\W*(?:related|read (?:more|also|next)|see also|recommended|more from|most read|must (?:read|watch)|watch (?:more|now|this)|just watched|trending|also read|replay|sign up|subscribe|listen|hide caption|share)\b|^\W*(?:photos?|pictures?|gallery|video|watch|quiz|podcast):/i;
const ABOUT_ITSELF =
  /\bthis (?:story|article|page|post|report|headline|piece|copy)\b.{0,30}\b(?:updated|corrected|published|amended|appeared)\b/i;
const END_OF_SENTENCE = /[.!?…]["”’')\]]*\s*$/;
const WORD = /\p{L}[\p{L}\p{M}'’-]*/gu;
/** Words of a by-line that need no capital letter. */
const BYLINE_WORDS: ReadonlySet<string> = new Set(
  'by and the of at on in for a an to from with via photo updated published posted am pm est edt gmt bst pst et p m'.split(
    ' ',
  ),
);
const BYLINE_LENGTH = 12;

/**
 * Is this sentence a by-line, a copyright line, a date line, a "last updated" note or a teaser of another article?
 *
 * @param sentence the sentence's text
 * @param dates where its dates stand in it
 */
export function isBoilerplate(
  sentence: string,
  dates: readonly { readonly start: number; readonly end: number }[],
): boolean {
  if (RIGHTS.test(sentence) || LABEL.test(sentence) || TEASER.test(sentence) || ABOUT_ITSELF.test(sentence))
    return true;
  return !END_OF_SENTENCE.test(sentence) && isByline(withoutDates(sentence, dates));
}

/** A few words, all of them names or the small words between names. */
function isByline(text: string): boolean {
  const words = text.match(WORD) ?? [];
  return (
    words.length <= BYLINE_LENGTH && words.every((word) => /^\p{Lu}/u.test(word) || BYLINE_WORDS.has(word))
  );
}

function withoutDates(
  sentence: string,
  dates: readonly { readonly start: number; readonly end: number }[],
): string {
  return dates.reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, sentence);
}
