import { expect, test } from 'vitest';
import { analyseQuestion } from '../../../src/answer/question/analyse-question.ts';
import { tools } from '../stage.ts';

const read = (question: string) => analyseQuestion(question, tools).attribute;

test.each([
  ['who is Putin’s wife', 'wife', ['putin']],
  ["who is putin's wife?", 'wife', ['putin']],
  ['who is the mayor of Idlib', 'mayor', ['idlib']],
  ['Who is the president of the US', 'president', ['usa']],
  ['who was the president of France in 2017', 'president', ['franc']],
  ['who is the US special envoy to Syria', 'envoy', ['syria']],
  ['who is the russian president', 'president', ['russian']],
  ["what is the us envoy's name", 'envoy', ['usa']],
  ['mayor of vellmark', 'mayor', ['vellmark']],
  ["ada quill's husband", 'husband', ['ada', 'quill']],
  ['who is quillards biggest ally', 'ally', ['quillard']],
  ['what does ada quill own', 'owned', ['ada', 'quill']],
  ['which ferries does Ada Quill own?', 'owned', ['ada', 'quill']],
  ['which company does Ada Quill run', 'owned', ['ada', 'quill']],
  ['who runs Vellmark Ferries', 'runs', ['vellmark', 'ferri']],
  ['who leads Vesland', 'runs', ['vesland']],
  ['what business does Ada Quill have', 'owned', ['ada', 'quill']],
  ['does Ada Quill have a wife', 'wife', ['ada', 'quill']],
  ['has Osterby got any allies?', 'allies', ['osterbi']],
])('%s: the %s of %j', (question, word, owner) => {
  expect(read(question)).toMatchObject({ word, owner });
});

test.each([
  'who is Ada Quill',
  'who is the tallest man in the world',
  'what is the capital of France',
  'who won the match of the century',
  'when did the mayor of Vellmark resign',
  'who is Speaker Quill',
  'who met the mayor of Vellmark',
  'who was the mayor of Vellmark before Abel Oro',
  'who leads the soldiers in Vellmark',
  'which cousin of ada quill posted the letters',
  'who was elected president',
  'who was recently appointed minister',
  'does the harbour have a bridge',
])('%s: nobody of anybody', (question) => {
  expect(read(question)).toBeUndefined();
});

test('of what somebody owns a firm may be any, a bank has to be one', () => {
  expect(read('which company does Ada Quill own')?.beside).toBeUndefined();
  expect(read('which bank does Ada Quill own')?.beside).toEqual(['bank']);
});
