import { expect, test } from 'vitest';
import { hasAskedKind, lacksPerson } from '../../../src/answer/sentence/asked-kind.ts';
import { readOne } from '../reading.ts';

const has = (question: string, sentence: string, asksMore = false): boolean => {
  const { topic, candidate } = readOne(question, sentence);
  return hasAskedKind(candidate, topic, asksMore);
};

test.each([
  ['how many looms does Osterby have', 'Osterby has 40 looms.', true],
  ['how many looms does Osterby have', 'Osterby has looms.', false],
  ['when did the siege end', 'The siege ended in 1842.', true],
  ['when did the siege end', 'The siege went on since 1842.', false],
  ['when did the siege begin', 'The siege went on since 1842.', true],
  ['where is Vellmark', 'They sailed to Vellmark, in Veltia.', true],
  ['where is Vellmark', 'The Italian Vellmark is small.', true],
  ['where is Vellmark', 'They sailed to Vellmark.', false],
  ['what is the name of the ferry', 'They took the ferry named Swift.', true],
  ['what is the name of the Osterby ferry', 'They took the Osterby ferry.', false],
  ['what is the name of the ferry', 'They took the ferry to Vellmark.', false],
  ['who was mayor before Abel Oro', 'Mayor Abel Oro opened the pier.', false],
  ['who was mayor before Abel Oro', 'Abel Oro succeeded Nora Teal as mayor.', true],
  ['what did Vane say about the ferry', 'Vane said that the ferry leaks.', true],
  ['what did Vane say about the ferry', '“The ferry of Vane leaks”, he said.', false],
  ['what did Vane say about the ferry', '“The ferry leaks”, Vane said.', true],
  ['what did Vane tell Quill', 'Vane and Quill took the ferry.', false],
  ['what did Vane answer to Quill', 'She said that the ferry of Vane leaks.', false],
  ['how many looms does Osterby have', 'The looms of Osterby stand in Hall 12.', false],
  ['what is the number of the hall of Osterby', 'The looms of Osterby stand in Hall 12.', true],
  ['why did the ferry sink', 'The ferry sank.', false],
  ['why did the ferry sink', 'The ferry sank due to a leak.', true],
  ['why did the ferry turn', 'The ferry went back to fetch the mail.', true],
  ['why did the ferry turn', 'The ferry continued to wait.', false],
  ['why is the ferry slow', 'The speed of the ferry is limited by its engine.', true],
  ['when is the next regatta', 'The regatta was held in 1842.', false],
  ['when is the next regatta', 'The regatta will be held in 1842.', true],
  ['when was the regatta', 'The regatta was held in 1842.', true],
  ['who says that the ferry leaks', 'The ferry leaks.', false],
  ['who says that the ferry leaks', 'Vane claims that the ferry leaks.', true],
  ['did the ferry lose a race', 'If the ferry loses a race, it is sold.', false],
  ['did the ferry lose a race', 'The ferry lost a race.', true],
  ['would Vane sell the ferry', 'If Vane sells the ferry, we walk.', true],
  ['where is Vellmark', 'It lies off Vellmark.', true],
])('%s / %s: %j', (question, sentence, expected) => {
  expect(has(question, sentence)).toBe(expected);
});

test.each([
  ['where is the old pier', 'The old pier burnt.', false],
  ['where is the old pier', 'The old pier is located by the mill.', true],
  ['where were the looms kept', 'The looms were kept dry.', true],
])('%s / %s: something is said of where it is: %j', (question, sentence, expected) => {
  expect(has(question, sentence, true)).toBe(expected);
});

test('where something is asked of a place, the place may be anywhere', () => {
  expect(has('where did Vellmark play', 'Vellmark played at home.', true)).toBe(true);
});

test.each([
  ['who burnt the looms', 'The looms were burnt in 1842.', true],
  ['who burnt the looms', 'The looms were burnt by Ada Quill.', false],
  ['who burnt the looms', 'The looms were burnt by soldiers.', false],
  ['who burnt the looms', 'She burnt the looms in 1842.', false],
  ['when were the looms burnt', 'The looms were burnt in 1842.', false],
])('%s / %s: nobody is named: %j', (question, sentence, expected) => {
  const { topic, candidate } = readOne(question, sentence);
  expect(lacksPerson(candidate, topic)).toBe(expected);
});
