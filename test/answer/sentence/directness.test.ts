import { expect, test } from 'vitest';
import { analyseQuestion } from '../../../src/answer/question/analyse-question.ts';
import { createDirectness } from '../../../src/answer/sentence/directness.ts';
import { tools } from '../stage.ts';

const directness = (question: string, sentence: string) =>
  createDirectness(analyseQuestion(question, tools))?.(sentence);

test.each([
  ['how do i reef the sail', 'Pull the red line until the sail is small.', 1],
  ['how to reef the sail', 'To reef it, pull the red line.', 1],
  ['how can we reef the sail', '2. Then pull the red line.', 1],
  ['how do i reef the sail', 'You can reef it by pulling the red line.', 1],
  ['how do i reef the sail', 'The sail can be reefed with the red line.', 1],
  ['how do i reef the sail', 'You can reef it at any time.', 0.6],
  ['how do i reef the sail', 'When you want to reef it, pull the red line.', 1],
  ['how do i reef the sail', 'Once you have reefed the sail, pull the blue line.', 0],
  ['how do i moor', 'Once the sail is reefed, pull the blue line.', 1],
  ['how do i reef the sail', 'Reefing is older than steam.', 0],
  ['can i bring a dog', 'No, dogs stay ashore.', 1],
  ['can i bring a dog', 'Dogs are not allowed on board.', 0.6],
  ['can i bring a dog', 'The captain loves his dog.', 0],
  ['why did the sail tear', 'The sail tore because it was old.', 1],
  ['why did the sail tear', 'The sail tore after a week at sea.', 0],
  ['how was the sail made', 'Pull the red line.', undefined],
  ['did the dog bark', 'No, it did not.', undefined],
  ['who sails', 'No, nobody.', undefined],
])('%s: %s', (question, sentence, expected) => {
  expect(directness(question, sentence)).toBe(expected);
});
