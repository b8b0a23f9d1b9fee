import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Opinion, verdictOf } from '../../src/state/verdict.ts';

/** "a+" is a vote of person a for, "b-" one of person b against; the later one comes later. */
const votes = (text: string): Opinion[] =>
  text.split(' ').map((vote, at) => ({ person: vote.slice(0, -1), helpful: vote.endsWith('+'), at }));

describe('what people agree on', () => {
  it.each([
    ['a- b- c-', { direction: 'down', people: 3 }],
    ['a+ b+ c+ d+', { direction: 'up', people: 4 }],
    ['a- b-', undefined],
    ['a- a- a- b-', undefined],
    ['a- b- c- d+', undefined],
    ['a- b- c- d+ e-', { direction: 'down', people: 4 }],
    ['a- b- c- a+', undefined],
    ['a+ b- c- a-', { direction: 'down', people: 3 }],
  ])('%s: %o', (text, verdict) => {
    expect(verdictOf(votes(text))).toEqual(verdict);
  });

  it('one or two people never get a verdict, however often they vote', () => {
    const opinion = fc.record({
      person: fc.constantFrom('a', 'b'),
      helpful: fc.boolean(),
      at: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(opinion), (opinions) => {
        expect(verdictOf(opinions)).toBeUndefined();
      }),
    );
  });
});
