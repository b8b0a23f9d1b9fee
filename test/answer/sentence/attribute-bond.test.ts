import { describe, expect, test } from 'vitest';
import { engineOf, focusOf, passagesOf, sentenceOf } from '../stage.ts';

const RULERS = [
  'Talks between the envoy of Dorland and Veltian President Ida Fenn went on in the regime of President Bo Orr.',
  'Dorland sent ships to Veltia.',
  'Max Teal, the cousin of Ida Fenn, owns the mill.',
  'Ida Fenn and her husband, Abel Oro, came late.',
];

function first(question: string) {
  const answer = engineOf(...RULERS).ask(question, { top: 1 });
  const [passage] = passagesOf(answer);
  return { kind: answer.kind, sentence: passage && sentenceOf(passage), bold: passage && focusOf(passage) };
}

describe('somebody of somebody', () => {
  test.each([
    ["who is ida fenn's cousin", 'Max Teal, the cousin of Ida Fenn'],
    ['who is the cousin of Ida Fenn', 'Max Teal, the cousin of Ida Fenn'],
    ['how is Max Teal related to Ida Fenn', 'Max Teal, the cousin of Ida Fenn'],
    ['how is max teal related to ida', 'Max Teal, the cousin of Ida Fenn'],
    ["who is Fenn's husband", 'her husband, Abel Oro'],
  ])('%s', (question, words) => {
    expect(first(question)).toMatchObject({ kind: 'answer', sentence: expect.stringContaining(words) });
  });

  test.each([
    'who is the mayor of Dorland',
    "who is Ida Fenn's brother",
    'who is the president of Dorland',
    "who is Max Teal's wife",
    'who is the king of Veltia',
    // What makes another one of him, and another time
    'who is the vice president of Veltia',
    'who was the president of Veltia in 1950',
    // Whose envoy it is, not who
    'what is the name of the envoy of Dorland',
    'who owns Dorland',
    'which bank does Max Teal own',
  ])('%s: nobody says', (question) => {
    expect(first(question).kind).toBe('no-answer');
  });
});

test.each([
  ['who owns Vellmark', 'Ida Fenn closed her company, “Vellmark”, in May.'],
  ['who runs Vellmark', 'Ida Fenn closed her company, “Vellmark”, in May.'],
  ['who runs Vellmark', 'Ida Fenn is the boss of Vellmark.'],
  ['who leads Vesland', 'In May Vesland President Ida Fenn came.'],
  ['who rules Vesland', 'Vesland was governed by Ida Fenn for a year.'],
  ['whose company is Vellmark', 'Ida Fenn closed her company, “Vellmark”, in May.'],
  ['who is the head of Osterby TV', 'Abel Oro, the director of Osterby TV, left.'],
])('%s', (question, sentence) => {
  const engine = engineOf(sentence, 'Osterby President Bo Orr saw it rain.');
  const [passage] = passagesOf(engine.ask(question, { top: 1 }));
  expect(passage && sentenceOf(passage)).toBe(sentence);
  expect(engine.ask(question, { top: 1 }).kind).toBe('answer');
});

test('an envoy to a government is not its own', () => {
  const engine = engineOf('Dorsa sent an envoy to Washington.', 'US envoy Ida Fenn left. Washington slept.');
  const [passage] = passagesOf(engine.ask("who is Washington's envoy", { top: 1 }));
  expect(passage && sentenceOf(passage)).toContain('Ida Fenn');
});

test.each([
  ['Abel Oro, president of the French Football Association, left.', 'no-answer'],
  ['Abel Oro, president of the French Tennis Union, left.', 'no-answer'],
  ['French President Abel Oro left.', 'answer'],
  ['Abel Oro, president of the French Republic, left.', 'answer'],
])('%s for who is the president of France: %s', (sentence, kind) => {
  const engine = engineOf(sentence, 'They went to France. It rained.');
  expect(engine.ask('who is the president of France', { top: 1 }).kind).toBe(kind);
});

test('the president of the place is not the head of what is named after it', () => {
  const engine = engineOf('Osterby President Bo Orr saw it rain.', 'Osterby TV showed the rain.');
  expect(engine.ask('who is the head of Osterby TV', { top: 1 }).kind).toBe('no-answer');
});

test('where no other place is told of, the office is the one of the place', () => {
  const engine = engineOf(
    'The pier of Osterby was opened on Friday by Mayor Ada Quill.',
    'It rained in the hills.',
  );
  expect(engine.ask('who is the mayor of osterby', { top: 1 }).kind).toBe('answer');
});

test('the one in the phrase of the owner is first, a country by its people too', () => {
  const engine = engineOf(
    'President Bo Orr of Dorland spoke of Russia and of Russia’s ships for an hour.',
    'They met Russian President Vladimir Putin.',
  );
  const [passage] = passagesOf(engine.ask('who is the president of Russia', { top: 1 }));
  expect(passage && sentenceOf(passage)).toBe('They met Russian President Vladimir Putin.');
});
