import { describe, expect, test } from 'vitest';
import { engineOf, passagesOf, sentenceOf } from '../stage.ts';

const BOATS = [
  'A sloop is a boat with one mast. It is quick.',
  'A ketch is a boat with two masts. It is slower than other boats.',
  'The harbour has room for boats. The difference in price is small.',
];
const ask = (question: string, ...articles: string[]) => engineOf(...articles).ask(question, { top: 4 });

describe('the difference between two things', () => {
  test.each([
    'what is the difference between a sloop and a ketch',
    'sloop vs ketch',
    'how does a sloop differ from a ketch',
  ])('%s: what each of them is, in the order of the question', (question) => {
    const answer = ask(question, ...BOATS);
    expect(answer.kind).toBe('answer');
    expect(
      passagesOf(answer)
        .slice(0, 2)
        .map((passage) => [passage.label, sentenceOf(passage)]),
    ).toEqual([
      ['sloop', 'A sloop is a boat with one mast.'],
      ['ketch', 'A ketch is a boat with two masts.'],
    ]);
  });

  test('one of them alone is no answer to it', () => {
    const [first] = passagesOf(ask('difference between a sloop and a barge', ...BOATS));
    expect(first?.label).toBeUndefined();
  });
});
