import { describe, expect, it } from 'vitest';
import {
  baseOf,
  isParticiple,
  participleOf,
  pastOf,
  pastOfParticiple,
  takesObject,
} from '../../../src/answer/follow-up/verb-forms.ts';
import { tools } from '../../language.ts';

const { knows } = tools.language;

describe('forms of verbs', () => {
  it.each([
    ['captured', 'capture', 'captured'],
    ['bombed', 'bomb', 'bombed'],
    ['planned', 'plan', 'planned'],
    ['hoped', 'hope', 'hoped'],
    ['died', 'die', 'died'],
    ['carried', 'carry', 'carried'],
    ['wrote', 'write', 'written'],
    ['won', 'win', 'won'],
    ['owns', 'own', 'owned'],
    ['teaches', 'teach', 'taught'],
  ])('%s: %s, %s', (verb, base, participle) => {
    expect([baseOf(verb, knows), participleOf(verb, knows)]).toEqual([base, participle]);
  });

  it('know what is irregular, and what nothing is done to', () => {
    expect([pastOf('go'), pastOf('carry'), pastOfParticiple('written')]).toEqual([
      'went',
      'carried',
      'wrote',
    ]);
    expect([isParticiple('seen'), isParticiple('saw'), takesObject('died', knows)]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
