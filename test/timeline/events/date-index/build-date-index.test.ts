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

test('property: taken over from an earlier state of the corpus, the dates are those that reading all gives', () => {
  const which = fc.array(fc.boolean(), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(articles, which, which, (all, before, after) => {
      const read = new Set<Article>();
      const sentencesOf: SentencesOf = (one) => {
        read.add(one);
        return sentenceSpans(one.text, sentenceEnds);
      };
      const earlier = all.filter((_, i) => before[i]).toReversed();
      const now = all.filter((_, i) => after[i]);
      const index = buildDateIndex(earlier, sentencesOf);
      read.clear();
      const updated = finish(indexDates(now, sentencesOf, index));
      expect(read).toEqual(new Set(now.filter((one) => !earlier.includes(one))));
      expect(updated).toEqual(buildDateIndex(now, sentencesOf));
    }),
    { numRuns: 60 },
  );
});
