import { expect, test } from 'vitest';
import { analyseQuestion } from '../../../src/answer/question/analyse-question.ts';
import { createTopic } from '../../../src/answer/topic/topic.ts';
import { buildSegment } from '../../../src/search/build-segment.ts';
import { Lexicon } from '../../../src/search/term-statistics.ts';
import { articleOf, unitsOf } from '../../corpus/structured.ts';
import { tools } from '../stage.ts';

/** The fit of the last block of a drawing, which stands in an article titled "Harbour ferry". */
function fitOf(question: string, drawing: string): number {
  const article = articleOf(drawing, { title: 'Harbour ferry' });
  const lexicon = new Lexicon([buildSegment([{ article, sentences: unitsOf(article) }], tools.reader)]);
  const { headingFit } = createTopic(analyseQuestion(question, tools), lexicon, tools);
  return headingFit(article, (article.blocks?.length ?? 0) - 1);
}

const BELOW_QUESTION = '## How many guests can board?\nUp to forty.';
const BELOW_NOUNS = '## Guests on board\nUp to forty.';

test.each([
  ['a heading that asks the same', 'how many guests can board', BELOW_QUESTION, 0.99, 1],
  [
    'what the title says need not be in it',
    'how many guests can board the harbour ferry',
    BELOW_QUESTION,
    0.99,
    1,
  ],
  ['a word of nearly the same meaning', 'how many visitors can board', BELOW_QUESTION, 0.6, 0.99],
  ['another matter', 'when was the mast painted', BELOW_QUESTION, 0, 0],
  [
    'a row’s first cell',
    'top speed of the harbour ferry',
    '| Fact | Value |\n| Top speed | 9 knots |',
    0.6,
    0.9,
  ],
  ['no label tells why', 'why top speed', '| Fact | Value |\n| Top speed | 9 knots |', 0, 0],
  ['nothing above', 'how many guests can board', 'Up to forty guests can board.', 0, 0],
] as const)('%s', (_, question, drawing, least, most) => {
  const fit = fitOf(question, drawing);
  expect(fit).toBeGreaterThanOrEqual(least);
  expect(fit).toBeLessThanOrEqual(most);
});

test('a heading that asks in the question’s form fits better than one of the same words', () => {
  const question = 'how many guests are there on board the ferry at night';
  expect(fitOf(question, BELOW_QUESTION)).toBeGreaterThan(fitOf(question, BELOW_NOUNS));
});
