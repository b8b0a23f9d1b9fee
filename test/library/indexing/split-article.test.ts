import { expect, test } from 'vitest';
import type { Article } from '../../../src/corpus/article.ts';
import { factsOf, KeptArticle } from '../../../src/corpus/kept-article.ts';
import { MemoryBody } from '../../../src/library/indexing/memory-body.ts';
import { splitArticle } from '../../../src/library/indexing/split-article.ts';
import { finish } from '../../../src/scheduling/steps.ts';
import { sentenceEnds, tools } from '../../language.ts';

const SPLITTING = { reader: tools.reader, ends: sentenceEnds, namedSentences: 5 };

test('an article whose words are kept elsewhere is split like any other, and read a few times, however long it is', () => {
  const text = Array.from({ length: 50 }, (_, i) => `Ferry ${i} of Osterby sank on 3 May 1994.`).join('\n\n');
  const article: Article = {
    ...{ id: 'a', path: 'a.md', line: 1, title: 'Ferries', authors: [], tags: [], hash: '1' },
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length, context: [] }],
  };
  let loads = 0;
  class CountedBody extends MemoryBody {
    override load() {
      loads++;
      return super.load();
    }
  }
  const kept = new KeptArticle(factsOf(article), new CountedBody(article));
  const split = finish(splitArticle(kept, SPLITTING));
  expect(split).toEqual(finish(splitArticle(article, SPLITTING)));
  expect(split.sentences).toHaveLength(50);
  expect(loads).toBeLessThan(5);
});
