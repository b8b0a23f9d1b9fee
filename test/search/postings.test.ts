import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Postings, PostingsBuilder } from '../../src/search/postings.ts';

const postingsOf = (documents: readonly (readonly number[])[], termCount: number): Postings => {
  const builder = new PostingsBuilder();
  for (const terms of documents) builder.add(terms, terms.length);
  return builder.build(termCount);
};

const listOf = ({ offsets, docs, tfs }: Postings, term: number): [doc: number, tf: number][] => {
  const list: [number, number][] = [];
  for (let i = offsets[term] ?? 0; i < (offsets[term + 1] ?? 0); i++)
    list.push([docs[i] ?? -1, tfs[i] ?? -1]);
  return list;
};

describe('PostingsBuilder', () => {
  test('lists the documents of each term with how often it stands there', () => {
    const postings = postingsOf([[0, 1, 0], [1], []], 3);
    expect(listOf(postings, 0)).toEqual([[0, 2]]);
    expect(listOf(postings, 1)).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect(listOf(postings, 2)).toEqual([]);
    expect([...postings.lengths]).toEqual([3, 1, 0]);
    expect(postings.totalLength).toBe(4);
  });

  test('counts up to what its columns hold', () => {
    const builder = new PostingsBuilder();
    builder.add(
      Array.from({ length: 300 }, () => 0),
      70_000,
    );
    const postings = builder.build(1);
    expect(listOf(postings, 0)).toEqual([[0, 255]]);
    expect([...postings.lengths]).toEqual([65_535]);
  });

  test('grows past its first room', () => {
    const builder = new PostingsBuilder();
    const terms = Array.from({ length: 1000 }, (_, i) => i);
    for (let doc = 0; doc < 100; doc++) builder.add(terms, 1000);
    const postings = builder.build(1000);
    expect(postings.docs.length).toBe(100_000);
    expect(listOf(postings, 999).map(([doc]) => doc)).toEqual(Array.from({ length: 100 }, (_, i) => i));
  });

  test('property: holds what was added, by rising document', () => {
    const documents = fc.array(fc.array(fc.nat(5), { maxLength: 12 }), { maxLength: 12 });
    fc.assert(
      fc.property(documents, (added) => {
        const postings = postingsOf(added, 6);
        for (let term = 0; term < 6; term++) {
          const expected = added.flatMap((terms, doc): [number, number][] => {
            const tf = terms.filter((other) => other === term).length;
            return tf === 0 ? [] : [[doc, tf]];
          });
          expect(listOf(postings, term)).toEqual(expected);
        }
      }),
    );
  });
});
