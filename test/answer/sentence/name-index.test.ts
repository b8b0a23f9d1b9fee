import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNameIndex, sentencesForNames } from '../../../src/answer/sentence/name-index.ts';
import { finish } from '../../../src/scheduling/steps.ts';
import { buildSegment } from '../../../src/search/build-segment.ts';
import { bytesInMemory } from '../../../src/search/bytes/byte-source.ts';
import { foldName } from '../../../src/search/names/fold-name.ts';
import { mergeSegments } from '../../../src/search/segment/merge-segments.ts';
import { openSegment } from '../../../src/search/segment/open-segment.ts';
import { withoutArticles } from '../../../src/search/segment/remove-articles.ts';
import type { Segment } from '../../../src/search/segment.ts';
import { closeNames } from '../../../src/timeline/events/close-names.ts';
import { growthOf } from '../../growth.ts';
import { articlesOf, reader } from '../../search/segments.ts';

/** An article by the names in its sentences. */
type Named = readonly (readonly string[])[];

function segmentOf(articles: readonly Named[]): Segment {
  const drafts = articlesOf(articles.map((sentences) => ({ sentences: sentences.map(() => 'so') })));
  return buildSegment(
    drafts.map((split, at) => ({
      ...split,
      names: (articles[at] ?? []).flatMap((names, sentence) => names.map((name) => ({ sentence, name }))),
    })),
    reader,
  );
}

/** Names of which the first stands most often. */
const inOrder = (...names: readonly string[]): Segment =>
  segmentOf([names.map((_, at) => names.slice(0, names.length - at))]);

const without = (segment: Segment, gone: readonly number[]): Segment =>
  withoutArticles(segment, new Set(gone), segmentOf([]));

const told = (segments: readonly Segment[], typed = '', limit = 9): string[] =>
  createNameIndex(segments)
    .complete(typed, limit)
    .map(({ name, count }) => `${name} ${count}`);

describe('complete', () => {
  const index = createNameIndex([
    inOrder('Osterby', 'Ada Quill', 'Rami Al-Shaer', 'Adam Quince', 'Éva Quill'),
  ]);
  test.each([
    ['', ['Osterby', 'Ada Quill', 'Rami Al-Shaer']],
    ['qui', ['Ada Quill', 'Adam Quince', 'Éva Quill']],
    ['ada', ['Ada Quill', 'Adam Quince']],
    ['ada q', ['Ada Quill']],
    ['al sh', ['Rami Al-Shaer']],
    ['EVA', ['Éva Quill']],
    ['uill', []],
    ['z', []],
    ['a'.repeat(6000), []],
  ])('%.20j', (typed, found) => {
    for (const _ of ['asked', 'asked again'])
      expect(index.complete(typed, 3).map(({ name }) => name)).toEqual(found);
  });
});

describe('names of several segments', () => {
  const [one, other] = [segmentOf([[['Éva'], ['EVA', 'Ben']]]), segmentOf([[['EVA']], [['Ben'], ['Eva']]])];
  test.each<[string, readonly Segment[], readonly string[]]>([
    ['are counted together, and spelt as they are most often', [one, other], ['EVA 4', 'Ben 2']],
    ['are spelt as they come first when spellings are as frequent', [one], ['Éva 2', 'Ben 1']],
    ['do not count in articles that went', [one, without(other, [1])], ['EVA 3', 'Ben 1']],
    ['are none when they stand in no article that is left', [without(other, [1])], ['EVA 1']],
    ['stand by their letters when they are as frequent', [other], ['EVA 2', 'Ben 1']],
  ])('%s', (_, segments, names) => {
    expect(told(segments)).toEqual(names);
  });

  test('are those of the first sentences of each article, the more of them the fewer articles there are', () => {
    expect([0, 1, 300, 7000, 10_000, 150_000].map(sentencesForNames)).toEqual([20_000, 20_000, 66, 2, 2, 2]);
    const many = Array.from({ length: 9000 }, (): Named => [['Ada'], [], ['Ben']]);
    expect(told([segmentOf(many)])).toEqual(['Ada 9000']);
    const few = Array.from({ length: 9000 }, (_, at) => at).slice(100);
    expect(told([without(segmentOf(many), few)])).toEqual(['Ada 100', 'Ben 100']);
  });

  test('property: are what counting them one by one makes, whatever was merged and removed', () => {
    const spelling = fc.constantFrom(
      'Ada Quill',
      'ADA QUILL',
      'Adá Quill',
      'Quill',
      'Ben',
      'Bén Ada',
      'A-B',
      'A B',
    );
    const articles = fc.array(fc.array(fc.array(spelling, { maxLength: 3 }), { maxLength: 3 }), {
      maxLength: 7,
    });
    fc.assert(
      fc.property(
        articles,
        fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
        fc.nat(7),
        fc.boolean(),
        fc.constantFrom('', 'a', 'ada', 'q', 'b', 'ad q', 'a b'),
        fc.constantFrom(1, 2, 99),
        (corpus, gone, cut, isMerged, typed, limit) => {
          const halves = [corpus.slice(0, cut), corpus.slice(cut)];
          const parts = halves.map((half, at) => {
            const missing = half.flatMap((_, i) => (gone[i + (at === 0 ? 0 : cut)] ? [i] : []));
            return without(segmentOf(half), missing);
          });
          const segments = isMerged
            ? [openSegment(bytesInMemory(Buffer.concat(finish(mergeSegments(parts)))))]
            : parts;
          const left = corpus.filter((_, i) => !gone[i]);
          expect(told(segments, typed, limit)).toEqual(oneByOne(left.flat(2), typed, limit));
        },
      ),
    );
  });
});

/** What `complete` should tell, by its definition. */
function oneByOne(mentions: readonly string[], typed: string, limit: number): string[] {
  return [...Map.groupBy(mentions, foldName)]
    .filter(([key]) => ` ${key}`.includes(` ${foldName(typed)}`))
    .map(([, spellings]) => {
      const groups = [...Map.groupBy(spellings, (spelling) => spelling)];
      const [usual = ''] = groups.sort((a, b) => b[1].length - a[1].length)[0] ?? [];
      return { usual, count: spellings.length };
    })
    .sort((a, b) => b.count - a.count || (a.usual < b.usual ? -1 : 1))
    .slice(0, limit)
    .map(({ usual, count }) => `${usual} ${count}`);
}

test('names close to a topic take no longer for a longer one', async () => {
  const names = createNameIndex([
    segmentOf([[Array.from({ length: 3000 }, (_, i) => `Zed${i.toString(36)} Quill`)]]),
  ]);
  const source = { names: names.complete };
  for (const unit of ['zx', 'zx '])
    expect(
      await growthOf(
        (size) => unit.repeat(size),
        (topic) => closeNames(source, topic, 5),
        { size: 100 },
      ),
    ).toBeLessThan(0.7);
});
