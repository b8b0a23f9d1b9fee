import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inverseDocumentFrequency, lengthNorms } from '../../src/search/bm25.ts';
import { buildSegment } from '../../src/search/build-segment.ts';
import { SEARCH_DEFAULTS, type SearchParameters } from '../../src/search/searcher.ts';
import { withoutArticles } from '../../src/search/segment/remove-articles.ts';
import { articlesOf, type Draft, reader, searcherOf, sentenceOf, textOf } from './segments.ts';

describe('inverseDocumentFrequency', () => {
  test.each([
    ['in 1 of 10: ln(1 + 9.5 / 1.5)', 1, 10, Math.log(1 + 9.5 / 1.5)],
    ['in none of 10: ln(1 + 10.5 / 0.5)', 0, 10, Math.log(22)],
    ['in all of 10: small, and not negative', 10, 10, Math.log(1 + 0.5 / 10.5)],
    ['in an empty corpus', 0, 0, Math.log(2)],
  ])('%s', (_, frequency, documents, expected) => {
    expect(inverseDocumentFrequency(frequency, documents)).toBeCloseTo(expected, 12);
  });

  test('property: the rarer, the more', () => {
    fc.assert(
      fc.property(fc.nat(999), fc.integer({ min: 1000, max: 1_000_000 }), (frequency, documents) => {
        const idf = (count: number) => inverseDocumentFrequency(count, documents);
        expect(idf(frequency)).toBeGreaterThan(idf(frequency + 1));
        expect(idf(documents)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('lengthNorms', () => {
  const norms = lengthNorms({ k1: 1.2, b: 0.75 }, 10);
  test.each([
    ['of average length: k1', 10, 1.2],
    ['empty: k1 · (1 − b)', 0, 0.3],
    ['of twice the length: k1 · (1 + b)', 20, 2.1],
  ])('%s', (_, length, expected) => {
    expect(norms[length]).toBeCloseTo(expected, 6);
  });
});

/** BM25 as the book has it, document by document, with nothing prepared: slow and plain. */
function bm25(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  { k1, b }: { k1: number; b: number },
): number[] {
  const average = documents.reduce((sum, words) => sum + words.length, 0) / Math.max(documents.length, 1);
  return documents.map((words) =>
    query.reduce((score, term) => {
      const tf = words.filter((word) => word === term).length;
      const df = documents.filter((document) => document.includes(term)).length;
      const idf = Math.log(1 + (documents.length - df + 0.5) / (df + 0.5));
      const norm = k1 * (1 - b + (b * words.length) / Math.max(average, 1));
      return score + (idf * tf * (k1 + 1)) / (tf + norm);
    }, 0),
  );
}

/** What the searcher is to find: every sentence with its score, by the plain formula. */
function expectedHits(
  drafts: readonly Draft[],
  terms: readonly string[],
  { sentence, context, article, contextShare, articleShare, neighbourShare }: SearchParameters,
): readonly { text: string; score: number }[] {
  const split = (text: string) => text.split(' ').filter(Boolean);
  const all = drafts.flatMap(({ title = '', sentences }, a) =>
    sentences.map((unit) => {
      const headings = typeof unit === 'object' ? unit.under : [];
      return { a, text: textOf(unit), headings, under: [title, ...headings].join(' ') };
    }),
  );
  const own = bm25(
    all.map(({ text }) => split(text)),
    terms,
    sentence,
  );
  // One document for all sentences of an article that stand under the same headings.
  const keyOf = ({ a, headings }: (typeof all)[number]) => JSON.stringify([a, headings]);
  const places = new Map([...new Set(all.map(keyOf))].map((key, place) => [key, place]));
  const above = new Map(all.map((unit) => [keyOf(unit), split(unit.under)]));
  const contexts = bm25([...above.values()], terms, context);
  const wholes = drafts.map(({ title = '', sentences }) => {
    const headings = new Set(sentences.flatMap((unit) => (typeof unit === 'object' ? unit.under : [])));
    return split([title, ...headings, ...sentences.map(textOf)].join(' '));
  });
  const articles = bm25(wholes, terms, article);
  return all
    .flatMap((unit, i) => {
      const beside = [i - 1, i + 1].map((j) => (all[j]?.a === unit.a ? (own[j] ?? 0) : 0));
      const neighbour = Math.max(...beside);
      const under = contexts[places.get(keyOf(unit)) ?? -1] ?? 0;
      const score =
        (own[i] ?? 0) +
        contextShare * under +
        articleShare * (articles[unit.a] ?? 0) +
        neighbourShare * neighbour;
      const found = (own[i] ?? 0) > 0 || neighbour > 0 || contextShare * under > 0;
      return found ? [{ text: unit.text, score }] : [];
    })
    .sort((a, b) => b.score - a.score);
}

// A small vocabulary that nothing normalises, so that words repeat and documents overlap.
const word = fc.constantFrom('bridge', 'storm', 'pier', 'mayor', 'ferry', 'fog', 'harbour');
const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));
const heading = fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' '));
const under = fc.uniqueArray(heading, { maxLength: 2 });
const unit = fc.oneof(sentence, fc.record({ text: sentence, under }));
const draft = fc.record({ title: sentence, sentences: fc.array(unit, { maxLength: 6 }) });
const corpus = fc.array(draft, { minLength: 1, maxLength: 8 });
const terms = fc.uniqueArray(fc.oneof(word, fc.constant('nowhere')), { minLength: 1, maxLength: 4 });

describe('Searcher against BM25 by the book', () => {
  const parameters: Record<string, SearchParameters> = {
    'the defaults': SEARCH_DEFAULTS,
    'sentences alone': { ...SEARCH_DEFAULTS, contextShare: 0, articleShare: 0, neighbourShare: 0 },
    'sentences and what they stand under': { ...SEARCH_DEFAULTS, contextShare: 1, articleShare: 0 },
    'long sentences held back': { ...SEARCH_DEFAULTS, sentence: { k1: 2, b: 1 } },
  };
  test.each(Object.entries(parameters))('property: %s give the scores of the formula', (_, chosen) => {
    fc.assert(
      fc.property(corpus, terms, (drafts, asked) => {
        const searcher = searcherOf([buildSegment(articlesOf(drafts), reader)], chosen);
        const hits = searcher.search(
          asked.map((term, bit) => ({ term, weight: 1, bit })),
          1000,
        );
        const expected = expectedHits(drafts, asked, chosen);
        expect(hits.length).toBe(expected.length);
        for (const [i, { score }] of hits.entries()) expect(score).toBeCloseTo(expected[i]?.score ?? -1, 4);
        expect(hits.map(sentenceOf).toSorted()).toEqual(expected.map(({ text }) => text).toSorted());
      }),
    );
  });

  test('property: the best few of several segments, some of whose articles went, are the head of the formula’s list', () => {
    const gone = fc.array(fc.boolean(), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(corpus, { minLength: 1, maxLength: 3 }),
        gone,
        terms,
        fc.nat(9),
        (parts, went, asked, k) => {
          const query = asked.map((term, bit) => ({ term, weight: 1, bit }));
          const segments = parts.map((drafts) => {
            const split = articlesOf(drafts);
            const numbers = split.flatMap((_, i) => (went[i] === true ? [i] : []));
            const index = buildSegment(
              numbers.flatMap((i) => split[i] ?? []),
              reader,
            );
            return withoutArticles(buildSegment(split, reader), new Set(numbers), index);
          });
          const left = parts.flatMap((drafts) => drafts.filter((_, i) => went[i] !== true));
          const expected = expectedHits(left, asked, SEARCH_DEFAULTS).slice(0, k);
          const hits = searcherOf(segments).search(query, k);
          expect(hits.length).toBe(expected.length);
          for (const [i, { score }] of hits.entries()) expect(score).toBeCloseTo(expected[i]?.score ?? -1, 4);
        },
      ),
    );
  });

  test('property: a query term of half the weight counts half', () => {
    fc.assert(
      fc.property(corpus, word, (drafts, term) => {
        const searcher = searcherOf([buildSegment(articlesOf(drafts), reader)]);
        const full = searcher.search([{ term, weight: 1, bit: 0 }], 1000);
        const half = searcher.search([{ term, weight: 0.5, bit: 0 }], 1000);
        for (const [i, { score }] of half.entries()) expect(score).toBeCloseTo((full[i]?.score ?? 0) / 2, 4);
      }),
    );
  });
});
