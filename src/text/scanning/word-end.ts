/**
 * What counts as one word, in this order: an acronym with its full stops ("U.S."), a number with its separators and
 * letters ("380,000", "95.1", "21st"), a word with its inner apostrophes ("Dara'a", "don't"). Hyphens separate words.
 */
const WORD =
  /^(?:(?:\p{Lu}\.){2,}|\p{N}+(?:[.,]\p{N}+)*\p{L}*|[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’ʼ‘`´][\p{L}\p{M}]+)*)/u;

/** Stands for the end of the text. */
const NOTHING = 0;
const CAPITAL_Z = 0x5a;
const COMMA = 0x2c;
const FULL_STOP = 0x2e;

/**
 * Where a word ends that begins at a place. The characters that nearly all texts are made of (ASCII, curly marks, dashes)
 * are looked at one by one; only others are left to the expression, which takes ten times as long.
 * @param limit where the text ends
 * @returns `at` when no word begins there
 */
export function wordEnd(text: string, at: number, limit: number): number {
  const first = text.charCodeAt(at);
  const end = isLetter(first)
    ? endOfLetters(text, at, limit)
    : isDigit(first)
      ? endOfNumber(text, at, limit)
      : isSeparator(first)
        ? at
        : UNSURE;
  if (end !== UNSURE) return end;
  return at + (WORD.exec(text.slice(at, limit))?.[0].length ?? 0);
}

/** The expression has to be asked. */
const UNSURE = -1;

function endOfLetters(text: string, at: number, limit: number): number {
  let end = at + 1;
  let next = codeAt(text, end, limit);
  if (next === FULL_STOP && isAcronym(text, at, limit)) return UNSURE;
  while (isLetter(next) || isDigit(next)) next = codeAt(text, ++end, limit);
  while (isApostrophe(next)) {
    const after = codeAt(text, end + 1, limit);
    if (!isLetter(after)) return isSeparator(after) || isDigit(after) ? end : UNSURE;
    end += 2;
    next = codeAt(text, end, limit);
    while (isLetter(next)) next = codeAt(text, ++end, limit);
  }
  return isSeparator(next) || isDigit(next) ? end : UNSURE;
}

/** Whether something like "S." follows a capital's full stop. */
function isAcronym(text: string, at: number, limit: number): boolean {
  if (text.charCodeAt(at) > CAPITAL_Z) return false;
  const letter = codeAt(text, at + 2, limit);
  return isLetter(letter) ? codeAt(text, at + 3, limit) === FULL_STOP : !isSeparator(letter);
}

function endOfNumber(text: string, at: number, limit: number): number {
  let end = at + 1;
  let next = codeAt(text, end, limit);
  for (;;) {
    while (isDigit(next)) next = codeAt(text, ++end, limit);
    if (next !== COMMA && next !== FULL_STOP) break;
    const after = codeAt(text, end + 1, limit);
    if (after > 127 && !isSeparator(after)) return UNSURE;
    if (!isDigit(after)) break;
    end += 2;
    next = codeAt(text, end, limit);
  }
  while (isLetter(next)) next = codeAt(text, ++end, limit);
  return isSeparator(next) || isDigit(next) ? end : UNSURE;
}

function codeAt(text: string, at: number, limit: number): number {
  return at < limit ? text.charCodeAt(at) : NOTHING;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x60;
}

/** Surely no letter, mark or number: ASCII but those, and the block of dashes, quotation marks and blanks. */
function isSeparator(code: number): boolean {
  return (code < 128 && !isLetter(code) && !isDigit(code)) || (code >= 0x2000 && code < 0x2070);
}
