import { expect, test } from 'vitest';
import type { Article, Block } from '../../../src/corpus/article.ts';
import { KeptArticle } from '../../../src/corpus/kept-article.ts';
import { BodyCache, StoredBody } from '../../../src/search/articles/body-cache.ts';
import { encodeBody } from '../../../src/search/articles/body-codec.ts';
import { blockOf, sliceOf } from '../../../src/search/articles/parts.ts';
import { bytesInMemory } from '../../../src/search/bytes/byte-source.ts';

const text = 'Ferries\n\nThe ferry to Osterby was late.';
const heading: Block = { kind: 'heading', start: 0, end: 7, context: [], level: 2 };
const under = { role: 'heading', span: [0, 7] } as const;
const blocks: readonly Block[] = [heading, { kind: 'paragraph', start: 9, end: 39, context: [under] }];
const facts = { id: 'ferry', path: 'ferry.md', line: 1, title: 'Ferry', authors: [], tags: [], hash: '' };
const body = encodeBody({ text, blocks }, []);
const stored = new StoredBody(bytesInMemory(body), 0, body.length, new BodyCache());

test.each<[string, Article]>([
  ['in memory', { ...facts, text, blocks }],
  ['kept in a file', new KeptArticle(facts, stored)],
])('parts of an article %s are those of the whole', (_, article) => {
  expect([0, 1, 2, -1, undefined].map((number) => blockOf(article, number))).toEqual([
    ...blocks,
    undefined,
    undefined,
    undefined,
  ]);
  expect(sliceOf(article, ...under.span)).toBe('Ferries');
  expect(sliceOf(article, 9, 18)).toBe(text.slice(9, 18));
});
