/** Where an expression stands in its sentence. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Names, then a comma or "et al.": what stands before the year in "(Raz, 2011)" and "(see Smith & Jones, 2012)". */
const NAMES = /^(?:see |cf\. |also |e\.g\.,? |in )?\p{Lu}[^()\d;]*(?:,|\bal\.)$/u;
/** "(Raz, 2011, 2012)": years after a first one. */
const MORE_YEARS = /^[^()\d;]*\d{4}[a-z]?(?:, ?\d{4}[a-z]?)*,$/u;
/** What follows a cited year: the bracket's end, another source, or a page. */
const CITED_END = /^[a-z]?(?:\)|;|,|:| p)/u;
/** "Freud (1909)", "Smith and Jones (2011)", "Raz et al. (2011)". */
const NARRATIVE = /(?:\p{Lu}[\p{L}'’-]{1,40}|\bal\.)(?:'s|’s)? \($/u;
const ARGUES =
  /^[a-z]?\) (?:also |first |further |later |has |have )?(?:argue|claim|suggest|show|found|finds|note|report|describe|propose|demonstrate|observe|conclude|define|identif|examin|review|studied|studies|call|point|stat|write|wrote|think|believe|discuss)/u;
/** "Freud, S. (1909).", "[3] Raz, A., & Shapiro, T. (2002)": the begin of an entry of a bibliography. */
const ENTRY = /^\W{0,3}(?:\d{1,3}[\].]\s?)?\p{Lu}[\p{L}'’-]{1,40}, (?:\p{Lu}\.[ -]?){1,3}/u;
const SCHOLARLY =
  /\bdoi:|doi\.org\/|\bIS[BS]N\b|\bet al\.|\bpp?\. ?\d|\bvol\. ?\d|\d \(\d{1,3}\)[,:] ?\d|\d\(\d{1,3}\)[,:] ?\d|\b(?:University|Academic) Press\b|\bRetrieved (?:from|\w+ \d)|\bJournal of\b|\([Ee]ds?\.\)/iu;

/**
 * Does this date only say when something was published: a citation in running text, or an entry of a bibliography?
 *
 * @param date where the date stands in the sentence
 */
export function isCitation(sentence: string, date: Place): boolean {
  const before = sentence.slice(Math.max(0, date.start - REACH), date.start);
  const after = sentence.slice(date.end, date.end + REACH);
  const open = before.lastIndexOf('(');
  const inside = open > before.lastIndexOf(')') ? before.slice(open + 1) : undefined;
  // A splitter that takes the initials' full stop for the end leaves "(1909)." at the begin.
  if (inside === '' && open === 0 && date.start <= 1 && CITED_END.test(after)) return true;
  if (ENTRY.test(sentence) && (inside === '' || SCHOLARLY.test(sentence))) return true;
  if (SCHOLARLY.test(sentence) && isPublisherYear(before, after)) return true;
  if (inside !== undefined && CITED_END.test(after)) {
    const source = inside.slice(inside.lastIndexOf(';') + 1).trim();
    if (NAMES.test(source) || MORE_YEARS.test(source)) return true;
  }
  return inside === '' && NARRATIVE.test(before) && ARGUES.test(after);
}

/** "Oxford University Press, 1999." closes a reference. */
function isPublisherYear(before: string, after: string): boolean {
  return /[,(]\s?$/.test(before) && /^[a-z]?[).,;:]|^$/.test(after);
}

/** So much of the sentence on either side is looked at. */
const REACH = 160;
