import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Article } from '../../src/corpus/article.ts';
import { loadCorpus } from '../../src/corpus/load.ts';
import { sentenceSpans } from '../../src/corpus/sentences.ts';
import { sentenceEnds as ends } from '../language.ts';

const folder = join(import.meta.dirname, '../../corpus');
const sentencesOf = (article: Article) =>
  sentenceSpans(article.text, ends).map(({ start, end }) => article.text.slice(start, end));
const fold = (text: string) => text.replace(/\s+/gu, ' ');

/** The articles that come with the bot, as anyone would have scraped them. */
let articles: readonly Article[] = [];
beforeAll(async () => {
  const corpus = await loadCorpus(folder);
  expect(corpus.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  articles = corpus.articles;
});

test('the two sample articles have the titles that they state, and no more than they state', () => {
  expect(
    articles.map(({ id, title, published, url, publisher }) => ({ id, title, published, url, publisher })),
  ).toEqual(
    expect.arrayContaining([
      {
        id: 'assad-regime-sends-syria-envoy-to-us',
        title: 'Assad regime sends Syria envoy to US to repair ties after fall out with Russia',
      },
      {
        id: 'washington-optimistic-about-russian-resilience-in-syria',
        title: 'Washington optimistic about Russian indicators of “resilience” in Syria',
      },
    ]),
  );
});

test('every sentence, blank space folded, stands verbatim in its file', () => {
  for (const article of articles) {
    const source = fold(readFileSync(join(folder, article.path), 'utf8'));
    const sentences = sentencesOf(article);
    expect(sentences.length).toBeGreaterThan(10);
    for (const sentence of sentences) expect(source).toContain(fold(sentence));
  }
});

test('no sentence is a share bar, an advert marker, a teaser or a footer line', () => {
  const all = articles.flatMap(sentencesOf);
  for (const sentence of all) {
    expect(sentence).not.toMatch(
      /\[ad_|share on|leave a comment|required fields|on key|VK Russian|©|follow us|Koçak/i,
    );
    expect(sentence).not.toContain('RELATED');
    expect(sentence).toMatch(/[.”"\]]$/);
  }
});

describe('sentences that a splitter gets wrong', () => {
  test.each([
    'Daraa has remained restive in recent years.',
    'In 2019 Jeffrey participated in conversations between the US Secretary of State. USA Mike Pompeo and Russian President Vladimir Putin at the Russian Sochi complex.',
    'We saw some indications in the Russian media and in certain Russian actions, to be more flexible regarding the Constitutional Committee. ”',
    'Jeffrey said Makhlouf’s position reveals “dirty laundry in one of the worst regimes of the 21st century.”',
  ])('%s', (sentence) => {
    expect(articles.flatMap(sentencesOf)).toContain(sentence);
  });

  test('… intervene. to save his communications company …', () => {
    const sentence = articles.flatMap(sentencesOf).find((text) => text.includes('to intervene. to save'));
    expect(sentence).toMatch(/^He noted the video footage .* “Syriatel”\.$/);
  });
});
