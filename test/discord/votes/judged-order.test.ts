import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answered, NoAnswer } from '../../../src/answer/answer.ts';
import { JUDGED_ORDER_DEFAULTS, judgedAnswer, judgedOrder } from '../../../src/discord/votes/judged-order.ts';
import type { Verdict } from '../../../src/state/verdict.ts';
import { makeArticle, makePassage } from '../articles.ts';

const UP: Verdict = { direction: 'up', people: 3 };
const DOWN: Verdict = { direction: 'down', people: 4 };

describe('the order that votes give', () => {
  it.each([
    ['a b c d e', 'a b c d e'],
    ['a- b c d e', 'b c a- d e'],
    ['a b c d e+', 'a b e+ c d'],
    ['a- b+ c d e', 'b+ c a- d e'],
    ['a- b- c d e', 'c a- d b- e'],
    ['a+ b c d e-', 'a+ b c d e-'],
    ['a-', 'a-'],
  ])('%s becomes %s', (before, after) => {
    const verdictOn = (item: string) => (item.endsWith('+') ? UP : item.endsWith('-') ? DOWN : undefined);
    expect(judgedOrder(before.split(' '), verdictOn).join(' ')).toBe(after);
  });

  it('moves what is not judged by two places at most, the rest by four, and loses nothing', () => {
    const verdict = fc.constantFrom(UP, DOWN, undefined);
    fc.assert(
      fc.property(fc.array(verdict, { maxLength: 30 }), (verdicts) => {
        const items = verdicts.map((own, from) => ({ own, from }));
        const ordered = judgedOrder(items, ({ own }) => own);
        expect(new Set(ordered)).toEqual(new Set(items));
        for (const [to, { own, from }] of ordered.entries()) {
          const most = JUDGED_ORDER_DEFAULTS.places * (own === undefined ? 1 : 2);
          expect(Math.abs(to - from)).toBeLessThanOrEqual(most);
        }
      }),
    );
  });
});

describe('a judged answer', () => {
  const article = makeArticle();
  const built = makePassage(article, 'The bridge was built in 1842.');
  const reopened = makePassage(article, 'It reopened on Monday.');
  const cut = makePassage(article, 'Mayor Ada Quill cut the ribbon.');
  const outcome = { question: 'when was the bridge built', confidence: 0.9 };
  const answer: Answered = { ...outcome, kind: 'answer', level: 'strong', passages: [built, reopened, cut] };

  it('says which passage was moved, and is otherwise the same', () => {
    expect(judgedAnswer(answer, (passage) => (passage === built ? DOWN : undefined))).toEqual({
      ...answer,
      passages: [reopened, cut, { ...built, judged: DOWN }],
    });
  });

  it('says nothing of what stands where it stood', () => {
    expect(judgedAnswer(answer, (passage) => (passage === built ? UP : undefined))).toEqual(answer);
    expect(judgedAnswer(answer, () => DOWN)).toEqual(answer);
  });

  it('keeps together what labels tell apart', () => {
    const passages = [{ ...built, label: '1842' }, { ...reopened, label: '2021' }, cut] as const;
    const labels = (all: Answered['passages']) => all.map(({ label }) => label);
    const judged = judgedAnswer({ ...answer, passages }, ({ label }) => (label === '1842' ? DOWN : UP));
    expect(judged.kind === 'answer' && labels(judged.passages)).toEqual(['2021', '1842', undefined]);
  });

  it('stays none where there is none', () => {
    const none: NoAnswer = { ...outcome, kind: 'no-answer', reason: 'unsure', closest: [built, cut] };
    expect(judgedAnswer(none, () => DOWN)).toBe(none);
  });
});
