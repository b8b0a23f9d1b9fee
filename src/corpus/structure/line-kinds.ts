/** Longest text that can be a caption, a licence line or a pointer elsewhere. */
const LONGEST = 700;

const CAPTION =
  /^(?:figure|fig\.|table|photo(?:graph)?|illustration|plate|map|chart|diagram|exhibit|listing|box) ?(?:\d{1,3}|[ivxl]{1,6}\b|[A-Z]\b)(?:[.:\-–]\d{1,3})?(?:[.:)]|\s*[-–—]| [A-Z]|$)/iu;
const CREDIT =
  /\((?:(?:image |photo |picture )?credits?|source|courtesy|photo|image)\b[^()]{0,12}[:"“ ][^()]{2,400}\)?$|^(?:photo|image|picture|illustration)s?(?: credits?| courtesy| source)? ?(?::|by\b).{2,120}$/iu;

const POINTER = [
  /^(?:watch|view|visit|listen to|explore|check out|take a look at|click on|read) (?:this|the following|our|these) [^.!?]{0,60}\b(?:videos?|websites?|sites?|web ?pages?|links?|clips?|podcasts?|animations?|articles?|interviews?|trailers?|playlists?|tutorials?|resources|presentations?|lectures?|talks?|blogs?|documentar(?:y|ies)|films?|simulations?|demonstrations?|news stor(?:y|ies)|examples?|slide ?shows?)\b/iu,
  /^(?:watch|view|visit|listen to|explore|check out|read|use|open|try) .{1,220} (?:to|and) (?:learn|find out|see|read|discover|explore) more\b.{0,60}$/iu,
  /^(?:link to learning|what do you think\??|on this page|table of contents|contents|in this (?:section|chapter|article|page)|back to (?:top|contents|index)|click here\b.{0,80}|go (?:back )?to\b.{0,60}|read more\b.{0,60}|learn more\b.{0,80}|more info(?:rmation)?\b.{0,40}|edit this page.{0,60}|main article:.{0,100}|(?:see also|see|further information|next|previous|prev|up|related):.{0,160})$/iu,
  /^(?:←|→|«|»|‹|›|<<|>>|\^)\s?.{0,80}$/u,
  /^(?:https?:\/\/\S{1,300}|www\.\S{1,300})$/iu,
];

const LICENCE =
  /^(?:.{0,60}\b(?:content|text|page|work|article|site|chapter|book|material|documentation|wiki)s?\b.{0,60}\b(?:licen[cs]ed|available|released|published|distributed)\b.{0,30} (?:under|with)\b.{0,260}|(?:licen[cs]ed|available|released) under\b.{0,200}|(?:the )?(?:creative commons|cc)[ -](?:by|attribution|license|licence)\b.{0,200}|access for free at\b.{0,120}|download for free at\b.{0,120})$/iu;

/** "Freud, S. (1909).", "Raz A. 2011.", "[12] Smith, J. …": an author in index form, and a year or a place it came out. */
const AUTHOR =
  /^(?:\[?\d{1,3}[\].)]\s|[•*–-]\s)?(?:(?:van|von|de|der|du|la|le|el|al-)\s){0,2}\p{Lu}[\p{L}'’-]{1,30},? (?:\p{Lu}\.[ -]?){1,4}/u;
const YEAR_IN_BRACKETS = /\((?:c\. )?(?:1[5-9]|20)\d{2}[a-z]?\s?(?:,[^()]{0,30})?\)/u;
const PUBLICATION =
  /\b(?:pp?\. ?\d|vol\. ?\d|\d{1,4} ?\(\d{1,3}\)[,:]|doi\b|isbn\b|journal of|university press|retrieved (?:from|on)|proceedings of|in press|edition\)|\(eds?\.\))/iu;

/** Words below a picture or a table, or the credit of one. */
export function isCaption(words: string): boolean {
  return words.length <= LONGEST && (CAPTION.test(words) || CREDIT.test(words));
}

/** Words that only lead elsewhere: "Watch this video …", "Next: …", an address alone. */
export function isNavigation(words: string): boolean {
  if (words.length > 300) return false;
  return POINTER.some((pattern) => pattern.test(words));
}

/** A line that says under which licence a page stands. */
export function isLicence(words: string): boolean {
  return words.length <= 400 && LICENCE.test(words);
}

/**
 * An entry of a bibliography: an author in index form with a year in brackets.
 * @param loosely in a section of notes: a year, or where the work came out, is enough
 */
export function isCitation(words: string, loosely = false): boolean {
  if (words.length > LONGEST) return false;
  const opening = words.slice(0, 200);
  const year = YEAR_IN_BRACKETS.exec(opening);
  if (AUTHOR.test(words) && year !== null) return true;
  return loosely && (year !== null || PUBLICATION.test(words) || /https?:\/\//u.test(words));
}
