import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GROUPING_DEFAULTS, groupQuestions } from '../../src/state/group-questions.ts';
import { growthOf } from '../growth.ts';

const terms = (question: string) => question.split(' ').filter(Boolean);
const wording = (question: string, noAnswer = 1) => ({ question, noAnswer, thumbsDown: 0 });

/** By the definition: each is compared with every group before it. */
function slowly(questions: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (const question of questions.toSorted()) {
    const own = new Set(terms(question));
    const near = groups.find(([first = '']) => {
      const other = new Set(terms(first));
      const shared = own.intersection(other).size;
      return shared > 0 && shared / (own.size + other.size - shared) >= GROUPING_DEFAULTS.same;
    });
    if (near === undefined) groups.push([question]);
    else near.push(question);
  }
  return groups;
}

test('finds the groups that comparing all with all finds', async () => {
  const word = fc.constantFrom('who', 'mayor', 'osterby', 'ferry', 'bridge', 'fares', 'tide', 'rise');
  const question = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(question, { maxLength: 40 }), async (questions) => {
      const groups = await groupQuestions(
        questions.map((text) => wording(text)),
        terms,
      );
      expect(groups.map((group) => group.map((member) => member.question))).toEqual(slowly(questions));
    }),
  );
});

describe('time grows with the number of questions only', () => {
  const half = (i: number) =>
    Array.from({ length: 60 }, (_, bit) => (Math.sin(i * 97 + bit * 31) > 0 ? `w${bit}` : '')).join(' ');
  test.each([
    ['one word shared, the others new', (i: number) => `mayor a${i} b${i} c${i}`],
    ['many words shared, too few of them', (i: number) => `a b c d e x${i} y${i} z${i} v${i} w${i}`],
    ['random halves of the same words', half],
    ['words without end', (i: number) => Array.from({ length: 150 }, (_, n) => `${n + i}`).join(' ')],
  ])('%s', async (_, question) => {
    const prepare = (size: number) => Array.from({ length: size }, (__, i) => wording(question(i)));
    const exponent = await growthOf(prepare, (wordings) => groupQuestions(wordings, terms), {
      size: 4 * GROUPING_DEFAULTS.compared,
    });
    expect(exponent).toBeLessThan(1.7);
  });
});

test('others get their turn meanwhile', async () => {
  const wordings = Array.from({ length: 1000 }, (_, i) => wording(`mayor a${i}`));
  let turns = 0;
  const count = () => {
    turns++;
    timer = setImmediate(count);
  };
  let timer = setImmediate(count);
  await groupQuestions(wordings, terms);
  clearImmediate(timer);
  expect(turns).toBeGreaterThan(10);
});
