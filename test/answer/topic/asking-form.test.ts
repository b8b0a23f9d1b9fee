import { expect, test } from 'vitest';
import { askingForm } from '../../../src/answer/topic/asking-form.ts';

test.each([
  ['How large can a chart be?', 'how many'],
  ['how do I reef', 'how'],
  ['Can I bring a dog?', 'may'],
  ['is it allowed to fish', 'may'],
  ['Does the ferry run?', 'whether'],
  ['Which pier is it?', 'what'],
  ['Whose boat is it?', 'who'],
  ['Fares and passes', undefined],
  ['Whatever floats', undefined],
] as const)('%s → %s', (text, form) => {
  expect(askingForm(text)).toBe(form);
});
