import { describe, expect, test } from 'vitest';
import { boundQuestion } from '../../../src/answer/question/bound-question.ts';
import { growthOf } from '../../growth.ts';
import { engineOf } from '../stage.ts';

describe('boundQuestion', () => {
  test.each([
    ['who is Ada Quill?', 'who is Ada Quill?'],
    ['  who\t\tis \n Ada ', 'who is Ada'],
    ['a'.repeat(5000), 'a'.repeat(100)],
    [`${'\t'.repeat(200)}who is Ada Quill`, 'who is Ada Quill'],
    [`${'a'.repeat(99)}😀`, `${'a'.repeat(99)}\uFFFD`],
  ])('%.30j', (text, expected) => {
    expect(boundQuestion(text, 100)).toBe(expected);
  });
});

/** Pieces of which a question is made by repeating them, with what stands before and behind. */
const QUESTIONS: readonly [name: string, before: string, piece: string, behind: string][] = [
  ['blanks after “who is”', 'who is', '\t', '?\n?x'],
  ['line ends', 'who', '\n', 'x'],
  ['one word without end', 'who is ', 'a', ''],
  ['one word over and over', 'who is ', 'bridge ', ''],
  ['short words', '', 'a ', ''],
  ['question words', '', 'who? ', ''],
  ['relative clauses', 'who is ', 'which ', '?'],
  ['acronyms', 'who is ', 'U.', ''],
  ['addresses', 'who is ', 'http://', ''],
  ['addresses of mail', 'who is ', 'a@a.', ''],
  ['apostrophes', 'who is X ', "h'", 'q'],
  ['hyphens', 'who is ', '-', ''],
  ['full stops', 'What is it since ', '.', 'x'],
  ['underscores', 'The bridge was built since ', '_', 'x'],
  ['pictures', 'who is ', '😀', ''],
  ['accents', 'who is a', '\u0301', ''],
];

describe('a question', () => {
  const engine = engineOf(
    'The bridge was built in 1842. Ahhhhhhhhhhhhhhhhhhhhhhhhhhhhh, said Ada Quill, the mayor of Osterby. http://osterby.example',
  );
  test.each(QUESTIONS)('of %s takes time that does not grow beyond what is read', async (...parts) => {
    const [, before, piece, behind] = parts;
    const exponent = await growthOf(
      (size) => before + piece.repeat(size) + behind,
      (text) => engine.ask(text, { top: 5 }),
      { size: 110 },
    );
    expect(exponent).toBeLessThan(1.7);
  });
});
