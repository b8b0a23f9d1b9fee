import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MESSAGE_QUESTIONS_DEFAULTS,
  messageQuestions,
} from '../../../src/discord/find-source/message-questions.ts';

const LONG =
  'The ferry was late again today and nobody told us why, which is how it always goes in this town. ';

/** All that is asked, the whole first. */
function questionsOf(texts: readonly string[]): string[] {
  const { whole, sentences } = messageQuestions(texts);
  return [...new Set([...(whole === undefined ? [] : [whole]), ...sentences])];
}

describe('messageQuestions', () => {
  it.each<[string, string[], string[]]>([
    ['a question', ['who built the bridge?'], ['who built the bridge?']],
    [
      'a short message of two sentences',
      ['The bridge fell down. Ada Quill built it.'],
      ['The bridge fell down. Ada Quill built it.', 'The bridge fell down.', 'Ada Quill built it.'],
    ],
    ['a long one', [LONG.repeat(2) + LONG.repeat(2)], [LONG.trim()]],
    [
      'one with markup of all kinds',
      ['<@123> look: <#5> <:smile:67> <t:1700000000:R> https://a.example/x **who** built __it__?'],
      ['look: who built it?'],
    ],
    [
      'lines',
      ['# A heading of words\n> a quote of words\n- an item of words\n-# small print'],
      [
        'A heading of words a quote of words an item of words',
        'A heading of words',
        'a quote of words',
        'an item of words',
      ],
    ],
    ['texts apart', ['Ferry fares rise', 'yes', 'no'], ['Ferry fares rise yes no', 'Ferry fares rise']],
    ['3 * 4 and snake_case', ['3 * 4 and snake_case stay'], ['3 * 4 and snake_case stay']],
    ['an address alone', ['https://only.example'], []],
    ['a picture', ['🎉', ''], []],
    ['nothing', [], []],
  ])('%s', (_, texts, questions) => {
    expect(questionsOf(texts)).toEqual(questions);
  });

  it('is bounded, and never empty words', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.lorem({ mode: 'sentences', maxCount: 40 }),
      fc.constantFrom('a'.repeat(4000), 'Ha. '.repeat(1000), '\n> '.repeat(500)),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        const questions = questionsOf(texts);
        expect(questions.length).toBeLessThanOrEqual(MESSAGE_QUESTIONS_DEFAULTS.sentences + 1);
        for (const question of questions) {
          expect(question.length).toBeLessThanOrEqual(MESSAGE_QUESTIONS_DEFAULTS.question);
          expect(question).toMatch(/[\p{L}\p{N}]/u);
        }
      }),
    );
  });
});
