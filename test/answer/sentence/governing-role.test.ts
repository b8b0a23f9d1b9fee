import { expect, test } from 'vitest';
import { governingRole } from '../../../src/answer/sentence/governing-role.ts';
import { readOne, textOf } from '../reading.ts';

test.each([
  ['who wrote Vellmark', 'Vellmark is a song written by Ada Quill and Bo Vane.', 'Bo Vane', 'own'],
  ['who sang Vellmark', 'Vellmark is a song written by Ada Quill and Bo Vane.', 'Bo Vane', 'rival'],
  ['who sang Vellmark', 'Vellmark is a song by the Osterby group Tidal Hours.', 'Tidal Hours', 'own'],
  ['who sings Vellmark', 'Vellmark was written and sung by Ada Quill.', 'Ada Quill', 'own'],
  ['who plays the mayor in Vellmark', 'The mayor of Vellmark is portrayed by Ida Fenn.', 'Ida Fenn', 'own'],
  [
    'who plays the mayor in Vellmark',
    'The mayor of Vellmark is in a film directed by Ida Fenn.',
    'Ida Fenn',
    'rival',
  ],
  ['who directed Vellmark', 'Vellmark was shown by director Ida Fenn.', 'Ida Fenn', 'own'],
  ['who composed Vellmark', 'Ida Fenn composed Vellmark at sea.', 'Ida Fenn', 'own'],
  ['who composed Vellmark', 'The sea of Vellmark pleased Ida Fenn at Osterby.', 'Ida Fenn', 'none'],
  ['who won the Vellmark race', 'Ida Fenn won the Vellmark race.', 'Ida Fenn', 'own'],
  ['who won the Vellmark race', 'In the Vellmark race Ida Fenn was beaten by Bo Vane.', 'Ida Fenn', 'none'],
  ['which company bought Vellmark', 'The firm of Quill Mills bought Vellmark.', 'Quill Mills', 'own'],
  ['who sang Vellmark', 'Ida Fenn was the first singer of Vellmark.', 'Ida Fenn', 'own'],
  ['who played the mayor in Vellmark', 'In Vellmark the mayor (Ida Fenn) sails.', 'Ida Fenn', 'own'],
  ['when did Vellmark come out', 'Vellmark was released on 3 May 2011.', '3 May 2011', 'own'],
  ['when did Vellmark come out', 'Vellmark was announced on 3 May 2011.', '3 May 2011', 'rival'],
  ['when did Vellmark come out', 'In 2011 the film Vellmark was released.', '2011', 'own'],
  ['where was Vellmark filmed', 'Vellmark was filmed in Osterby.', 'Osterby', 'own'],
  ['where was Vellmark filmed', 'Vellmark is set in Osterby.', 'Osterby', 'rival'],
])('%s / %s: %s is %s', (question, sentence, name, expected) => {
  const { topic, candidate } = readOne(question, sentence, 'It rained on the roof.');
  const answer = candidate.answers.find(({ mention }) => textOf(candidate, mention) === name);
  if (answer === undefined || topic.role === undefined)
    throw new Error('a role and a mention are to be read');
  expect(governingRole(candidate.view, answer.mention, topic.role)).toBe(expected);
});

test.each([
  'who was killed in Vellmark',
  'why did Vellmark sink',
  'what is Vellmark',
  'who met Ada Quill',
])('%s asks for no role', (question) => {
  expect(readOne(question, 'Ada Quill came to Vellmark.').topic.role).toBeUndefined();
});
