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

/** Words that a long answer must share with a sentence to be in it, and how long is long. */
const LONG_ANSWER = 8;
const SHORTEST_SENTENCE = 6;
const LEAST_SHARED = 0.7;

/** Whether a sentence shares seven tenths of the words of the shorter of the two with a long answer. */
export function sharesWords(sentence: string, answers: readonly string[]): boolean {
  const words = normalize(sentence).split(' ');
  if (words.length < SHORTEST_SENTENCE) return false;
  return answers.some((answer) => {
    const wanted = normalize(answer).split(' ');
    if (wanted.length < LONG_ANSWER) return false;
    const left = new Map<string, number>();
    for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
    let common = 0;
    for (const word of words) {
      const count = left.get(word) ?? 0;
      if (count === 0) continue;
      common++;
      left.set(word, count - 1);
    }
    return common >= LEAST_SHARED * Math.min(wanted.length, words.length);
  });
}

/** Tells whether a text holds one of some words, case and emphasis ignored; `/…/` is a pattern. */
export function holdsPattern(answers: readonly string[]): (text: string) => boolean {
  const tests = answers.map((answer) => {
    if (/^\/.+\/$/.test(answer)) {
      const pattern = new RegExp(answer.slice(1, -1), 'i');
      return (text: string) => pattern.test(text);
    }
    const wanted = unmarked(answer);
    return (text: string) => text.includes(wanted);
  });
  return (text) => {
    const plain = unmarked(text);
    return tests.some((test) => test(plain));
  };
}

/** Without emphasis, link markup and typographic marks, in lower case. */
function unmarked(text: string): string {
  return text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/\u2011/g, '-')
    .replace(/[*_`]+/g, '')
    .replace(/\[\[(?:[^[\]|]{0,300}\|)?([^[\]|]{0,300})\]\]/g, '$1')
    .replace(/\[([^[\]]{0,300})\]\([^()]{0,2000}\)/g, '$1')
    .replace(/'{2,5}/g, '')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}
