import { expect, test } from 'vitest';
import { lacksPredicate } from '../../../src/answer/candidates/lacks-predicate.ts';
import { engineOf } from '../stage.ts';

const GUARD = [
  'The Harbour Guard met the Island Guard at Vellmark in May. The Harbour Guard was late.',
  'Vellmark has a Harbour Guard, and Osterby has none.',
];

const lacks = (question: string, ...articles: string[]): boolean | undefined => {
  const engine = engineOf(...articles);
  const { topic, judged } = engine.judge(engine.explain(question, { top: 1 }).question);
  const [first] = judged;
  return first && lacksPredicate(first.candidate, topic);
};

test.each([
  ['who inspected the Harbour Guard', true],
  ['when did the Harbour Guard disband', true],
  ['who met the Harbour Guard', false],
  ['where is the Harbour Guard', false], // nothing but the name is asked
])('%s: %j', (question, expected) => {
  expect(lacks(question, ...GUARD)).toBe(expected);
});

test('another word for it is enough', () => {
  expect(lacks('who leads the Harbour Guard', 'The chief of the Harbour Guard is Ada Quill.')).toBe(false);
});

test.each([
  ['do eels sink ships', 'Small eels live near Vellmark. Ships come there.', true],
  ['do eels sink ships', 'Eels near Vellmark wreck ships.', false],
  ['can i put a lock on a ship', 'Each ship may have a lock.', false],
])('%s: whether “%s” lacks the verb: %j', (question, text, expected) => {
  expect(lacks(question, text)).toBe(expected);
});
