/** Soft hyphens, zero-width blanks, marks of direction: they stand within words, and nobody sees or types them. */
const UNSEEN = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;
/** Joiners form letters of some scripts and faces; elsewhere they are only in the way. */
const JOINER = /(?<=^|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\s])[\u200C\u200D]/gu;
const ANY = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u;

/** A text without the characters that nobody sees: a quote of it shows the same, and its words are found. */
export function withoutInvisible(text: string): string {
  return ANY.test(text) ? text.replace(UNSEEN, '').replace(JOINER, '') : text;
}
