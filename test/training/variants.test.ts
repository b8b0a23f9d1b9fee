import { describe, expect, it } from 'vitest';
import { type AskedCorpus, asUnanswerable, plainArticle } from '../../training/kinds.ts';
import { byParagraph, everyNth, inPieces, withOthers } from '../../training/variants.ts';

const corpus: AskedCorpus = {
  kind: 'made up',
  name: 'five',
  articles: ['A', 'B', 'C', 'D', 'E'].map((title) =>
    plainArticle(title, title, `${title} one.\n\n${title} two.`),
  ),
  questions: ['A', 'B', 'C', 'D', 'E'].map((title) => ({
    id: title,
    group: `made up/${title}`,
    question: `what is ${title}`,
    isRight: (sentence) => sentence.startsWith(title),
    answers: [`${title} one`],
  })),
};

describe('a corpus in pieces', () => {
  it('asks each piece about its own articles, and about some of others', () => {
    const pieces = inPieces(corpus, 2, 1);
    expect(
      pieces.map(({ articles, questions }) => ({
        articles: articles.map(({ title }) => title).join(''),
        own: questions.flatMap(({ id, isRight }) => (isRight ? [id] : [])).join(''),
        others: questions.filter(({ isRight }) => isRight === undefined).length,
      })),
    ).toEqual([
      { articles: 'AB', own: 'AB', others: 1 },
      { articles: 'CD', own: 'CD', others: 1 },
      { articles: 'E', own: 'E', others: 1 },
    ]);
  });
});

it('by paragraph: each paragraph is an article under the old title', () => {
  const { articles, questions } = byParagraph(corpus, 2);
  expect(articles).toHaveLength(10);
  expect(articles[1]).toMatchObject({ id: 'A#1', title: 'A', text: 'A two.' });
  expect(questions).toHaveLength(3);
});

describe('a question where nothing answers it', () => {
  const [first] = corpus.questions;
  const elsewhere = first && asUnanswerable(first);

  it('has no right sentence, and an id of its own', () => {
    expect(elsewhere?.isRight).toBeUndefined();
    expect(elsewhere?.id).toBe('A elsewhere');
  });

  it('may be answered by accident when its answer is distinctive', () => {
    expect(elsewhere?.mayBeRight?.('It is A one.')).toBe(true);
    expect(elsewhere?.mayBeRight?.('It is B.')).toBe(false);
  });

  it('comes after the corpus’s own questions', () => {
    expect(withOthers(corpus, corpus.questions).questions).toHaveLength(10);
  });
});

it('everyNth', () => {
  expect(everyNth([0, 1, 2, 3, 4], 2)).toEqual([0, 2, 4]);
});
