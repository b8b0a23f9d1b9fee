import { KeptArticle } from '../../corpus/kept-article.ts';
import { decodeFacts, encodeFacts } from '../articles/facts-codec.ts';
import { type ByteSource, outside } from '../bytes/byte-source.ts';
import { asBytes, layOutSections, numbersOf, openSections } from '../bytes/sections.ts';
import type { Segment } from '../segment.ts';
import { readLostCounts, storeLostCounts } from './lost-counts.ts';
import { leave } from './remove-articles.ts';

/**
 * What has changed of a segment since its file was written: which articles count, and the facts of all when those of some
 * are others.
 */
export function storeChanges(segment: Segment): Uint8Array[] {
  return layOutSections(
    new Map([
      ['removed', asBytes(Uint32Array.from(segment.removed))],
      ['facts', encodeFacts(segment.articles === segment.file.articles ? [] : segment.articles)],
      ['terms', asBytes(Uint32Array.of(segment.vocabulary.size))],
      ['lost', storeLostCounts(segment.lost)],
    ]),
  );
}

/**
 * Makes the changes that `storeChanges` stored.
 * @param segment as its file has it
 * @throws {RangeError} when they are damaged, or those of another segment
 */
export function applyChanges(segment: Segment, changes: ByteSource): Segment {
  const sections = openSections(changes);
  const facts = decodeFacts(sections.whole('facts'));
  const { size } = segment.vocabulary;
  if (numbersOf(sections.whole('terms'))[0] !== size) throw outside();
  const removed = new Set(numbersOf(sections.whole('removed')));
  const lost = readLostCounts(sections.whole('lost'), size);
  const articles =
    facts.length === 0
      ? segment.articles
      : segment.articles.map((article, number) => {
          const known = facts[number];
          if (known === undefined || !(article instanceof KeptArticle)) throw outside();
          return article.withFacts(known);
        });
  return { ...leave(segment, { removed, lost }), articles };
}
