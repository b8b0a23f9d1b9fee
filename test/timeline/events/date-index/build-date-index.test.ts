import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '../../../../src/corpus/article.ts';
import { sentenceSpans } from '../../../../src/corpus/sentences.ts';
import { finish } from '../../../../src/scheduling/steps.ts';
import {
  buildDateIndex,
  indexDates,
  type SentencesOf,
} from '../../../../src/timeline/events/date-index/build-date-index.ts';
import { openDates, storeDates } from '../../../../src/timeline/events/date-index/stored-dates.ts';
import { sentenceEnds } from '../../../language.ts';

const sentence = fc.constantFrom(
  'The old bridge fell on 4 May 2021.',
  'It was built in 1842 and closed in June 2019.',
  'On Monday the mayor left the town.',
  'Nothing else is known of it.',
  'From 2011 to 2013 the pier was shut, and again on 4 May 2021.',
);
const article = fc.record({
  sentences: fc.array(sentence, { maxLength: 4 }),
  published: fc.constantFrom('2021-05-05', '2022-01-31', undefined),
  publisher: fc.constantFrom('The Post', 'The Day', undefined),
});
const articles = fc.array(article, { maxLength: 6 }).map((all) =>
  all.map(({ sentences, published, publisher }, i): Article => {
    const facts = { ...(published && { published }), ...(publisher && { publisher }) };
    const [id, text] = [`a${i}`, sentences.join(' ')];
    return { id, path: `${id}.txt`, line: 1, title: id, authors: [], tags: [], text, hash: id, ...facts };
  }),
);

const sentencesOf: SentencesOf = ({ text }) => sentenceSpans(text, sentenceEnds);
const stored = (one: Article, number = 0) => finish(storeDates(one, sentencesOf(one, number)));

test('property: from what was stored with the articles, the dates are those that reading them gives', () => {
  const which = fc.array(fc.constantFrom('stored', 'damaged', 'under other facts', 'missing'), {
    minLength: 6,
    maxLength: 6,
  });
  fc.assert(
    fc.property(articles, which, (all, kinds) => {
      const kindOf = (one: Article) => kinds[all.indexOf(one)];
      const read = new Set<Article>();
      const index = finish(
        indexDates(
          all,
          (one, number) => {
            read.add(one);
            return sentencesOf(one, number);
          },
          (one) => {
            if (kindOf(one) === 'missing') return undefined;
            if (kindOf(one) === 'under other facts') return stored({ ...one, published: '1999-12-31' });
            const bytes = stored(one);
            return kindOf(one) === 'damaged' ? bytes.with(bytes.length - 1, 255) : bytes;
          },
        ),
      );
      expect(read).toEqual(new Set(all.filter((one) => kindOf(one) !== 'stored')));
      expect(index).toEqual(buildDateIndex(all, sentencesOf));
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['nothing', new Uint8Array()],
  ['less than a checksum', Uint8Array.of(1, 2)],
  ['no more than one', Uint8Array.of(0, 0, 0, 0)],
])('%s opens as no dates', (_, bytes) => {
  const facts = { id: 'a', path: 'a', line: 1, title: 'a', authors: [], tags: [] };
  expect(openDates({ ...facts, text: '', hash: '' }, bytes)).toBeUndefined();
});
