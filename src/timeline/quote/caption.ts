import { firstVerb } from './verbs.ts';

/** A photographer's credit. */
const CREDIT =
  /\p{L}\/(?:Getty|AP\b|AFP|Reuters|EPA|Shutterstock|Bloomberg|Zuma|The New York Times)|\bGetty Images\b|\bAP Photo\b|\bUSA TODAY (?:Sports|NETWORK)\b|\b(?:file|handout) (?:photo|picture|image)\b|\((?:AP|Photo|Image|Picture)\b/iu;
/** Words that point into a picture. */
const POINTING =
  /(?:^|[,(]) ?(?:from left|left to right|(?:top|bottom|far|front|back|second from)? ?(?:left|right|center|centre))\b ?[,)]|\b(?:is|are|was|were) (?:seen|pictured|shown|photographed)\b|\b(?:seen|pictured|shown|photographed) (?:here|in this|on|at|in|during|above|with)\b|\b(?:this|the) (?:photo|photograph|picture|image|screengrab|satellite image|aerial view|file photo)\b|\ban? (?:aerial|satellite|general) (?:view|image|photo)\b/iu;

/**
 * Is this the line under a picture? It credits a photographer, points into the picture ("left,", "pictured at"), or
 * tells a day in the present tense with the day at its end ("People walk past a school on March 7.").
 *
 * @param date where the date stands in the sentence
 */
export function isCaption(sentence: string, date: { readonly start: number; readonly end: number }): boolean {
  if (CREDIT.test(sentence) || POINTING.test(sentence)) return true;
  if (date.start < sentence.length * OPENING) return false;
  return (
    /\d|day\b/i.test(sentence.slice(date.start, date.end)) &&
    firstVerb(sentence) === 'present' &&
    isPosed(sentence)
  );
}

/** A date in the first part opens a line of a chronology instead: "July 7 – He announces …". */
const OPENING = 0.3;

/** "He says", "it is", "they will": a speaker or writer of the day, not a picture. */
function isPosed(sentence: string): boolean {
  return !/\b(?:will|would|can|could|may|might|should|must|says?|is|are|do(?:es)?)\b/i.test(
    sentence.slice(0, sentence.length / 2),
  );
}
