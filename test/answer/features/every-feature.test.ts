import { expect, test } from 'vitest';
import type { Candidate } from '../../../src/answer/candidates/read-candidates.ts';
import { FEATURE_NAMES, featureIn, featuresOf } from '../../../src/answer/features/index.ts';
import { read } from '../reading.ts';
import { ASKED, EXAMPLES, type Row } from './examples.ts';

/** What a feature says of one sentence of each of two articles, beside two more that agree with the first. */
function compare([name, question, ...articles]: Row): readonly number[] {
  const told = articles.map((article) => (typeof article === 'string' ? { text: article } : article));
  const [first] = told;
  const agreeing = [1, 2].map((i) => ({
    text: `It is said in report ${i} that: ${plain(first?.text ?? '')}`,
  }));
  const { topic, candidates } = read(
    question,
    [...told, ...agreeing].map((article, i) => ({
      ...article,
      id: `article-${i + 1}`,
      text: plain(article.text),
    })),
    { asked: ASKED },
  );
  const { vectors } = featuresOf(candidates, topic, ASKED);
  return told.map(({ text }, number) => {
    const marked = /‹(.+)›/u.exec(text)?.[1];
    const own = ({ article }: Candidate) => article.id === `article-${number + 1}`;
    const isMeant = ({ index, view }: Candidate) =>
      marked === undefined ? index === 0 : view.text === marked;
    const at = candidates.findIndex((candidate) => own(candidate) && isMeant(candidate));
    if (at < 0) throw new Error(`“${marked ?? text}” is to be found`);
    return featureIn(vectors[at] ?? [], name);
  });
}

const plain = (text: string): string => text.replace(/[‹›]/gu, '');

test.each(EXAMPLES)('%s: %s', (...row) => {
  const [more = Number.NaN, less = Number.NaN] = compare(row);
  expect(more).toBeGreaterThan(less);
});

test('every feature has an example', () => {
  const shown = new Set(EXAMPLES.map(([name]) => name));
  expect(FEATURE_NAMES.filter((name) => !shown.has(name))).toEqual([]);
});
