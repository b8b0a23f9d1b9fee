import { expect, test } from 'vitest';
import { isLight } from '../../../src/answer/question/light-words.ts';

test.each([
  ['happen', 'what happened in Osterby', true],
  ['may', 'what might Vane want', true],
  ['hold', 'when were elections held', true],
  ['hold', 'who holds the pier', false],
  ['far', 'what was done so far', true],
  ['far', 'how far is Osterby', false],
  ['stand', 'who stands behind the guard', true],
  ['stand', 'where does the tower stand', false],
  ['state', 'the state of the harbour', true],
  ['state', 'which state has the harbour', false],
  ['problem', 'what is the problem with the harbour', true],
  ['mend', 'who mended the looms', false],
])('“%s” in “%s” asks for nothing of its own: %j', (term, question, expected) => {
  expect(isLight(term, question)).toBe(expected);
});
