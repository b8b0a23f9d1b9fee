import { describe, expect, test } from 'vitest';
import {
  CONTRADICTIONS,
  type Contradiction,
  contradictionsIn,
} from '../../../src/answer/sentence/contradictions.ts';
import { readOne } from '../reading.ts';

const contradictionsFor = (question: string, sentence: string) => {
  const { topic, candidate } = readOne(question, sentence);
  return contradictionsIn(candidate, topic);
};

describe('what a near question differs in', () => {
  test.each<[Contradiction, string, string, 'some' | 'none']>([
    ['negatedInQuestion', 'which looms were not sold in Osterby', 'The looms of Osterby were sold.', 'some'],
    ['negatedInQuestion', 'which looms were not sold', 'The looms of Osterby were never sold.', 'none'],
    ['negatedInQuestion', 'what is the least known loom', 'A known loom is the Vane loom.', 'some'],
    ['negatedInSentence', 'who sold the looms', 'The looms were not sold by Bo Vane.', 'some'],
    ['negatedInSentence', 'who sold the looms', 'The looms were sold by Bo Vane.', 'none'],
    ['negatedHere', 'which looms begin with a wheel', 'Looms of Osterby do not begin with a wheel.', 'some'],
    [
      'negatedHere',
      'which looms begin with a wheel',
      'Looms, not the mills here, begin with a wheel.',
      'none',
    ],
    ['negatedHere', 'which looms begin with a wheel', 'They not only begin with a wheel.', 'none'],
    ['negatedThere', 'which looms were not sold', 'The looms were sold, not the mill.', 'some'],
    ['negatedThere', 'which looms were not sold', "The looms weren't sold.", 'none'],
    [
      'otherBeside',
      'which museum keeps the memory of the flood',
      'The museum keeps the memory of the crime.',
      'some',
    ],
    [
      'otherBeside',
      'which museum keeps the memory of the flood',
      'The museum keeps the memory of the flood.',
      'none',
    ],
    ['otherBetween', 'who sold the red looms', 'Bo Vane sold the wooden looms.', 'some'],
    ['otherBetween', 'who sold the red looms', 'Bo Vane sold the red looms.', 'none'],
    ['otherNumeral', 'when did Harald II open the mill', 'Harald III opened the mill in 1842.', 'some'],
    ['otherNumeral', 'when did Harald II open the mill', 'Harald II opened the mill in 1842.', 'none'],
    ['otherNumeral', 'when did Harald open the mill', 'Harald II opened the mill in 1842.', 'none'],
    ['otherNumber', 'what may be moved by two months', 'The vote may be moved by four months.', 'some'],
    ['otherNumber', 'what may be moved by two months', 'The vote may be moved by two months.', 'none'],
    ['extremeMissing', 'who owns the largest mill', 'Bo Vane owns the mill.', 'some'],
    ['extremeMissing', 'who owns the largest mill', 'Bo Vane owns the largest mill.', 'none'],
    ['inOrder', 'who sold looms to Osterby', 'Bo Vane sold looms to Osterby.', 'some'],
    ['reversed', 'who is the Harald of Osterby', 'The Osterby of Harald was a village.', 'some'],
    ['reversed', 'who is the Harald of Osterby', 'The Harald of Osterby was a weaver.', 'none'],
  ])('%s: %s / %s: %s', (name, question, sentence, amount) => {
    const value = contradictionsFor(question, sentence)[name];
    if (amount === 'none') expect(value).toBe(0);
    else expect(value).toBeGreaterThan(0);
  });

  test('every value lies between 0 and 1', () => {
    const found = contradictionsFor('why did the first Harald II not sell the red looms', 'Harald sold two.');
    for (const name of CONTRADICTIONS) {
      expect(found[name]).toBeGreaterThanOrEqual(0);
      expect(found[name]).toBeLessThanOrEqual(1);
    }
  });
});
