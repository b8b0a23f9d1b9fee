import { expect, test } from 'vitest';
import { analyseQuestion } from '../../../src/answer/question/analyse-question.ts';
import {
  classifies,
  describesKind,
  isPartOfName,
  isStoodFor,
} from '../../../src/answer/question/kind-words.ts';
import { tools } from '../stage.ts';

const read = (question: string) => analyseQuestion(question, tools);

test.each([
  ['in which year was the vote', 'year', true],
  ['what is the revenue of Vane', 'revenu', false],
  ['how many people fled', 'peopl', true],
  ['how many weavers fled', 'weaver', false],
  ['which company built the pier', 'compani', true],
  ['what is the capital of Veltia', 'capit', false],
])('%s: “%s” is stood for by its kind: %j', (question, head, expected) => {
  expect(isStoodFor(head, read(question), true)).toBe(expected);
  expect(isStoodFor(head, { ...read(question), type: 'place' }, false)).toBe(false);
});

test.each([
  ['who joined the Vellmark process', 'process', true],
  ['who joined the process', 'process', false],
  ['what process did Vellmark begin', 'process', false],
  ['where did Vellmark talked', 'talk', false],
])('%s: “%s” says what kind of thing the name is: %j', (question, term, expected) => {
  expect(classifies(term, read(question), (word) => word === 'vellmark')).toBe(expected);
});

test.each([
  ['which news site told of it', 'news', true],
  ['which Osterby site told of it', 'osterbi', false],
  ['who told the news site', 'news', false],
])('%s: “%s” says of which kind the asked-for thing is: %j', (question, term, expected) => {
  expect(describesKind(term, read(question))).toBe(expected);
});

test.each([
  ['who signed Vellmark 12', '12', 'Vane signed Vellmark 12.', true],
  ['what of Vellmark twins', 'twin', 'The Vellmark twins left.', true],
  ['what of Vellmark twins', 'twin', 'The twins left Vellmark.', false],
  ['when did Vellmark leave', 'leav', 'When Vellmark leaves, all go.', false],
  ['who are the twins', 'twin', 'The twins left.', false],
])('%s: “%s” goes on with the name in “%s”: %j', (question, term, sentence, expected) => {
  expect(isPartOfName(term, read(question), (word) => word === 'vellmark' || word === 'the', sentence)).toBe(
    expected,
  );
});
