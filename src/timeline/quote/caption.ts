import { firstVerb } from './verbs.ts';

/** A photographer's credit. */
const CREDIT =
  /\p{L}\/(?:Getty|AP\b|AFP|Reuters|EPA|Shutterstock|Bloomberg|Zuma|The New York Times)|\bGetty Images\b|\bAP Photo\b|\bUSA TODAY (?:Sports|NETWORK)\b|\b(?:file|handout) (?:photo|picture|image)\b|\((?:AP|Photo|Image|Picture)\b/iu;
/** What every sentence has that credits a photographer or points into a picture: most have nothing of it. */
const PICTURED =
  /[/(]|getty|ap photo|usa today|file|handout|left|right|cent(?:er|re)|photo|image|picture|video|footage|view|seen|shown|screengrab/iu;
/** Words that point into a picture. */
const POINTING =
  /(?:^|[,(]) ?(?:from left|left to right|(?:top|bottom|far|front|back|second from)? ?(?:left|right|center|centre))\b ?[,:)]|^\W{0,3}(?:photos?|photographs?|images?|pictures?|videos?|footage|a (?:photo|picture|video|general view)) (?:from|of|taken|shared|posted|released|shows?)\b|\b(?:is|are|was|were) (?:seen|pictured|shown|photographed)\b|\b(?:seen|pictured|shown|photographed) (?:here|in this|on|at|in|during|above|with)\b|\b(?:this|the) (?:photo|photograph|picture|image|screengrab|satellite image|aerial view|file photo)\b|\ban? (?:aerial|satellite|general) (?:view|image|photo)\b/iu;

/**
 * Is this the line under a picture? It credits a photographer, points into the picture ("left,", "pictured at"), or
 * tells a day in the present tense with the day at its end ("People walk past a school on March 7.").
 *
 * @param date where the date stands in the sentence
 */
export function isCaption(sentence: string, date: { readonly start: number; readonly end: number }): boolean {
  if (PICTURED.test(sentence) && (CREDIT.test(sentence) || POINTING.test(sentence))) return true;
  if (date.start < sentence.length * OPENING) return false;
  const day = sentence.slice(date.start, date.end);
  if (!/\d|day\b/i.test(day)) return false;
  // "A sample is taken from a pig on a farm in Osterby on March 7."
  const closes = /\d/.test(day) && sentence.length - date.end <= CLOSING && !PAST_FORM.test(sentence);
  // Without its day: "May" is no verb.
  if (closes && (TAKEN.test(sentence) || posesLater(sentence.slice(0, date.start)))) return true;
  if (closes && YEAR_LAST.test(day) && isShown(sentence.slice(0, date.start))) return true;
  return firstVerb(sentence) === 'present' && isPosed(sentence);
}

/** So little stands behind a date that closes the sentence. */
const CLOSING = 8;
const PAST_FORM = /\b(?:was|were|had|has|have|said|says?|did|told|will|would)\b/i;
/** Past forms of the verbs that tell most. */
const IRREGULAR =
  /\b(?:went|came|won|lost|left|fell|broke|struck|shot|hit|took|found|met|held|began|gave|made|sent|rose|fought|burst)\b/u;
const TAKEN = /\b(?:is|are|being) (?:\p{Ll}{1,20}ed|taken|seen|shown|held|driven|drawn|led|brought)\b/u;
const YEAR_LAST = /\d{4}$/;
/** "A woman near a block destroyed in the town on": no verb but of what is pictured, and a day with its year at the end. */
const SHOWN =
  /^(?:An?|The|Two|Three|Four|Several|Some|People|\p{Lu}\p{Ll}{2,20}s) (?:(?!\p{Ll}{1,20}ed\b)[\p{L}’'-]{2,20} ){0,3}(?:near|outside|inside|in front of|amid|beside|next to|at|in|during|among) /u;
/** A word in -ed with an object or right before the date, or of what happens by itself, is a verb after all. */
const HAPPENED =
  /\p{Ll}ed (?:(?:an?|the|its|his|her|their|two|three|four|five|several|many|dozens|hundreds|people|\d|\p{Lu})|(?:on |in )?$)|\b(?:exploded|crashed|collapsed|derailed|landed|opened|erupted|burned|arrived|gathered|marched|protested|resigned|voted|rallied|escaped|returned|started|ended)\b/u;
/** "The plane believed to be carrying him arrives on July 14.": a word in -ed that belongs to a noun, then a pose. */
const ATTRIBUTE = /\p{Ll}{2,20}ed (?=(?:to|by|in|of|at|as|with|for|on|from|near)\b)/gu;

function posesLater(sentence: string): boolean {
  const rest = sentence.replace(ATTRIBUTE, '');
  return rest.length < sentence.length && firstVerb(rest) === 'present' && isPosed(rest);
}

function isShown(text: string): boolean {
  return SHOWN.test(text) && !HAPPENED.test(text) && !IRREGULAR.test(text);
}

/** A date in the first part opens a line of a chronology instead: "July 7 – He announces …". */
const OPENING = 0.3;

/** "He says", "it is", "they will": a speaker or writer of the day, not a picture. */
function isPosed(sentence: string): boolean {
  return !/\b(?:will|would|can|could|may|might|should|must|says?|is|are|do(?:es)?)\b/i.test(
    sentence.slice(0, sentence.length / 2),
  );
}
