import { expect, test } from 'vitest';
import { answerToJson } from '../../../src/terminal/printing/answer-json.ts';
import { articleOf as drawnOf, passageIn } from '../../corpus/structured.ts';
import { ANSWER, EMPTY, UNSURE } from '../answers.ts';

test('an answer', () => {
  expect(answerToJson(ANSWER, 1.23456)).toEqual({
    question: 'who reopened the bridge',
    answered: true,
    confidence: 0.8765,
    level: 'strong',
    passages: [
      {
        quote: 'Ada Quill, the mayor of Osterby, reopened the old bridge on Monday.',
        sentence: 'Ada Quill, the mayor of Osterby, reopened the old bridge on Monday.',
        focus: 'Ada Quill',
        score: 1.2346,
        article: {
          id: 'bridge',
          title: 'The old bridge reopens',
          publisher: 'The Harbour Post',
          url: 'https://harbour.example/bridge',
          published: '2021-08-05',
        },
        start: 0,
        end: 67,
        alsoIn: [{ id: 'ferry', title: 'Ferry fares rise', url: null }],
      },
      {
        quote: 'The ferry between Osterby and Vellmark carried 380,000 passengers in 2020.',
        sentence: 'The ferry between Osterby and Vellmark carried 380,000 passengers in 2020.',
        focus: null,
        score: 1.2346,
        article: { id: 'ferry', title: 'Ferry fares rise', publisher: null, url: null, published: null },
        start: 0,
        end: 74,
        alsoIn: [],
      },
    ],
    ms: 1.23,
  });
});

test('the sentence that was ranked is told from the quote that brings its antecedent', () => {
  const [first] = UNSURE.closest;
  if (first === undefined) throw new Error('a passage is wanted');
  const widened = { ...first, start: 0 };
  const json = answerToJson({ ...UNSURE, closest: [widened] }, 0);
  expect(json).toMatchObject({
    passages: [{ quote: first.article.text, sentence: 'The repairs of the bridge cost $4.5 million.' }],
  });
});

test('“no answer” gives its reason, the closest passages and the correction', () => {
  expect(answerToJson(UNSURE, 2)).toMatchObject({
    answered: false,
    reason: 'unsure',
    didYouMean: 'who closed the Bridge',
    passages: [{ quote: 'The repairs of the bridge cost $4.5 million.' }],
  });
  expect(answerToJson(EMPTY, 0)).toMatchObject({ answered: false, confidence: 0, passages: [] });
  expect(answerToJson(EMPTY, 0)).not.toHaveProperty('didYouMean');
});

test('a structured article: what is shown, the slices it is made of, and the headings above it', () => {
  const article = drawnOf('## Plans\n| Plan | Size |\n| Plus | 5 MB |\nIt rained.');
  const json = (words: string) => answerToJson({ ...UNSURE, closest: [passageIn(article, words)] }, 0);
  expect(json('5 MB')).toMatchObject({
    passages: [
      {
        quote: 'Plus · Size 5 MB',
        sentence: 'Plus | 5 MB',
        where: ['Plans'],
        slices: ['Plus', 'Size', '5 MB'].map((words) => {
          const start = article.text.indexOf(words);
          return [start, start + words.length];
        }),
      },
    ],
  });
  expect(json('It rained')).toMatchObject({ passages: [{ quote: 'It rained.', where: ['Plans'] }] });
});

test('survives JSON', () => {
  const json = answerToJson(ANSWER, 0.5);
  expect(JSON.parse(JSON.stringify(json))).toEqual(json);
});
