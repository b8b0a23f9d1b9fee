/** Words that often open a sentence and hardly ever continue a name. */
const OPENERS = new Set(
  (
    'The A An He She It They We I You His Her Its Their Our This That These Those There Here In On At By For From With As ' +
    'But And Or So If When While After Before Since Then Now Although However Meanwhile Also Once Some Many Most Both ' +
    'What Who Where Why How Not To No Yes My Your All Each Every Another Nobody Everyone Nothing Only Even Still Yet Later ' +
    'Earlier Today Yesterday Because Until Although Though Unlike Despite During Between Under Over Instead Perhaps'
  ).split(' '),
);

/** Whether a word, as it is written, opens sentences. */
export function isOpener(word: string): boolean {
  return OPENERS.has(word);
}

/** The first word of a text, behind opening marks; empty when it begins otherwise. */
export function firstWord(right: string): string {
  return /^["'“‘([]*([\p{L}\p{N}'’-]+)/u.exec(right)?.[1] ?? '';
}
