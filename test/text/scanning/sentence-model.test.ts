import { expect, test } from 'vitest';
import { loadSentenceModel } from '../../../src/text/scanning/sentence-model.ts';

test('what it finds in a text does not depend on what it has read before', () => {
  const model = loadSentenceModel();
  model('A.J was there.');
  const text = 'It was said by A.J. Brown of the Titans. Nobody heard it.';
  expect(model(text)).toEqual(['It was said by A.J. Brown of the Titans.', 'Nobody heard it.']);
});
