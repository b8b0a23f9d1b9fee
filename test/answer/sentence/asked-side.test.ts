import { describe, expect, test } from 'vitest';
import { createSideFinder } from '../../../src/answer/sentence/asked-side.ts';
import { readOne, textOf } from '../reading.ts';

/** The sides of a sentence's names, by their text. */
function sidesIn(question: string, sentence: string) {
  const { topic, candidate } = readOne(question, sentence);
  const sideOf = createSideFinder(candidate.view, topic);
  return new Map(candidate.view.mentions.map((mention) => [textOf(candidate, mention), sideOf(mention)]));
}

describe('where a mention stands to the verb', () => {
  test.each([
    ['who bought Osterby Mill', 'Ada Quill'],
    ['what did Ada Quill buy', 'Osterby Mill'],
  ])('%s: %s is on the asked side', (question, asked) => {
    const sides = sidesIn(question, 'Ada Quill bought Osterby Mill.');
    expect([...sides].filter(([, { isAsked }]) => isAsked).map(([name]) => name)).toEqual([asked]);
    for (const { closeness } of sides.values()) expect(closeness).toBe(1);
  });

  test.each([
    ['who bought Osterby Mill', 'Osterby Mill was bought in May by Ada Quill.', 'Ada Quill'],
    ['what was bought by Ada Quill', 'Osterby Mill was bought by Ada Quill.', 'Osterby Mill'],
    ['who was arrested', 'Bo Vane was arrested by Ada Quill.', 'Bo Vane'],
  ])('%s: %s', (question, sentence, asked) => {
    const sides = sidesIn(question, sentence);
    const names = [...sides].filter(([name, { isAsked }]) => isAsked && /^\p{Lu}\p{L}+ /u.test(name));
    expect(names.map(([name]) => name)).toEqual([asked]);
  });

  test('less with each word between', () => {
    const sides = sidesIn('who bought the mill', 'In Vellmark, Ada Quill bought the mill.');
    const [far, near] = [sides.get('Vellmark')?.closeness ?? 0, sides.get('Ada Quill')?.closeness ?? 0];
    expect(far).toBeGreaterThan(0);
    expect(near).toBeGreaterThan(far);
  });

  test('nowhere without the verb', () => {
    for (const { closeness, isAsked } of sidesIn(
      'who bought the mill',
      'Ada Quill left the mill.',
    ).values()) {
      expect(closeness).toBe(0);
      expect(isAsked).toBe(false);
    }
  });
});
