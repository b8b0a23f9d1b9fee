import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSegment } from '../../src/search/build-segment.ts';
import { SEARCH_DEFAULTS } from '../../src/search/searcher.ts';
import {
  articlesOf,
  type Draft,
  query,
  reader,
  search,
  searcherOf,
  segmentOf,
  sentenceOf,
  sentencesSegment,
} from './segments.ts';

describe('ranking sets: the sentences of each set, best first', () => {
  // Near-duplicates that differ in one thing; the set names the thing.
  test.each<[string, string, string[]]>([
    [
      'more of the question’s words before fewer',
      'russia deployed forces',
      ['Russia deployed forces to Syria', 'Russia deployed aid to Syria', 'Germany deployed aid to Syria'],
    ],
    [
      'a rare word before a common one',
      'syria sochi',
      [
        'They met in Sochi again',
        'Syria was there',
        'Syria was late once more',
        'Syria was asked to come once more',
      ],
    ],
    [
      'the shorter of two that say the same',
      'captured daraa',
      ['Daraa was captured', 'Daraa was captured after a long siege that had lasted for more than a year'],
    ],
    [
      'a word twice before a word once, a little',
      'ceasefire',
      ['A ceasefire follows a ceasefire', 'A ceasefire follows a battle'],
    ],
    [
      'all words once before one of them three times',
      'envoy washington',
      ['The envoy reached Washington on Monday', 'The envoy of the envoy met an envoy there'],
    ],
  ])('%s', (_, words, expected) => {
    // Each sentence is an article of its own, in the wrong order, so that nothing but itself speaks for it.
    const segment = segmentOf(...expected.toReversed().map((sentence) => ({ sentences: [sentence] })));
    expect(search([segment], words).slice(0, expected.length)).toEqual(expected);
  });
});

describe('what stands around a sentence', () => {
  test('of equal sentences the one in the article on the topic comes first', () => {
    const sentence = 'The talks ended on Friday';
    const found = searcherOf([
      segmentOf(
        { title: 'Weather', sentences: [sentence, 'It rained'] },
        { title: 'Ferry strike', sentences: [sentence, 'The ferry stayed away'] },
      ),
    ]).search(query('ferry talks'), 1);
    expect(found.map(({ article }) => article)).toEqual([1]);
  });

  test('the title counts for the article', () => {
    const found = searcherOf([
      segmentOf(
        { title: 'Weather', sentences: ['The talks ended'] },
        { title: 'Ferry', sentences: ['The talks ended'] },
      ),
    ]).search(query('ferry talks'), 1);
    expect(found.map(({ article }) => article)).toEqual([1]);
  });

  test('a sentence without a word of the question is found beside one that has it, and after it', () => {
    expect(
      search(
        [sentencesSegment('It was built in 1842', 'The bridge is old', 'Boats pass', 'Birds sing')],
        'bridge',
      ),
    ).toEqual(['The bridge is old', 'It was built in 1842', 'Boats pass']);
  });

  test('neighbours end at the article', () => {
    const segment = segmentOf({ sentences: ['The bridge is old'] }, { sentences: ['It rained'] });
    expect(search([segment], 'bridge')).toEqual(['The bridge is old']);
  });

  test('the better neighbour counts once', () => {
    const searcher = searcherOf([sentencesSegment('bridge storm', 'pier', 'bridge')]);
    const middle = searcher.search(query('bridge storm'), 3).find((hit) => sentenceOf(hit) === 'pier');
    if (middle === undefined) throw new Error('the middle sentence is to be found');
    const { score, own, previous, next, articleScore } = middle;
    expect(own).toBe(0);
    expect(previous).toBeGreaterThan(next);
    expect(score).toBeCloseTo(
      SEARCH_DEFAULTS.articleShare * articleScore + SEARCH_DEFAULTS.neighbourShare * previous,
      5,
    );
  });
});

describe('what a sentence stands under', () => {
  const unit = (text: string, ...under: string[]) => ({ text, under });
  const first = (words: string, ...drafts: Draft[]) =>
    searcherOf([segmentOf(...drafts)])
      .search(query(words), 1)
      .map(sentenceOf);

  test('a sentence is found when its words and its heading together hold the question', () => {
    const draft = {
      sentences: [
        unit('The limit is 5 MB', 'Sync', 'Standard plan'),
        unit('The limit is 200 MB', 'Sync', 'Plus plan'),
        unit('The limit is 4 GB', 'Publish', 'Plus site'),
      ],
    };
    expect(first('limit of the plus plan', draft)).toEqual(['The limit is 200 MB']);
    expect(first('limit publish', draft)).toEqual(['The limit is 4 GB']);
  });

  test('without a word of the question of its own as well', () => {
    const draft = { sentences: [unit('Born in 1911', 'Ada Quill'), unit('It rained', 'Weather')] };
    expect(first('quill', draft)).toEqual(['Born in 1911']);
  });

  test('by its folder, but not by one that only keeps order', () => {
    const found = (path: string) => first('harbour', { path, sentences: ['It opens at noon'] });
    expect(found('Old harbour/Opening.md')).toEqual(['It opens at noon']);
    expect(found('docs/Opening.md')).toEqual([]);
  });

  test('its masks tell own words from those it stands under', () => {
    const [hit] = searcherOf([
      segmentOf({ title: 'Bridge', sentences: [unit('storm', 'pier'), 'fog'] }),
    ]).search(query('bridge storm pier fog'), 1);
    expect(hit?.masks).toMatchObject({ own: 2, context: 1 | 4, next: 8 });
  });

  test('sentences under the same headings share one context', () => {
    const { contexts } = segmentOf(
      { sentences: [unit('a', 'pier'), unit('b', 'pier', 'fog'), unit('c', 'pier')] },
      { sentences: ['d', 'e'] },
    );
    expect([...contexts.of]).toEqual([0, 1, 0, 2, 2]);
    expect([...contexts.first]).toEqual([0, 2, 3]);
  });
});

describe('articles of unlike weight', () => {
  const segment = segmentOf({ sentences: ['The old bridge'] }, { sentences: ['The old and long bridge'] });
  const found = (weightOf: (id: string) => number) =>
    searcherOf([segment]).search(query('old bridge'), 2, ({ id }) => weightOf(id));

  test('the lighter one comes later than its words say', () => {
    expect(found(() => 1).map(({ article }) => article)).toEqual([0, 1]);
    expect(found((id) => (id === 'a0' ? 0.5 : 1)).map(({ article }) => article)).toEqual([1, 0]);
  });

  test('a weight is a factor of the score, and of nothing else', () => {
    const whole = found(() => 1)[0];
    const half = found(() => 0.5)[0];
    expect(half?.score).toBeCloseTo((whole?.score ?? 0) / 2);
    expect(half?.own).toBe(whole?.own);
  });

  test('property: what is passed over could not have come in', () => {
    const word = fc.constantFrom('bridge', 'pier', 'old', 'storm', 'ferry');
    const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    const drafts = fc.array(fc.record({ sentences: fc.array(sentence, { maxLength: 5 }) }), {
      maxLength: 90,
    });
    fc.assert(
      fc.property(drafts, fc.array(word, { minLength: 1, maxLength: 3 }), (articles, words) => {
        const searcher = searcherOf([segmentOf(...articles)]);
        const weightOf = ({ id }: { id: string }) => (id.charCodeAt(1) % 3) / 2;
        const all = searcher.search(query(words.join(' ')), 1000, weightOf).map(({ score }) => score);
        const few = searcher.search(query(words.join(' ')), 3, weightOf).map(({ score }) => score);
        expect(few).toEqual(all.slice(0, 3));
      }),
      { numRuns: 40 },
    );
  });
});

describe('names across spellings', () => {
  const segment = sentencesSegment(
    'Rami Al-Shaer told Syria TV',
    'The Dara’a province',
    'Bashar al-Assad won',
  );
  test.each([
    ['alshaer', 'Rami Al-Shaer told Syria TV'],
    ['Daraa', 'The Dara’a province'],
    ['Bashar alassad', 'Bashar al-Assad won'],
  ])('%s', (words, expected) => {
    expect(search([segment], words, 1)).toEqual([expected]);
  });
});

describe('nothing to find', () => {
  test.each([
    ['an unknown word', 'zeppelin', 10],
    ['no word', '', 10],
    ['no room', 'bridge', 0],
  ])('%s', (_, words, k) => {
    expect(search([sentencesSegment('The bridge is old')], words, k)).toEqual([]);
  });

  test('an empty corpus, with and without an empty segment', () => {
    expect(search([], 'bridge')).toEqual([]);
    expect(search([segmentOf()], 'bridge')).toEqual([]);
  });

  test('an article without a sentence is there and says nothing', () => {
    const searcher = searcherOf([segmentOf({ title: 'Bridge', sentences: [] }, { sentences: ['A bridge'] })]);
    expect(searcher.search(query('bridge'), 10).map(sentenceOf)).toEqual(['A bridge']);
    expect([searcher.articleCount, searcher.sentenceCount]).toEqual([2, 1]);
  });
});

const word = fc.constantFrom('bridge', 'storm', 'pier', 'mayor', 'ferry', 'fog');
const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
const drafts = fc.array(fc.record({ title: sentence, sentences: fc.array(sentence, { maxLength: 4 }) }), {
  minLength: 1,
  maxLength: 10,
});

describe('segments', () => {
  test('property: however the articles are shared out among segments, the results are the same', () => {
    fc.assert(
      fc.property(drafts, sentence, fc.array(fc.nat(9), { maxLength: 3 }), (corpus, words, cuts) => {
        const whole = [buildSegment(articlesOf(corpus), reader)];
        const bounds = [
          0,
          ...cuts.map((cut) => Math.min(cut, corpus.length)).sort((a, b) => a - b),
          corpus.length,
        ];
        const parts = bounds
          .slice(1)
          .map((end, i) => buildSegment(articlesOf(corpus.slice(bounds[i], end), bounds[i]), reader));
        const results = (segments: typeof whole) =>
          searcherOf(segments)
            .search(query(words), 7)
            .map((hit) => {
              const article = hit.segment.articles[hit.article]?.id;
              const place = hit.sentence - (hit.segment.firstSentence[hit.article] ?? 0);
              return { article, place, score: hit.score };
            });
        expect(results(parts)).toEqual(results(whole));
      }),
    );
  });

  test('property: the k best are the head of all', () => {
    fc.assert(
      fc.property(drafts, sentence, fc.nat(8), (corpus, words, k) => {
        const searcher = searcherOf([buildSegment(articlesOf(corpus), reader)]);
        expect(searcher.search(query(words), k)).toEqual(searcher.search(query(words), 1000).slice(0, k));
      }),
    );
  });

  test('property: a search leaves nothing behind for the next one', () => {
    fc.assert(
      fc.property(drafts, sentence, sentence, (corpus, words, others) => {
        const segment = buildSegment(articlesOf(corpus), reader);
        const used = searcherOf([segment]);
        used.search(query(others), 5);
        expect(used.search(query(words), 5)).toEqual(searcherOf([segment]).search(query(words), 5));
      }),
    );
  });
});

describe('masks: which words of the query stand where', () => {
  test('in the sentence, beside it and within three of it', () => {
    const segment = sentencesSegment('fog', 'pier', 'bridge storm', 'mayor', 'ferry', 'harbour', 'boats');
    const [first] = searcherOf([segment]).search(query('bridge storm pier mayor fog harbour boats'), 1);
    const [bridge, storm, pier, mayor, fog, harbour] = [1, 2, 4, 8, 16, 32];
    expect(first?.masks).toEqual({
      own: bridge | storm,
      context: 0,
      previous: pier,
      next: mayor,
      near: bridge | storm | pier | mayor | fog | harbour,
    });
  });

  test('spellings of one word may share a bit', () => {
    const terms = ['al', 'shaer', 'alshaer'].map((term) => ({ term, weight: 1, bit: term === 'al' ? 0 : 1 }));
    const [first] = searcherOf([sentencesSegment('Rami Al-Shaer spoke')]).search(terms, 1);
    expect(first?.masks.own).toBe(3);
  });

  test('property: are those that reading the sentences again would give', () => {
    fc.assert(
      fc.property(drafts, sentence, (corpus, words) => {
        const terms = query(words);
        const maskOf = (texts: readonly (string | undefined)[]) => {
          const there = new Set(texts.flatMap((text) => text?.split(' ') ?? []));
          return terms.reduce((mask, { term, bit }) => (there.has(term) ? mask | (1 << bit) : mask), 0);
        };
        const segment = buildSegment(articlesOf(corpus), reader);
        for (const hit of searcherOf([segment]).search(terms, 1000)) {
          const sentences = corpus[hit.article]?.sentences ?? [];
          const at = hit.sentence - (segment.firstSentence[hit.article] ?? 0);
          expect(hit.masks).toEqual({
            own: maskOf([sentences[at]]),
            context: maskOf([corpus[hit.article]?.title]),
            previous: maskOf([sentences[at - 1]]),
            next: maskOf([sentences[at + 1]]),
            near: maskOf(sentences.slice(Math.max(0, at - 3), at + 4)),
          });
        }
      }),
    );
  });
});
