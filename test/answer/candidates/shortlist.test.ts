import { describe, expect, test } from 'vitest';
import { isEcho } from '../../../src/answer/candidates/says-nothing.ts';
import type { CalendarDate } from '../../../src/corpus/article.ts';
import { read } from '../reading.ts';

function firstOf(
  question: string,
  articles: Parameters<typeof read>[1],
  asked?: CalendarDate,
): string | undefined {
  return read(question, articles, { size: 1, ...(asked === undefined ? {} : { asked }) }).candidates[0]?.view
    .text;
}

describe('what is read first', () => {
  test('the sentence in whose surroundings all of the question stands', () => {
    expect(
      firstOf('when did the bridge of Osterby reopen', [
        'The bridge is old.\n\nIt rained.',
        'Osterby has a harbour.\n\nThe bridge reopened.\n\nIt rained.',
      ]),
    ).toBe('The bridge reopened.');
  });

  test('the words of the clause that asks count more than those that lead up to it', () => {
    expect(
      firstOf('The tower lost its roof. Who repaired the harbour?', [
        'A tower lost a bell.',
        'Stone repaired the harbour.',
      ]),
    ).toBe('Stone repaired the harbour.');
  });

  const years = [
    { text: 'The council met in Osterby, and met again.', published: '2020-03-01' },
    { text: 'Later the council met at Nordby.', published: '2022-06-15' },
  ] as const;
  test.each([
    ['where did the council meet this week', '2022-06-17', 'Later the council met at Nordby.'],
    ['where did the council meet this week', '2020-03-02', 'The council met in Osterby, and met again.'],
  ] as const)('%s, asked on %s: %s', (question, asked, expected) => {
    expect(firstOf(question, years, asked)).toBe(expected);
  });

  test('the day it is asked on means nothing to a question that does not say so', () => {
    const question = 'where did the council meet';
    expect(firstOf(question, years, '2022-06-17')).toBe(firstOf(question, years, '1999-01-01'));
  });
});

test('a list of the given size, the most promising first', () => {
  const { hits } = read('bridge', ['A bridge.\n\nNo bridge.\n\nBridge and bridge again.'], { size: 2 });
  expect(hits).toHaveLength(2);
  expect(hits[0]?.promise).toBeGreaterThanOrEqual(hits[1]?.promise ?? 0);
});

test.each([
  ['Which city has the oldest bridge?', true],
  ['QUIZ: Which city has the oldest of the bridges?', true],
  ['Which city has the oldest town hall?', false], // asks something else
  ['The city of Osterby has the oldest bridge.', false],
])('“%s” only echoes the question: %s', (sentence, expected) => {
  const { topic, candidates } = read('Which city has the oldest bridge?', [sentence]);
  expect(candidates.map((candidate) => isEcho(candidate, topic))).toEqual([expected]);
});
