/** Lower case, without diacritics, every run of other characters than a–z and 0–9 one space: as the data's scorers do. */
export function normalize(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Tells whether a sentence contains one of the answers as whole words. */
export function answerTest(answers: readonly string[]): (sentence: string) => boolean {
  const wanted = answers.map(normalize).filter((answer) => answer !== '');
  return (sentence) => {
    const padded = ` ${normalize(sentence)} `;
    return wanted.some((answer) => padded.includes(` ${answer} `));
  };
}

const COMMON_ANSWERS = new Set(
  'zero one two three four five six seven eight nine ten eleven twelve yes no true false none all'.split(' '),
);

/** Whether an answer hardly stands in a sentence by accident: four characters or more, and no bare number. */
export function isDistinctive(answer: string): boolean {
  const plain = normalize(answer);
  return plain.replaceAll(' ', '').length >= 4 && !COMMON_ANSWERS.has(plain) && !/^[\d ]+$/.test(plain);
}
