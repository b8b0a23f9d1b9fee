/**
 * Where the words start that a row of letters abbreviates, reading from its last letter backwards as Schwartz and Hearst
 * do ("A simple algorithm for identifying abbreviation definitions in biomedical text", 2003): every letter is found in
 * order, and the first one opens a word.
 * @param words that stand before the letters, in order
 * @param letters in lower case
 * @returns the number of the word that the first letter opens; undefined when the words are not behind the letters
 */
export function longFormStart(words: readonly string[], letters: string): number | undefined {
  if (letters.length < 2) return undefined;
  const most = Math.min(letters.length + 5, 2 * letters.length);
  let at = words.length - 1;
  let inside = (words[at]?.length ?? 0) - 1;
  for (let letter = letters.length - 1; letter >= 0; letter--) {
    const mustOpen = letter === 0;
    for (;;) {
      if (at < 0 || words.length - at > most) return undefined;
      const word = words[at]?.toLowerCase() ?? '';
      inside = mustOpen && inside > 0 ? 0 : inside;
      if (inside >= 0 && word[inside] === letters[letter]) break;
      inside--;
      if (inside < 0) inside = (words[--at]?.length ?? 0) - 1;
    }
    if (mustOpen) return at;
    inside--;
    if (inside < 0) inside = (words[--at]?.length ?? 0) - 1;
  }
  return undefined;
}
