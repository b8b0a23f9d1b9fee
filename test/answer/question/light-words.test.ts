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
  ['call', 'what is the harbour called', true],
  ['call', 'what did Vane call the harbour', false],
  ['describ', 'how is the harbour described', true],
  ['describ', 'how does Vane describe the harbour', false],
  ['want', 'what did Vane want to mend', true],
  ['want', 'who wants a new mayor', false],
  ['treat', 'how were the weavers treated', true],
  ['mean', 'what does the flood mean for Osterby', true],
  ['face', 'what crisis does Osterby face', true],
  ['must', 'what must the guard accept', true],
  ['besid', 'who does the guard support besides Vane', true],
  ['stand', 'who stands to lose the pier', true],
  ['medium', 'which media outlet did Vane speak to', true],
  ['medium', 'what do the media say', false],
  ['help', 'who asked the guard for help', true],
  ['help', 'who helped the guard', false],
  ['decid', 'what did Vane decide to mend', true],
  ['make', 'what made the rugs cheaper', true],
  ['make', 'who made the rugs', false],
  ['still', 'are they still friends', true],
  ['mend', 'who mended the looms', false],
])('“%s” in “%s” asks for nothing of its own: %j', (term, question, expected) => {
  expect(isLight(term, question)).toBe(expected);
});
