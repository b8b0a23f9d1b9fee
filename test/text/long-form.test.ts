import { describe, expect, test } from 'vitest';
import { longFormStart } from '../../src/text/long-form.ts';

const longForm = (text: string, letters: string): string | undefined => {
  const words = text.split(/[\s-]+/);
  const from = longFormStart(words, letters);
  return from === undefined ? undefined : words.slice(from).join(' ');
};

describe('the words behind the letters', () => {
  test.each([
    ['people with post-traumatic stress disorder', 'ptsd', 'post traumatic stress disorder'],
    ['supplied High Mobility Artillery Rocket Systems', 'himars', 'High Mobility Artillery Rocket Systems'],
    ['the World Health Organization', 'who', 'World Health Organization'],
    ['by the Food and Drug Administration', 'fda', 'Food and Drug Administration'],
    ['a selective serotonin reuptake inhibitor', 'ssri', 'selective serotonin reuptake inhibitor'],
  ])('%s: %s → %s', (text, letters, expected) => {
    expect(longForm(text, letters)).toBe(expected);
  });

  test.each([
    ['the mayor of the harbour town', 'ptsd'],
    ['she was there', 'x'],
    ['', 'fda'],
    ['no such thing', 'fda'],
  ])('%s: not %s', (text, letters) => {
    expect(longForm(text, letters)).toBeUndefined();
  });
});
