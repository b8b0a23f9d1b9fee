import { expect, test } from 'vitest';
import { agreementFeatures } from '../../../src/answer/features/agreement.ts';
import { readOne } from '../reading.ts';

function featuresOfOne(question: string, sentence: string): { beside: number; onAskedSide: number } {
  const { candidate } = readOne(question, sentence);
  const { fitBesideVerb, fitOnAskedSide } = agreementFeatures(candidate);
  return { beside: fitBesideVerb, onAskedSide: fitOnAskedSide };
}

test.each([
  ['who bought Osterby Mills', 'Ada Quill bought Osterby Mills.', true],
  ['who did Quill marry', 'Quill married Ben Stone in Vienna.', true],
  ['who did Quill marry', 'Ben Stone married Quill.', false],
  ['who purchased Osterby Mills', 'Ada Quill buys Osterby Mills.', true],
])('%s: %s stands on the asked side: %s', (question, sentence, isThere) => {
  const { beside, onAskedSide } = featuresOfOne(question, sentence);
  expect(beside).toBeGreaterThan(0);
  expect(onAskedSide > 0).toBe(isThere);
});

test('nothing is said by a sentence without the verb, or of a question without one', () => {
  expect(featuresOfOne('who bought Osterby Mills', 'Ada Quill left Osterby Mills.').beside).toBe(0);
  expect(featuresOfOne('Osterby Mills', 'Ada Quill bought Osterby Mills.').beside).toBe(0);
});

test('the nearer answer counts more', () => {
  const near = featuresOfOne('who bought the mill', 'Ada Quill bought the mill.');
  const far = featuresOfOne(
    'who bought the mill',
    'Ada Quill, as all of the town heard at noon, bought the mill.',
  );
  expect(near.onAskedSide).toBeGreaterThan(far.onAskedSide);
});
