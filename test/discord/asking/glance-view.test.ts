import { describe, expect, it } from 'vitest';
import type { Answered } from '../../../src/answer/answer.ts';
import { answerView } from '../../../src/discord/asking/answer-view.ts';
import { viewProblems } from '../../../src/discord/replies/check-view.ts';
import { makeArticle, makePassage } from '../articles.ts';
import { labelsOf, textsOf } from '../views/parts.ts';
import { EN } from '../words/all.ts';

const article = makeArticle({
  text: 'Ada Quill is the mayor. Bo Lind is her deputy. Cleo Dane keeps the books, and has kept them for as long as anybody in the town can think of, through three mayors, two floods and a fire that took the old hall and all the books that she had kept until then.',
});
const passages = ['Ada Quill is the mayor.', 'Bo Lind is her deputy.', article.text.slice(47)] as const;
const PLACE = { viewId: 'AbCdEfGhIjK', index: 0, private: false, feedback: true, words: EN };

function answered(question: string): Answered {
  const [first, ...others] = passages.map((quote) => makePassage(article, quote));
  if (first === undefined) throw new Error('no passages');
  return { kind: 'answer', question, confidence: 0.9, level: 'strong', passages: [first, ...others] };
}

describe('a question for several', () => {
  it.each([
    ['who are the officers of the town', true],
    ['which people run the town', false],
    ['which officers run the town', true],
    ['what does the mayor say', false],
    ['what offices does the mayor have', false],
    ['what offices are there', true],
    ['who is the mayor', false],
  ])('%s: at a glance %s', (question, glance) => {
    expect(
      textsOf(answerView(answered(question), PLACE))
        .join('\n')
        .includes('At a glance:'),
    ).toBe(glance);
  });

  it('shows three quotes of a line, each to be opened', () => {
    const view = answerView(answered('who are the officers of the town'), PLACE);
    const [, first = '', , third = ''] = textsOf(view);
    expect(first).toMatch(/^\*\*1\.\*\* The old bridge reopens/);
    expect(third).toMatch(/^\*\*3\.\*\*\n/);
    expect(third).toMatch(/\n> “Cleo Dane keeps the books[^\n]*” …$/);
    expect(labelsOf(view).slice(0, 4)).toEqual(['More on 1', 'More on 2', 'More on 3', 'Follow up']);
    expect(viewProblems(view)).toEqual([]);
    const whole = answerView(answered('who are the officers of the town'), { ...PLACE, full: true });
    expect(textsOf(whole)[1]).toBe('> “Ada Quill is the mayor.”');
  });
});
