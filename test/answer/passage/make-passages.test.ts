import { describe, expect, test } from 'vitest';
import { Engine } from '../../../src/answer/engine.ts';
import { makePassages } from '../../../src/answer/passage/make-passages.ts';
import { buildSegment } from '../../../src/search/build-segment.ts';
import { articleOf as drawnOf, unitsOf } from '../../corpus/structured.ts';
import { engineOf, passagesOf, quoteOf, sentenceOf, tools } from '../stage.ts';

/** The quote that shows the sentence with the ribbon, wherever it ranks. */
function quoted(text: string): string {
  const passages = passagesOf(engineOf(text).ask('Who cut the ribbon of the bridge?', { top: 5 }));
  const passage = passages.find((entry) => sentenceOf(entry).includes('ribbon'));
  if (passage === undefined) throw new Error('the sentence is to be found');
  return quoteOf(passage);
}

describe('the sentence before is brought along', () => {
  const opening = 'Ada Quill is the mayor of Osterby.';
  test.each([
    ['He', 'He cut the ribbon of the bridge.'],
    ['She', 'She cut the ribbon of the bridge.'],
    ['Their', 'Their ribbon of the bridge was cut.'],
    ['a quoted He', '“He cut the ribbon of the bridge.”'],
    ['The company', 'The company cut the ribbon of the bridge.'],
    ['lower case', 'to cut the ribbon of the bridge.'],
  ])('when the sentence opens with %s', (_, sentence) => {
    expect(quoted(`${opening} ${sentence}`)).toBe(`${opening} ${sentence}`);
  });

  test('from the paragraph before as well', () => {
    const text = 'Ada Quill is the mayor.\n\nShe cut the ribbon.';
    expect(quoted(text)).toBe(text);
  });
});

describe('the sentence stands alone', () => {
  test.each([
    [
      'when it opens with a name',
      'Ada Quill is the mayor. Bo Vane cut the ribbon.',
      'Bo Vane cut the ribbon.',
    ],
    [
      'when it opens with a noun',
      'Ada Quill is the mayor. The bridge got a ribbon.',
      'The bridge got a ribbon.',
    ],
    [
      'when that one names nobody either',
      'Ada Quill is the mayor. He added that it rained. She cut the ribbon.',
      'She cut the ribbon.',
    ],
    ['when it is the first', 'She cut the ribbon. Then it rained.', 'She cut the ribbon.'],
    [
      'when the one before is very long',
      `Ada Quill ${'and so on '.repeat(60)}left. She cut the ribbon.`,
      'She cut the ribbon.',
    ],
  ])('%s', (_, text, expected) => {
    expect(quoted(text)).toBe(expected);
  });
});

describe('in a structured article', () => {
  const passages = (drawing: string) => {
    const article = drawnOf(drawing);
    const engine = new Engine(
      [buildSegment([{ article, sentences: unitsOf(article) }], tools.reader)],
      tools,
    );
    return passagesOf(engine.ask('Who cut the ribbon of the bridge?', { top: 5 }));
  };
  const quoteOfRibbon = (drawing: string) =>
    passages(drawing)
      .filter((passage) => sentenceOf(passage).includes('ribbon'))
      .map(quoteOf);

  test.each([
    ['a heading between the two ends what was said', '# Bridge\nIt rained.\n## Ribbon\nShe cut the ribbon.'],
    ['so does a caption', 'It rained.\n^ Figure 1. The bridge\nShe cut the ribbon.'],
    ['the one before is a row', '| a | b |\n| Ada | Quill |\nShe cut the ribbon.'],
    ['someone else says it', '@ Ada Quill: It rained.\n@ Bo Vane: She cut the ribbon.'],
  ])('a sentence stands alone when %s', (_, drawing) => {
    expect(quoteOfRibbon(drawing)).toEqual(['She cut the ribbon.']);
  });

  test('a sentence of running text brings the one before', () => {
    const text = 'Ada Quill is the mayor.\n\nShe cut the ribbon.';
    expect(quoteOfRibbon(`## Bridge\n${text}`)).toEqual([text]);
  });

  test('equal items under unlike words are no copies', () => {
    const items = passages('The ribbon was cut by:\n- Ada\nThe bridge was built by:\n- Ada').filter(
      (passage) => sentenceOf(passage) === 'Ada',
    );
    expect(items).toHaveLength(2);
  });

  test('a passage knows its block', () => {
    const found = passages('# Bridge\nIt rained. Ada cut the ribbon.');
    expect(found.map(({ block }) => block)).toEqual([1, 1]);
  });
});

describe('near copies are folded', () => {
  const sentence = 'The council of Osterby voted to rebuild the northern pier before the autumn storms.';
  const copy = 'The council of Osterby voted to rebuild the northern pier before the autumn storms';
  const other =
    'Boats from the northern pier of Osterby were sent to Vellmark for the council’s storm drill.';
  const answer = engineOf(
    { id: 'first', text: `${sentence} ${other}` },
    { id: 'second', text: `${copy}.` },
    { id: 'third', text: `Today: ${copy}, it said.` },
  ).ask('Did the council of Osterby vote to rebuild the northern pier?', { top: 5 });
  const passages = passagesOf(answer);

  test('into the best of them, which names the other articles', () => {
    const best = passages[0];
    if (best === undefined) throw new Error('a passage is to be found');
    const where = [best.article.id, ...best.alsoIn.map(({ id }) => id)];
    expect(where.toSorted()).toEqual(['first', 'second', 'third']);
  });

  test('and leave room for another passage', () => {
    expect(passages.map(sentenceOf).filter((text) => text.includes('rebuild'))).toHaveLength(1);
    expect(passages.map(sentenceOf)).toContain(other);
  });

  test('an article is no copy of itself', () => {
    const twice = passagesOf(engineOf(`${sentence}\n\n${sentence}`).ask('council of Osterby', { top: 5 }));
    expect(twice.map(({ alsoIn }) => alsoIn)).toEqual([[]]);
  });
});

test('no more passages than asked for, best first', () => {
  const engine = engineOf('The bridge is old. A bridge is new. One bridge is wide. Some bridge is long.');
  for (const top of [1, 2, 3, 10]) {
    const passages = passagesOf(engine.ask('bridge', { top }));
    expect(passages.length).toBe(Math.min(top, 4));
    expect(passages.map(({ score }) => score)).toEqual(
      passages.map(({ score }) => score).toSorted((a, b) => b - a),
    );
  }
});

test('of no candidates no passages are made', () => {
  expect(makePassages([], 5)).toEqual([]);
});
