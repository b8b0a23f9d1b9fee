import { expect, it } from 'vitest';
import type { Answer } from '../../../src/answer/answer.ts';
import { foundSourcesView } from '../../../src/discord/find-source/found-sources.ts';
import { viewProblems } from '../../../src/discord/replies/check-view.ts';
import { makeArticle, makePassage } from '../articles.ts';
import { labelsOf, textsOf } from '../views/parts.ts';
import { ALL, EN } from '../words/all.ts';

const passage = makePassage(makeArticle(), 'The bridge was built in 1842.');
const found = (question: string): Answer => ({
  kind: 'answer',
  question,
  confidence: 0.9,
  level: 'likely',
  passages: [passage],
});
const silent = (question: string): Answer => ({
  kind: 'no-answer',
  question,
  confidence: 0,
  reason: 'unknown',
  closest: [],
});
const of = (...answers: Answer[]) => answers.map((answer, n) => ({ viewId: `AbCdEfGhIj${n}`, answer }));

it('each sentence has its quote, or it is said that the articles do not speak of it', () => {
  const view = foundSourcesView(of(found('The bridge is old.'), silent('The moon is near.')), 2, EN);
  expect(textsOf(view)).toEqual([
    '**What the articles say about this message**',
    '**1.** The bridge is old.\n> “The bridge was built in 1842.”\nThe old bridge reopens',
    '**2.** The moon is near.\n-# The articles do not speak of this.',
    '-# 2 more sentences were not looked up.',
  ]);
  expect(labelsOf(view)).toEqual(['More on 1']);
  expect(textsOf(view).join(' ')).not.toMatch(/supports?|\btrue\b/);
});

it('fits into a message in every language, however much there is', () => {
  const many = of(
    ...Array.from({ length: 24 }, (_, n) => (n % 3 === 0 ? silent : found)(`${n} ${'word '.repeat(60)}`)),
  );
  for (const words of ALL) expect(viewProblems(foundSourcesView(many, 9, words))).toEqual([]);
});
