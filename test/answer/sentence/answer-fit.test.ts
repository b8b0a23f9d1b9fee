import { describe, expect, test } from 'vitest';
import { readOne, textOf } from '../reading.ts';

/** The possible answer of the first sentence that fits best, in a corpus that has the other sentences too. */
function bestFitting(question: string, sentence: string, ...others: readonly string[]): string | undefined {
  const { candidate } = readOne(question, sentence, ...others);
  const [best] = candidate.answers.toSorted((a, b) => b.fit - a.fit);
  return best && textOf(candidate, best.mention);
}

test('an office is nobody new', () => {
  const { candidate } = readOne('who killed Ada Quill', 'Minister Ada Quill was killed by Ben Stone.');
  expect(candidate.answers.map(({ mention }) => textOf(candidate, mention))).toEqual(['Ben Stone']);
});

describe('the name that fits what is asked for', () => {
  test.each([
    ['a country', 'which country lost', 'Quill lost in Norway and Paris.', 'Norway'],
    ['a city', 'which city burned', 'Paris in France burned.', 'Paris'],
    [
      'the noun in the name',
      'which park burned',
      'Osterby National Park in Montana burned.',
      'Osterby National Park',
    ],
    [
      'the noun before the name',
      'which hurricane struck',
      'Hurricane Ada struck Vellmark Bay.',
      'Hurricane Ada',
    ],
    [
      'the noun beside the name',
      'which island shook',
      'The Vellmark volcano shook the island of Osterby.',
      'Osterby',
    ],
    ['an acronym', 'which agency warned', 'Quill said the EPA warned.', 'EPA'],
    [
      'a name with an article',
      'which team took the cup',
      'The Vellmark Aces took the cup in Osterby.',
      'Vellmark Aces',
    ],
  ])('%s: %s', (_, question, sentence, answer) => {
    expect(bestFitting(question, sentence)).toBe(answer);
  });

  test.each([
    [
      'a given name that others are called by',
      'who left the party',
      'Ada Vell left Osterby Mill and the party.',
      ['Ada Quill said so.', 'Then Ada Stone told us.', 'Minister Ada Holm won.'],
      'Ada Vell',
    ],
    [
      'a company with shares and employees',
      'which company sold the mill',
      'Vellmark sold the mill to Osterby.',
      ['Vellmark shares fell.', 'Some Vellmark employees left.', 'Then Vellmark CEO Quill left.'],
      'Vellmark',
    ],
  ])('the corpus teaches %s', (_, question, sentence, others, answer) => {
    expect(bestFitting(question, sentence, ...others)).toBe(answer);
  });
});

test('what came after something else tells when, not how long', () => {
  const sentence = 'He spoke for three years, two days after the vote.';
  expect(bestFitting('how long did he speak', sentence)).toBe('three years');
});
