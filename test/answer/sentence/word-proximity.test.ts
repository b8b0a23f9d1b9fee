import { expect, test } from 'vitest';
import { read, readOne, textOf } from '../reading.ts';

/** Mentions of the one sentence, the nearest to the question's words first. */
function inOrder(sentence: string, question: string): string[] {
  const { candidate } = readOne(question, sentence);
  return candidate.answers
    .toSorted((a, b) => b.nearness - a.nearness)
    .map(({ mention }) => textOf(candidate, mention));
}

test.each([
  [
    'the mention beside the verb',
    'Quill flew to Paris and Stone signed the treaty in Vienna.',
    'who signed the treaty',
    'Stone',
  ],
  [
    'not the one that a comma keeps apart',
    'Quill, who came with Stone, lost the vote of 1842.',
    'when was the vote lost',
    '1842',
  ],
  [
    'the verb counts more than a name',
    'The Osterby mayor Ada Quill said that Ben Stone designed it.',
    'who designed Osterby',
    'Ben Stone',
  ],
])('%s', (_, sentence, question, nearest) => {
  expect(inOrder(sentence, question)[0]).toBe(nearest);
});

test('is between 0 and 1, and 0 when no word of the question is there', () => {
  const { candidates } = read('who signed the treaty', [
    'The treaty was signed.\n\nAda Quill left for Paris.\n\nStone signed the treaty.',
  ]);
  for (const { answers, hit } of candidates) {
    for (const { nearness } of answers) {
      expect(nearness).toBeLessThanOrEqual(1);
      if (hit.masks.own === 0) expect(nearness).toBe(0);
      else expect(nearness).toBeGreaterThan(0);
    }
  }
  expect(candidates).toHaveLength(3);
});
