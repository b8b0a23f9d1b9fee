import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesInMemory } from '../../../src/search/bytes/byte-source.ts';
import { layOutSections, openSections } from '../../../src/search/bytes/sections.ts';
import { openPostings, type Postings, withoutDocuments } from '../../../src/search/postings/postings.ts';
import { PostingsBuilder } from '../../../src/search/postings/postings-builder.ts';

/** Stored and opened again; the terms keep their numbers. */
function stored(builder: PostingsBuilder, termCount: number): Postings {
  const sections = Object.entries(builder.build(Uint32Array.from({ length: termCount }, (_, id) => id)));
  const file = layOutSections(new Map(sections.map(([name, bytes]) => [`x.${name}`, bytes])));
  return openPostings(openSections(bytesInMemory(Buffer.concat(file))), 'x');
}

const postingsOf = (documents: readonly (readonly number[])[], termCount: number): Postings => {
  const builder = new PostingsBuilder();
  for (const terms of documents) builder.add(terms, terms.length);
  return stored(builder, termCount);
};

const listOf = (postings: Postings, term: number): [doc: number, tf: number][] => {
  const { docs, tfs } = postings.list(term);
  return Array.from(docs, (doc, i) => [doc, tfs[i] ?? -1]);
};

describe('postings', () => {
  test('list the documents of each term with how often it stands there', () => {
    const postings = postingsOf([[0, 1, 0], [1], []], 3);
    expect(listOf(postings, 0)).toEqual([[0, 2]]);
    expect(listOf(postings, 1)).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect(listOf(postings, 2)).toEqual([]);
    expect([0, 1, 2].map((term) => postings.count(term))).toEqual([1, 2, 0]);
    expect([...postings.lengths]).toEqual([3, 1, 0]);
    expect([postings.documents, postings.totalLength]).toEqual([3, 4]);
  });

  test('count up to what their columns hold', () => {
    const builder = new PostingsBuilder();
    builder.add(
      Array.from({ length: 300 }, () => 0),
      70_000,
    );
    const postings = stored(builder, 1);
    expect(listOf(postings, 0)).toEqual([[0, 255]]);
    expect([...postings.lengths]).toEqual([65_535]);
  });

  test('hold documents that are far apart', () => {
    const builder = new PostingsBuilder();
    const places = [3, 130, 20_000, 70_000];
    for (let doc = 0; doc <= 70_000; doc++) builder.add(places.includes(doc) ? [0, 0] : [], 1);
    expect(listOf(stored(builder, 1), 0)).toEqual(places.map((doc) => [doc, 2]));
  });

  test('grow past their first room', () => {
    const builder = new PostingsBuilder();
    const terms = Array.from({ length: 1000 }, (_, i) => i);
    for (let doc = 0; doc < 100; doc++) builder.add(terms, 1000);
    expect(listOf(stored(builder, 1000), 999)).toEqual(Array.from({ length: 100 }, (_, doc) => [doc, 1]));
  });

  test('a document may come in parts', () => {
    const builder = new PostingsBuilder();
    builder.add([1], 1);
    builder.addPart([0, 1]);
    builder.addPart([]);
    builder.addPart([1]);
    builder.endDocument(3);
    builder.add([1, 1], 2);
    const postings = stored(builder, 2);
    expect([0, 1].map((term) => listOf(postings, term))).toEqual([
      [[1, 1]],
      [
        [0, 1],
        [1, 2],
        [2, 2],
      ],
    ]);
    expect([...postings.lengths]).toEqual([1, 3, 2]);
  });

  const documents = fc.array(fc.array(fc.nat(5), { maxLength: 12 }), { maxLength: 12 });
  const expectedList = (added: readonly (readonly number[])[], term: number) =>
    added.flatMap((terms, doc): [number, number][] => {
      const tf = terms.filter((other) => other === term).length;
      return tf === 0 ? [] : [[doc, tf]];
    });

  test('property: hold what was added, by rising document', () => {
    fc.assert(
      fc.property(documents, (added) => {
        const postings = postingsOf(added, 6);
        for (let term = 0; term < 6; term++)
          expect(listOf(postings, term)).toEqual(expectedList(added, term));
      }),
    );
  });

  test('property: documents that are gone are in no list', () => {
    fc.assert(
      fc.property(documents, fc.uint8Array({ minLength: 12, maxLength: 12, max: 1 }), (added, isGone) => {
        const gone = added.flatMap((_, doc) => (isGone[doc] === 1 ? [doc] : []));
        const lost = (term: number) => gone.filter((doc) => added[doc]?.includes(term)).length;
        const postings = withoutDocuments(postingsOf(added, 6), gone, lost);
        for (let term = 0; term < 6; term++) {
          const left = expectedList(added, term).filter(([doc]) => isGone[doc] === 0);
          expect([listOf(postings, term), postings.count(term)]).toEqual([left, left.length]);
        }
      }),
    );
  });
});
