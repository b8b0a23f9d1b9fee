const SYLLABLES = 'ba ko ri te lu ma ne so vi za do fe gi hu pa qui'.split(' ');
/** Words that begin so are as many as a language has, not without end. */
const WORDS = 16 ** 4;
const OWN = 12;

/** A word that no other number has. @param kind its begin */
export function wordOf(kind: string, number: number): string {
  const parts: string[] = [];
  for (let rest = number; parts.length < 4 || rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    parts.push(SYLLABLES[rest % SYLLABLES.length] ?? '');
  return kind + parts.join('');
}

/** One of the words that an article is made of. @param number of the article */
export function ownWord(number: number, at: number): string {
  return wordOf('w', (number * 2 * OWN + at) % WORDS);
}

/**
 * Some sentences about topics, in words of its own but for those that join them: each article is a story of its own.
 * @param number of the article
 */
export function bodyOf(topics: readonly string[], number: number): string {
  const lines = topics.map((topic, i) => {
    const word = (at: number) => ownWord(number, (i % 2) * OWN + at);
    return [
      `The ${word(0)} of ${topic} was ${word(1)} by the ${word(2)} and the ${word(3)} who had been ${word(4)}.`,
      `They are not ${word(5)}, since a ${word(6)} of ${topic} has been ${word(7)} before the ${word(8)}.`,
      `It was ${word(9)} for all that ${topic} had, and is now ${word(10)} as well as ${word(11)}.`,
    ].join(' ');
  });
  return lines.map((line) => `<p>${line}</p>`).join('');
}
