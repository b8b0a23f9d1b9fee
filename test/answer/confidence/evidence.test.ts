import { describe, expect, test } from 'vitest';
import { EVIDENCE, type EvidenceName, evidenceOf } from '../../../src/answer/confidence/evidence.ts';
import { readOne } from '../reading.ts';

const evidenceFor = (question: string, sentence: string, ...others: readonly string[]) => {
  const { topic, candidate } = readOne(question, sentence, ...others);
  return evidenceOf(candidate, topic, 0);
};

describe('what speaks for and against a sentence', () => {
  test.each<[EvidenceName, string, string, string]>([
    ['opposite', 'who is the best weaver in Osterby', 'The worst weaver in Osterby is Bo Vane.', 'more'],
    ['opposite', 'who is the best weaver in Osterby', 'The best weaver in Osterby is Bo Vane.', 'none'],
    ['lacksQuantity', 'how many looms has Osterby', 'The looms of Osterby are old.', 'more'],
    ['lacksQuantity', 'how many looms has Osterby', 'Osterby has forty looms.', 'none'],
    ['lacksAnswer', 'who owns the looms', 'The looms are old.', 'more'],
    ['nameElsewhere', 'when did Ada Quill leave', 'Bo Vane left in 1842.', 'more'],
    ['nameElsewhere', 'when did Ada Quill leave', 'Ada Quill left in 1842.', 'none'],
    ['untoldPredicates', 'who burnt the looms', 'Bo Vane mended the looms.', 'more'],
    ['untoldPredicates', 'who mended the looms', 'Bo Vane mended the looms.', 'none'],
    ['lacksKind', 'how many looms has Osterby', 'Osterby has looms.', 'more'],
    ['unknownWords', 'who wove the tapestry', 'Bo Vane wove a rug.', 'more'],
  ])('%s: %s / %s: %s', (name, question, sentence, amount) => {
    const value = evidenceFor(question, sentence)[name];
    if (amount === 'none') expect(value).toBe(0);
    else expect(value).toBeGreaterThan(0);
  });

  test('every value lies between 0 and 1', () => {
    const evidence = evidenceFor('who is Ada Quill and why did she not leave in 1842', 'Ada Quill left.');
    for (const name of EVIDENCE) {
      expect(evidence[name]).toBeGreaterThanOrEqual(0);
      expect(evidence[name]).toBeLessThanOrEqual(1);
    }
  });
});
