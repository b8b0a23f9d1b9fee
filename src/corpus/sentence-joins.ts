/**
 * Where a sentence splitter goes wrong on news text, as rules about the two sides of a full stop. Each says in one
 * example what it is for.
 */

/** Words that often open a sentence and hardly ever continue a name. */
const OPENERS = new Set(
  (
    'The A An He She It They We I You His Her Its Their Our This That These Those There Here In On At By For From With As ' +
    'But And Or So If When While After Before Since Then Now Although However Meanwhile Also Once Some Many Most Both ' +
    'What Who Where Why How Not To No Yes'
  ).split(' '),
);

/** Abbreviations that are always followed by what they belong to. */
const TITLE =
  /(?:^|[\s("“‘'[])(?:Mr|Mrs|Ms|Mx|Messrs|Dr|Drs|Prof|Gen|Sens?|Reps?|Gov|Lt|Col|Sgt|Cpl|Capt|Cmdr|Maj|Brig|Adm|Rev|Hon|Pres|Supt|Insp|Amb|Msgr|Mt|Ft|vs|v|cf|e\.g|i\.e)\.$/u;
/** Abbreviations that belong to the number after them. */
const BEFORE_NUMBER =
  /(?:^|[\s("“‘'[])(?:Nos?|no|Vol|vol|Figs?|fig|Art|art|Sec|sec|Ch|ch|pp?|ca?|approx|est|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$/u;
const INITIAL = /(?:^|[\s("“‘'.-])\p{Lu}\.$/u;
const ENUMERATOR = /^[("“‘']?(?:\d{1,3}|\p{L}|[ivx]{1,4})[.)]$/u;
const FUNCTION_WORD = /\s(?:the|an|and|or|whose|than|into|onto)\.$/u;
const OFFICE =
  /\b(?:Secretary(?: of State| General)?|President|Minister|Chancellor|Ambassador|Senator|Governor|Chief|Envoy|Representative|Director|General)\.$/u;
const SPEECH =
  /^(?!(?:He|She|They|We|I|It|You)\s)(?:[\p{L}'’.-]+\s+){1,4}(?:said|says|asked|asks|added|told|wrote|replied|shouted|cried|exclaimed|explained|tweeted|recalled|continued|demanded|insisted|joked|wondered)\b/u;
/** "al-Shabaab", "de Blasio", "iPhone": lower case, and yet the start of a sentence. */
const LOWER_CASE_NAME =
  /^(?:(?:al|el|an|as|ad|ash|at|ar)-\p{Lu}|(?:de|di|da|bin|ibn|von|van|le|la|du|der|ben|abu) \p{Lu}|\p{Ll}{1,2}\p{Lu})/u;

/**
 * Whether the text goes on across a boundary that the splitter found.
 * @param left the sentence before the boundary, trimmed
 * @param right the text after it, trimmed at its start, up to some hundred characters
 * @param gap whether there is blank space between the two
 */
export function isJoined(left: string, right: string, gap: boolean): boolean {
  if (!/[\p{L}\p{N}]/u.test(left)) return true; // an opening quotation mark on its own
  if (right === '' || !/^.{0,3}[\p{L}\p{N}\p{S}([“‘"'¿¡—–-]/u.test(right)) return true; // "…Committee. ”"
  const first = /^["'“‘([]*([\p{L}\p{N}'’-]+)/u.exec(right)?.[1] ?? '';
  const word = right.replace(/^["'“‘([]+/u, '');
  const quoted = /[?!…]["”’']+$/u.test(left);

  if (/^https?:/iu.test(word)) return false;
  // "…to intervene. to save his company", "“Why?” he asked", "Booking.com"
  if (/^\p{Ll}/u.test(word))
    return quoted || !gap || !(/\.["”’')]*$/u.test(left) && LOWER_CASE_NAME.test(word));
  // "“Are you well?” John asked."
  if (quoted && SPEECH.test(right)) return true;
  // "1. Singapore"
  if (ENUMERATOR.test(left)) return true;
  if (!/\.$/u.test(left)) return false;
  // "Rev. King", "Roe v. Wade", "No. 10", "Jan. 6"
  if (TITLE.test(left)) return true;
  if (BEFORE_NUMBER.test(left) && /^\p{N}/u.test(first)) return true;
  // "Ph.D."; "John F. Kennedy", but "Plan B. The rest"
  if (INITIAL.test(left) && /^\p{Lu}/u.test(first)) return !OPENERS.has(first) && !endsInAcronym(left);
  if (!gap && /(?:^|\s)\p{L}{1,2}\.$/u.test(left) && /^\p{Lu}\./u.test(right)) return true;
  // "…between the US Secretary of State. USA Mike Pompeo and President Putin": a stop inside a noun phrase
  if (FUNCTION_WORD.test(left)) return true;
  if (OFFICE.test(left) && /^(?:USA|US|UK|UN|EU|UAE) \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(right)) return true;
  return lacksSecondHalf(left) && /^[^.!?]{1,80}\band\b/u.test(right) && !OPENERS.has(first);
}

/** "U.S." and "D.C." may well end a sentence; a single initial hardly ever does. */
function endsInAcronym(left: string): boolean {
  return /\p{Lu}\.\p{Lu}\.$/u.test(left);
}

/** "between X", and no "and" yet. */
function lacksSecondHalf(left: string): boolean {
  const tail = left.slice(left.lastIndexOf('between ') + 1);
  return (
    left.includes('between ') &&
    tail.length < 100 &&
    !/\b(?:and|them|us|these|those|both|two)\b|(?<![\p{L}\p{N}])\p{N}+(?![\p{L}\p{N}])/u.test(tail)
  );
}

const CLOSED_QUOTE =
  /[.!?…]["”’][)\]]?\s+(?=["“‘(]?\p{Lu})|(?<=\.)(?<=[\s(“"]\p{Lu}\.)\s+(?=(?:The|He|She|It|They|But|This|That|These)\s)/gu;

/**
 * Boundaries that the splitter passes over: after a closing quotation mark ("he said ‘no.’ Then she left"), and after a
 * single letter when a new sentence clearly begins ("Plan B. He left").
 * @returns offsets where the left side ends
 */
export function missedEnds(text: string): number[] {
  const ends: number[] = [];
  for (const match of text.matchAll(CLOSED_QUOTE)) {
    const end = match.index + match[0].trimEnd().length;
    const before = text.slice(Math.max(0, end - 60), end);
    const after = text.slice(match.index + match[0].length, end + 120);
    const question = /[!?…]["”’][)\]]?$/u.test(before);
    // "Walter “Johnny D.” McMillian": the mark belongs to a nickname
    const nickname = /\p{Lu}\.["”’]$/u.test(before) && !OPENERS.has(/^\p{L}+/u.exec(after)?.[0] ?? '');
    if (!nickname && !(question && SPEECH.test(after))) ends.push(end);
  }
  return ends;
}
