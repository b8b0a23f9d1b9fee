import type { Answered, NoAnswer, Passage } from '../../src/answer/answer.ts';
import type { Article } from '../../src/corpus/article.ts';
import { ARTICLES } from './stage.ts';

/** The passage that quotes `quote`, with `strong` in bold. */
export function passage(
  article: Article,
  quote: string,
  strong?: string,
  alsoIn: readonly Article[] = [],
): Passage {
  const start = article.text.indexOf(quote);
  const at = strong === undefined ? -1 : article.text.indexOf(strong, start);
  if (start < 0 || (strong !== undefined && at < 0)) throw new Error(`the article does not say "${quote}"`);
  const end = start + quote.length;
  return {
    article,
    start,
    end,
    sentence: [start, end],
    ...(strong === undefined ? {} : { focus: [at, at + strong.length] as const }),
    score: 1.23456,
    alsoIn,
  };
}

const [BRIDGE, FERRY] = ARTICLES;

export const ANSWER: Answered = {
  kind: 'answer',
  question: 'who reopened the bridge',
  confidence: 0.87654321,
  level: 'strong',
  passages: [
    passage(BRIDGE, 'Ada Quill, the mayor of Osterby, reopened the old bridge on Monday.', 'Ada Quill', [
      FERRY,
    ]),
    passage(FERRY, 'The ferry between Osterby and Vellmark carried 380,000 passengers in 2020.'),
  ],
};

export const UNSURE: NoAnswer = {
  kind: 'no-answer',
  reason: 'unsure',
  question: 'who closed the bridge',
  confidence: 0.12,
  didYouMean: 'who closed the Bridge',
  closest: [passage(BRIDGE, 'The repairs of the bridge cost $4.5 million.')],
};

export const EMPTY: NoAnswer = {
  kind: 'no-answer',
  reason: 'empty',
  question: '…',
  confidence: 0,
  closest: [],
};
