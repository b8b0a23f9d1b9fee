import { describe, expect, test } from 'vitest';
import { mainVerb } from '../../../src/answer/question/main-verb.ts';
import { tools } from '../stage.ts';

const verbOf = (text: string) => {
  const tagged = tools.language.tag(text);
  return mainVerb(
    tagged,
    tagged.findIndex(({ value }) => /^(?:who|what|which)$/i.test(value)),
  );
};

describe('the verb that goes with the question word', () => {
  test.each<[string, string, boolean]>([
    ['Who bought Twitter?', 'bought', true],
    ['Which team won games?', 'won', true],
    ['What ancient find was uncovered in Texas?', 'uncovered', true],
    ['What did Musk buy?', 'buy', false],
    ['Which treat did the chain add to its menu?', 'add', false],
    ['Which hit show returned?', 'returned', true],
    ['Musk bought which company?', 'bought', false],
  ])('%s → %s, the subject: %s', (text, value, asksSubject) => {
    expect(verbOf(text)).toEqual({ value, asksSubject });
  });

  test('there may be none', () => {
    expect(verbOf('Which animal was it?')).toBeUndefined();
  });
});
