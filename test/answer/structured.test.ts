import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Passage } from '../../src/answer/answer.ts';
import { Engine } from '../../src/answer/engine.ts';
import { quotedLines, quoteText } from '../../src/answer/passage/quoted-lines.ts';
import type { Article } from '../../src/corpus/article.ts';
import { buildSegment } from '../../src/search/build-segment.ts';
import { articleOf, unitsOf } from '../corpus/structured.ts';
import { passagesOf, tools } from './stage.ts';

function askOf(articles: readonly Article[], question: string): readonly Passage[] {
  const split = articles.map((article) => ({ article, sentences: unitsOf(article) }));
  return passagesOf(new Engine([buildSegment(split, tools.reader)], tools).ask(question, { top: 10 }));
}

const firstOf = (question: string, ...drawings: string[]) => {
  const articles = drawings.map((drawing, i) => articleOf(drawing, { id: `a${i}`, title: `Page ${i}` }));
  const [first] = askOf(articles, question);
  return first === undefined ? undefined : quoteText(first);
};

describe('a unit is found by its own words and those it stands under together', () => {
  test.each([
    [
      'which plan: the row of the table',
      'max file size for the plus plan',
      '## Harbour Sync\n| Plan | Max file size |\n| Standard | 5 MB |\n| Plus | 200 MB |\nAsk the crew for more.',
      'Plus · Max file size 200 MB',
    ],
    [
      'a list of questions: what stands below the one that asks it',
      'does the ferry run in the background of storms',
      '## Does the ferry run in storms?\nNo, boats stay in the harbour.\n## Fares\nThe ferry costs 4 crowns.',
      'No, boats stay in the harbour.',
    ],
    [
      'a manual: the steps below the heading that names the task',
      'how do i restore a chart',
      '## Restore a chart\n1. Open the locker.\n2. Take the copy.\n## Fares\nEvery chart costs 4 crowns.',
      '1. Open the locker.\n2. Take the copy.',
    ],
  ])('%s', (_, question, drawing, expected) => {
    expect(firstOf(question, drawing, '## Fog\nThe harbour is full of fog in May.')).toBe(expected);
  });
});

describe('what is no answer in a structured article', () => {
  const shown = (question: string, drawing: string) =>
    askOf([articleOf(drawing, { title: 'Vane Clipper' })], question).map(quoteText);

  test('a row that only says the title again', () => {
    const rows = '| Fact | Value |\n| Name | Vane Clipper |\n| Top speed | 30 knots |';
    expect(shown('top speed of the vane clipper', rows)).toEqual(['Top speed · Value 30 knots']);
  });

  test('a question, and what leads elsewhere', () => {
    const text = 'How fast is the clipper?\nWatch this video about the clipper.\nThe clipper makes 30 knots.';
    expect(shown('how fast is the clipper', text)).toEqual(['The clipper makes 30 knots.']);
  });

  test('in an article without blocks all of it may be', () => {
    const text = 'How fast is the clipper? It makes 30 knots.';
    const article: Article = {
      id: 'a',
      path: 'a.txt',
      line: 1,
      title: 'x',
      authors: [],
      tags: [],
      text,
      hash: '',
    };
    const sentences = [
      { start: 0, end: 24, paragraph: 0 },
      { start: 25, end: text.length, paragraph: 0 },
    ];
    const engine = new Engine([buildSegment([{ article, sentences }], tools.reader)], tools);
    expect(passagesOf(engine.ask('what of the ship', { top: 5 })).length).toBe(0);
    expect(passagesOf(engine.ask('clipper knots speed', { top: 5 })).length).toBe(2);
  });
});

test('property: no heading, caption or table head is ever quoted but above what stands under it', () => {
  const line = fc.constantFrom(
    '# The pier of Osterby',
    '## Bridge and pier',
    '| Bridge | Pier |',
    '| Osterby | 200 m |',
    '- the bridge of Osterby',
    '1. Open the bridge.',
    'About the pier:',
    'The bridge of Osterby is old. It was built beside the pier.',
    '@ Ada: The pier broke. It was old.',
    '^ Figure 1. The pier of Osterby',
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 10 }), (lines) => {
      const article = articleOf(lines.join('\n'), { title: 'Harbours' });
      for (const passage of askOf([article], 'how old is the bridge and the pier of Osterby')) {
        const above = new Set(article.blocks?.[passage.block ?? -1]?.context.map(({ span }) => span[0]));
        for (const { slices } of quotedLines(passage)) {
          for (const { span } of slices) {
            const silent = article.blocks?.some(
              ({ kind, start, end }) =>
                (kind === 'heading' || kind === 'caption') && start < span[1] && end > span[0],
            );
            expect(silent === true && !above.has(span[0])).toBe(false);
          }
        }
      }
    }),
    { numRuns: 60 },
  );
});
