import { describe, expect, test } from 'vitest';
import { createPhrasalVerbs } from '../../../src/answer/topic/phrasal-verbs.ts';
import { tools } from '../stage.ts';

const termOf = (word: string): string => tools.reader.term(word);
const phrasal = createPhrasalVerbs(termOf);
const readIn = (question: string) => phrasal(tools.reader.read(question), question);

describe('a verb that its particle gives another meaning', () => {
  test.each([
    ['when did Vellmark step in', 'step', 'intervened'],
    ['when was Osterby taken back', 'take', 'recaptured'],
    ['who took the town back', 'take', 'recaptured'],
    ['did the talks pay off', 'pay', 'succeed'],
    ['why did Vane and Quill fall out', 'fall', 'differences'],
    ['who set up the mill', 'set', 'founded'],
    ['when did the film come out', 'come', 'premiered'],
    ['what are rugs made of', 'make', 'consists'],
    ['who turned down the offer', 'turn', 'rejected'],
  ])('“%s”: %s is told by “%s”', (question, verb, told) => {
    expect(readIn(question).get(termOf(verb))?.told.has(termOf(told))).toBe(true);
  });

  test('the particle is named, since it asks for nothing of its own', () => {
    expect(readIn('when was Osterby taken back').get(termOf('take'))?.particle).toBe(termOf('back'));
  });

  test.each([
    'who took the town',
    'who stepped on the pier',
    'back when the town was taken',
    'who mended it',
  ])('none in “%s”', (question) => {
    expect(readIn(question).size).toBe(0);
  });
});
