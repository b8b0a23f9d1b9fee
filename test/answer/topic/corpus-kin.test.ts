import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/corpus/article.ts';
import { engineOf, passagesOf, sentenceOf } from '../stage.ts';

const CLINIC = [
  'Many sailors have post-traumatic stress disorder (PTSD) after a storm.',
  'The ward for psychology opens at nine. Psychology students come at ten.',
  'Treatment of PTSD takes a year in most clinics of the town.',
  'The harbour has a café. A cat sleeps there.',
];

const first = (
  question: string,
  ...articles: readonly (string | (Partial<Article> & Pick<Article, 'text'>))[]
) => {
  const [passage] = passagesOf(engineOf(...articles).ask(question, { top: 1 }));
  return passage && sentenceOf(passage);
};

describe('words that only this corpus knows', () => {
  test.each([
    ['how long does treatment of post traumatic stress disorder take', CLINIC[2]],
    ['when does the psych ward open', 'The ward for psychology opens at nine.'],
  ])('%s', (question, sentence) => {
    expect(first(question, ...CLINIC)).toBe(sentence);
  });

  test('a whole word of the language is not cut short', () => {
    expect(
      engineOf('The catalogue is long. The catalogue is old.').ask('who fed the cat', { top: 1 }).kind,
    ).toBe('no-answer');
  });

  test('a word that is called otherwise is no slip', () => {
    const answer = engineOf(...CLINIC).ask('when does the psych ward open', { top: 1 });
    expect(answer.didYouMean).toBeUndefined();
  });

  test('the host’s aliases stand for each other, of several words too', () => {
    const aliases = [['landing stage', 'pier']];
    const articles = [
      { text: 'The pier closes at ten. It is made of oak.', aliases },
      { text: 'The stage of the theatre closes at midnight.', aliases },
    ];
    expect(first('when does the landing stage close', ...articles)).toBe('The pier closes at ten.');
  });
});
