import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { understandFollowUp } from '../../../src/answer/follow-up/understand-follow-up.ts';
import { tools } from '../../language.ts';
import { PAIRS } from './pairs.ts';

describe('what a follow-up means', () => {
  it.each(PAIRS)('%s → %s: %s', (question = '', typed = '', meant = '', answer = '') => {
    const turn = { question, ...(answer !== '' && { answer }) };
    const understood = understandFollowUp(turn, typed, tools);
    expect(understood.kind === 'understood' ? understood.question : understood.kind).toBe(meant);
  });

  it('property: any text is taken, and what is understood is one short line', () => {
    const words = fc.constantFrom(
      'who',
      'when',
      'was',
      'it',
      'Daraa',
      'captured',
      'and',
      'what about',
      'the',
      'he',
      '-',
      '’s',
      '?',
      '2018',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words, { maxLength: 12 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, text, fc.option(text, { nil: undefined }), (question, typed, answer) => {
        const understood = understandFollowUp({ question, answer }, typed, tools);
        if (understood.kind === 'understood') expect(understood.question.length).toBeLessThan(1000);
      }),
      { numRuns: 150 },
    );
  });
});
