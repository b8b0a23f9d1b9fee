import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rewordQuestion } from '../../../src/answer/question/reword-question.ts';
import { tools } from '../stage.ts';

const reword = (text: string): string => rewordQuestion(text, tools.language.knows);

test.each([
  ['quillard job', 'what is quillard'],
  ['whats ada quillards role', 'what is ada quillard'],
  ["what is Ada Quill's occupation?", 'what is Ada Quill'],
  ['role of ada quill', 'what is ada quill'],
  ['role of looms in osterby', 'role of looms in osterby'],
  ['vellmark pact meaning', 'what is vellmark pact'],
  ['meaning of osterby', 'what is osterby'],
  ['what does OFA stand for', 'what is OFA'],
  ['where does Ada Quill work?', 'what is Ada Quill'],
  ['what does Ada Quill do for a living', 'what is Ada Quill'],
  ['how do i get rid of a note', 'how do i delete a note'],
  ['what does Ada Quill do?', 'what is Ada Quill'],
  ['what does the red button do', 'what does the red button do'],
  ['how is the harbour council doing?', 'what progress has the harbour council made?'],
  ['when my plan runs out', 'when my plan expires'],
  ['will Vane take up the harbour offer', 'will Vane accept the harbour offer'],
  ['who would like to see a new mayor', 'who want a new mayor'],
  ['can i get my money back for the ferry', 'can i get refund for the ferry'],
  ['what did the flood bring about', 'what did the flood cause'],
  ['how was the siege brought to an end', 'how was the siege ended'],
  ['how many lives did the flood cost', 'how many people were killed in the flood'],
  ['how many lives were lost in the flood', 'how many people were killed in the flood'],
  ['share of weavers in favour of a strike', 'share of weavers who want a strike'],
  ['who came up with the tide table', 'who invented the tide table'],
  ['ada quill who?', 'what is ada quill'],
  ['quillard osterby relation', 'how is quillard related to osterby'],
  ['what is the relationship between Ada Quill and Ida Fenn', 'how is Ada Quill related to Ida Fenn'],
  ['is Ada Quill related to Ida Fenn?', 'how is Ada Quill related to Ida Fenn'],
  ['are ada quill and ida fenn related', 'how is ada quill related to ida fenn'],
  ['how many ppl live there', 'how many people live there'],
  ['who is quillards main ally', "who is quillard's main ally"],
  ['quillards ferry company', "quillard's ferry company"],
])('%s → %s', (typed, reworded) => {
  expect(reword(typed)).toBe(reworded);
});

test.each([
  'who is Ada Quill',
  'what does the harbour cost',
  'which team has a star player',
  'what is a good job',
  'who has this job',
  'when did the mayors meet the owner',
  'how is the role of the moderator set',
  '',
])('“%s” stays as it is', (question) => {
  expect(reword(question)).toBe(question);
});

test('property: rewording twice changes no more than rewording once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const once = reword(text);
      expect(reword(once)).toBe(once);
    }),
  );
});
