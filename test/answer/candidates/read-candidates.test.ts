import { describe, expect, test } from 'vitest';
import { read, readOne } from '../reading.ts';

const spellings = (question: string, ...articles: readonly string[]) =>
  new Map(read(question, articles).topic.terms.map(({ term, others }) => [term, others]));

describe('the other spellings of a question’s words', () => {
  test.each([
    ['a people for its country', 'who left Russia', 'A Russian left.', 'russia', 'russian'],
    [
      'the doer of what is done',
      'who advises the mill',
      'She is an advisor to the mill.',
      'advis',
      'advisor',
    ],
    ['what the doer does', 'who is the investor', 'She invests in the mill.', 'investor', 'invest'],
  ])('%s', (_, question, article, term, other) => {
    expect(spellings(question, article).get(term)).toContain(other);
  });

  test.each([
    ['derived words', 'who married Quill', 'Their marriage was short.', 'marri', 'marriag'],
    ['everyday words', 'how do i delete pics', 'Photos are removed by hand.', 'pic', 'photo'],
    ['the other way round', 'how do i remove photos', 'You can delete pics.', 'remov', 'delet'],
  ])('%s', (_, question, article, term, other) => {
    expect(spellings(question, article).get(term)).toContain(other);
  });

  test('are only those that the corpus has', () => {
    expect(spellings('who advises the mill', 'Ada Quill advises the mill.').get('advis')).toEqual([]);
  });
});

describe('who could be the answer', () => {
  const named = (question: string, sentence: string) =>
    readOne(question, sentence).candidate.answers.map(({ mention: { start, end } }) =>
      sentence.slice(start, end),
    );

  test('is nobody that the question names by surname already', () => {
    expect(named('who met Quill', 'Ida Quill met Bo Vane.')).toEqual(['Bo Vane']);
  });

  test('may be a relative of the same name', () => {
    expect(named("who is Quill's daughter", 'Ida Quill is his daughter.')).toEqual(['Ida Quill']);
  });
});
