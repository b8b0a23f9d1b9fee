import { expect, test } from 'vitest';
import type { AnswerType } from '../../../src/answer/question/answer-types.ts';
import { TRAITS } from '../../../src/answer/ranking/corpus-traits.ts';
import { questionTraits, RANKING_TRAITS } from '../../../src/answer/ranking/question-traits.ts';

test.each<[type: AnswerType, trait: string]>([
  ['person', 'asksPerson'],
  ['organisation', 'asksPerson'],
  ['place', 'asksPlace'],
  ['date', 'asksTime'],
  ['duration', 'asksTime'],
  ['percent', 'asksQuantity'],
  ['title', 'asksThing'],
  ['truth', 'asksReason'],
])('a question for %s has the trait %s alone', (type, trait) => {
  const values = questionTraits({ type });
  const names = RANKING_TRAITS.slice(TRAITS.length);
  expect(names).toHaveLength(values.length);
  expect(names.filter((_, i) => values[i] !== 0)).toEqual([trait]);
  expect(values).toContain(1);
});

test('what hardly anybody asks has none', () => {
  expect(questionTraits({ type: 'definition' })).not.toContain(1);
});
