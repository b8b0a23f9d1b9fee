import { isAbbreviation, wordBeforeStop } from './abbreviations.ts';
import { firstWord, isOpener } from './sentence-openers.ts';

/*
 * Where a sentence splitter cuts too much, as rules about the two sides of a boundary. Each says in one example what it
 * is for.
 */

const INITIAL = /(?:^|[\s("“‘'.-])\p{Lu}\.$/u;
/** "a size L.", "vitamin C.": a letter that is a name of its own, no initial. */
const LETTER_NAME =
  /\b(?:sizes?|vitamins?|plans?|types?|grades?|classe?s?|groups?|teams?|routes?|lines?|appendix|exhibits?|hepatitis|schedules?|options?|points?|levels?|blocks?|gates?|platforms?|rows?|seats?|drives?|phases?|category|terminals?|wings?|decks?|wards?|zones?|influenza|omega|pier|berth|model|part) \p{Lu}\.$/iu;
const ENUMERATOR = /^[("“‘']?(?:\d{1,3}|\p{L}|[ivx]{1,4})[.)]$/u;
const FUNCTION_WORD = /\s(?:the|an|and|or|whose|than|into|onto)\.$/u;
const OFFICE =
  /\b(?:Secretary(?: of State| General)?|President|Minister|Chancellor|Ambassador|Senator|Governor|Chief|Envoy|Representative|Director|General)\.$/u;
const SPEECH =
  /^(?!(?:He|She|They|We|I|It|You)\s)(?:[\p{L}'’.-]+\s+){1,4}(?:said|says|asked|asks|added|told|wrote|replied|shouted|cried|exclaimed|explained|tweeted|recalled|continued|demanded|insisted|joked|wondered)\b/u;
/** "“She told me, ‘It is dark.’” The judge nodded.": the few words after a speech within a speech stay with it. */
const BEAT = /^(?:\p{L}+ ){1,3}\p{L}+ed\.(?:\s|$)/u;
/** "al-Shabaab", "de Blasio", "iPhone": lower case, and yet the start of a sentence. */
const LOWER_CASE_NAME =
  /^(?:(?:al|el|an|as|ad|ash|at|ar)-\p{Lu}|(?:de|di|da|bin|ibn|von|van|le|la|du|der|ben|abu) \p{Lu}|\p{Ll}{1,2}\p{Lu})/u;
/** An answer: "The answer is no. 400 people signed." */
const SAID_NO =
  /\b(?:is|was|be|been|said|say|says|answer(?:ed)?|replied|vote[ds]?|means?|meant|still|emphatic|definite|resounding) [“"‘']?no\.$/iu;
const NUMBER = /^(?:\p{N}|[IVXLC]+\b|[–—-]\p{N})/u;

/**
 * Whether the text goes on across a boundary that the splitter found.
 * @param left the sentence before the boundary, with its marks, trimmed
 * @param right the text after it, trimmed at its start, up to some hundred characters
 * @param gap whether there is blank space between the two
 */
export function isJoined(left: string, right: string, gap: boolean): boolean {
  if (!/[\p{L}\p{N}]/u.test(left)) return true; // an opening quotation mark on its own
  if (right === '' || !/^.{0,3}[\p{L}\p{N}\p{S}([“‘"'¿¡—–-]/u.test(right)) return true; // "…Committee. ”"
  // "“It is over.”, she said", "What is it?: How it works"
  if (/^[,;:?!)\]»”]/u.test(right)) return true;
  const first = firstWord(right);
  const word = right.replace(/^["'“‘([]+/u, '');
  const quoted = /[?!…]["”’']+$/u.test(left);

  if (/^https?:/iu.test(word)) return false;
  // "…to intervene. to save his company", "“Why?” he asked", "Booking.com", "we knew...we would"
  if (/^\p{Ll}/u.test(word))
    return quoted || !gap || !(/\.["”’')]*$/u.test(left) && LOWER_CASE_NAME.test(word));
  if (!gap && /(?:\.{2}|…)$/u.test(left)) return true;
  if (isWithinBrackets(left, right)) return true;
  // "“Are you well?” John asked."
  if (quoted && SPEECH.test(right)) return true;
  if (/[.!?]’”$/u.test(left) && left.startsWith('“') && BEAT.test(right)) return true;
  // "1. Singapore"
  if (ENUMERATOR.test(left)) return true;
  if (!/\.$/u.test(left)) return false;
  return isStopInside(left, right, first, gap);
}

/** The stop belongs to a word in the middle of the sentence. */
function isStopInside(left: string, right: string, first: string, gap: boolean): boolean {
  const abbreviation = wordBeforeStop(left);
  // "Rev. King", "Roe v. Wade", "e.g. The Tansy"
  if (isAbbreviation(abbreviation, 'name') || isAbbreviation(abbreviation, 'clause')) return true;
  // "Sr. Maria", and not "King Sr. The"
  if (/(?:^|[\s,])(?:and |or )?(?:Sr|Jr|St|Ste|Bro)\.$/u.test(left) && /^\p{Lu}\p{Ll}/u.test(first))
    return !isOpener(first);
  // "No. 10", "Jan. 6", "vol. II", "p. 3"
  if (isAbbreviation(abbreviation, 'number') && NUMBER.test(right)) return !SAID_NO.test(left);
  // "Quill et al. [1998]", "Inc. (“the line”)", "(Rom. 2:3)"
  if (/\bal\.$/u.test(left) && /^[([\p{N}]/u.test(right)) return true;
  if (abbreviation.length > 1 && /^\((?:[“"‘]|\p{Ll}|\p{Lu}{2})/u.test(right) && isShortForm(abbreviation))
    return true;
  if (/(?:^|[\s(])\p{Lu}\p{Ll}{1,4}\.$/u.test(left) && /^\d{1,3}:\d/u.test(right)) return true;
  // "Ph.D."; "John F. Kennedy", but "Plan B. The rest"
  if (INITIAL.test(left) && /^\p{Lu}/u.test(first))
    return !isOpener(first) && !endsInAcronym(left) && !LETTER_NAME.test(left);
  if (!gap && /(?:^|\s)\p{L}{1,2}\.$/u.test(left) && /^\p{Lu}\./u.test(right)) return true;
  // "…between the US Secretary of State. USA Mike Pompeo and President Putin": a stop inside a noun phrase
  if (FUNCTION_WORD.test(left)) return true;
  if (OFFICE.test(left) && /^(?:USA|US|UK|UN|EU|UAE) \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u.test(right)) return true;
  return lacksSecondHalf(left) && /^[^.!?]{1,80}\band\b/u.test(right) && !isOpener(first);
}

/** The legal form of a firm, or what else is shortened at the end of a name. */
function isShortForm(word: string): boolean {
  return /^(?:Inc|Corp|Ltd|Co|Cos|Bros|plc|etc|Jr|Sr|Esq|Dept|Univ|Assn|Intl|Mfg|Ave|Blvd|Rd|Ind|al)$/u.test(
    word,
  );
}

/** A bracket that is open, and closes soon: "(He left. She stayed.)" is told in one breath. */
function isWithinBrackets(left: string, right: string): boolean {
  const open = /(?:^|[\s“"‘])\((?=\S)[^()]*$/u.exec(left);
  return open !== null && /^[^()]{0,150}\)/u.test(right);
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

/** Whether a sentence that was passed over begins after a closing quotation mark. */
export function beginsAfterQuotation(before: string, after: string): boolean {
  const question = /[!?…]["”’][)\]]?$/u.test(before);
  // "Walter “Johnny D.” McMillian": the mark belongs to a nickname
  const nickname = /\p{Lu}\.["”’]$/u.test(before) && !isOpener(firstWord(after));
  return !nickname && !(question && SPEECH.test(after));
}

/** A letter with a stop that is a name of its own. */
export function isLetterName(left: string): boolean {
  return LETTER_NAME.test(left);
}

/** "The answer is no." before a number. */
export function isAnsweredNo(left: string): boolean {
  return SAID_NO.test(left);
}
