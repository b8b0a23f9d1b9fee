import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Speller } from '../../../src/answer/question/spell-checker.ts';
import { buildSegment } from '../../../src/search/build-segment.ts';
import { editDistance } from '../../../src/text/edit-distance.ts';
import { articleOf, engineOf, tools } from '../stage.ts';

/** By the recursive definition (adjacent letters may swap), without a table. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [restA, restB] = [a.slice(0, -1), b.slice(0, -1)];
  const swap =
    a.length > 1 && b.length > 1 && a.at(-1) === b.at(-2) && a.at(-2) === b.at(-1)
      ? 1 + distance(a.slice(0, -2), b.slice(0, -2))
      : Number.POSITIVE_INFINITY;
  const change = distance(restA, restB) + (a.at(-1) === b.at(-1) ? 0 : 1);
  return Math.min(distance(restA, b) + 1, distance(a, restB) + 1, change, swap);
}

describe('editDistance', () => {
  test.each([
    ['the same', 'daraa', 'daraa', 0],
    ['a letter lost', 'makhluf', 'makhlouf', 1],
    ['a letter too many', 'syriaatel', 'syriatel', 1],
    ['another letter', 'deraa', 'daraa', 1],
    ['two letters swapped', 'jeffery', 'jeffrey', 1],
    ['two mistakes', 'vladmirr', 'vladimir', 2],
  ])('%s: %s, %s → %i', (_, left, right, expected) => {
    expect(editDistance(left, right, 2)).toBe(expected);
  });

  test('property: is the distance by definition, or more than the limit when that is', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    fc.assert(
      fc.property(word, word, fc.nat(4), (left, right, limit) => {
        const found = editDistance(left, right, limit);
        expect(Math.min(found, limit + 1)).toBe(Math.min(distance(left, right), limit + 1));
      }),
    );
  });
});

describe('Speller', () => {
  const text =
    'Rami Makhlouf owns Syriatel. Jeffrey met Vladimir Putin in Daraa. Al-Shaer left. Jeffrey left Daraa. Differences have arisen.';
  const segment = buildSegment(
    [{ article: articleOf({ text }), sentences: [{ start: 0, end: text.length, paragraph: 0 }] }],
    tools.reader,
  );
  const suggest = (word: string) => new Speller([segment]).suggest(word, false)?.surface;

  test.each([
    ['makhluf', 'Makhlouf'],
    ['makhloof', 'Makhlouf'],
    ['siriatel', 'Syriatel'],
    ['syriatell', 'Syriatel'],
    ['jeffery', 'Jeffrey'],
    ['vladmir', 'Vladimir'],
    ['deraa', 'Daraa'],
    ['dara', 'Daraa'],
  ])('%s → %s', (word, expected) => {
    expect(suggest(word)).toBe(expected);
  });

  test.each([
    ['a word that is far from all', 'zeppelin'],
    ['three letters', 'dar'],
    ['a number', '20155'],
    ['a short word two mistakes away', 'dirab'],
    ['nothing', ''],
  ])('%s → none', (_, word) => {
    expect(suggest(word)).toBeUndefined();
  });

  test('compares with words as they are spelt, not with their stems', () => {
    expect(suggest('paris')).toBeUndefined(); // "arisen" has the stem "aris"
  });

  test('of two that are as near, the one of the same first letter', () => {
    const both = 'The karaa and the daraa.';
    const sentences = [{ start: 0, end: both.length, paragraph: 0 }];
    const other = buildSegment([{ article: articleOf({ text: both }), sentences }], tools.reader);
    expect(new Speller([other]).suggest('darab', false)?.surface).toBe('daraa');
  });
});

describe('did you mean', () => {
  const engine = engineOf(
    'Rami Makhlouf, a cousin of the president, owns Syriatel.\n\nRussia left Daraa in 2018.',
  );
  const didYouMean = (question: string) => engine.ask(question, { top: 1 }).didYouMean;

  test.each([
    ['who is rami makhluf', 'who is rami Makhlouf'],
    ['who owns siriatel?', 'who owns Syriatel?'],
    ['when did Rusia leave Deraa', 'when did Russia leave Daraa'],
  ])('%s → %s', (question, expected) => {
    expect(didYouMean(question)).toBe(expected);
  });

  test.each([
    ['all words are known', 'who is Rami Makhlouf'],
    ['a good English word that the corpus lacks', 'who is the cousins president'],
    ['a name that is far from all', 'who is Taylor Swift'],
    ['a city that is like a common word', 'where is Paris'],
    ['a long question, which finds its way', 'which cousin of the president owns siriatel and left Daraa'],
    ['nothing', ''],
  ])('none: %s', (_, question) => {
    expect(didYouMean(question)).toBeUndefined();
  });

  test('the mistyped question gets the answer of the right one', () => {
    const right = engine.ask('who is rami Makhlouf', { top: 1 });
    const wrong = engine.ask('who is rami makhluf', { top: 1 });
    expect({ ...wrong, didYouMean: undefined, question: '' }).toEqual({
      ...right,
      didYouMean: undefined,
      question: '',
    });
  });
});
