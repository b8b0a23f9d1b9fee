import { describe, expect, it, test } from 'vitest';
import { alignedRouge } from '../../benchmarks/timelines/align-rouge.ts';

const words = (sentence: string): string[] => sentence.toLowerCase().split(' ');

function rouge(predicted: Record<string, string[]>, reference: Record<string, string[]>) {
  return alignedRouge(new Map(Object.entries(predicted)), new Map(Object.entries(reference)), words);
}

describe('ROUGE by alignment', () => {
  const reference = { '2011-03-05': ['rebels took the town'], '2011-04-01': ['a bridge fell'] };

  it('is whole for the same timeline', () => {
    expect(rouge(reference, reference)).toMatchObject({ rouge1: { f: 1 }, rouge2: { f: 1 } });
  });

  test.each([
    ['on its day', '2011-03-05', 4 / 4],
    ['a day late counts half', '2011-03-06', 4 / 4 / 2],
    ['four days late a fifth', '2011-03-09', 4 / 4 / 5],
  ])('the right words %s', (_, date, precision) => {
    const { rouge1 } = rouge({ [date]: ['rebels took the town'] }, reference);
    expect(rouge1.precision).toBeCloseTo(precision);
  });

  it('aligns a day with a farther one that tells the same, and lets several choose one', () => {
    const near = { '2011-03-05': ['rebels took the town'], '2011-03-07': ['rebels took the town'] };
    const { rouge1, rouge2 } = rouge(near, { '2011-03-05': ['rebels took the town'], '2011-03-08': ['tea'] });
    // The second day's words stand three days from the first reference day's twin: (4 + 4 / 3) / 8.
    expect(rouge1.precision).toBeCloseTo((4 + 4 / 3) / 8);
    expect(rouge2.precision).toBeCloseTo((3 + 3 / 3) / 6);
    expect(rouge1.recall).toBeCloseTo(4 / 5);
  });

  it('of nothing is nothing', () => {
    expect(rouge({}, reference).rouge1).toEqual({ precision: 0, recall: 0, f: 0 });
    expect(rouge({ '2011-03-05': [] }, reference).rouge1.f).toBe(0);
  });
});
