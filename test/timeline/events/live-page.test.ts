import { describe, expect, test } from 'vitest';
import { isLivePage } from '../../../src/timeline/events/live-page.ts';
import { datedEvents } from '../../../src/timeline/events/read-events.ts';
import { article, sentencesOf } from '../articles.ts';

const url = 'https://post.example/quill';

describe('a page may have been added to after its day', () => {
  test.each([
    ['Osterby updates: The mayor flees', undefined, true],
    ['Lamp Cup final live blog', undefined, true],
    ['The mayor of Osterby flees', undefined, false],
    ['The mayor of Osterby flees', url, true],
    ['Lamps and larks: News from around our islands', url, false],
    ['The week in Osterby: weekly round-up', url, false],
  ])('%s (%s)', (title, address, expected) =>
    expect(isLivePage({ title, ...(address && { url: address }) })).toBe(expected));
});

describe('a page of Saturday, 7 December 2024', () => {
  const told = (text: string, title: string) => {
    const page = article('a', text, '2024-12-07', { title });
    return datedEvents(page, sentencesOf(page)).events.map(({ from, planned }) => [from, planned]);
  };

  test.each([
    ['Rebels took the capital on Sunday.', '2024-12-08', false],
    ['On December 8 rebels took the capital.', '2024-12-08', false],
    ['Rebels took the second city on Monday.', '2024-12-02', false],
    ['The keeper will leave on Sunday.', '2024-12-08', true],
    ['Rebels took the suburbs on Saturday.', '2024-12-07', false],
  ])('that was added to: %s', (text, from, planned) =>
    expect(told(text, 'Osterby updates: The mayor flees')).toEqual([[from, planned]]));

  test('that was not', () =>
    expect(told('Rebels took the capital on Sunday.', 'The mayor flees')).toEqual([['2024-12-01', false]]));
});
