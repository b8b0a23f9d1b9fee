import { KeptArticle } from '../../corpus/kept-article.ts';
import { decodeFacts, encodeFacts } from '../articles/facts-codec.ts';
import { type ByteSource, outside } from '../bytes/byte-source.ts';
import { asBytes, layOutSections, numbersOf, openSections } from '../bytes/sections.ts';
import type { Segment } from '../segment.ts';
import { readProfiles, storeProfiles } from '../terms/term-profiles.ts';
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
      ['sentences', asBytes(segment.bySentence.counts)],
      ['contexts', asBytes(segment.contexts.postings.counts)],
      ['wholes', asBytes(segment.byArticle.counts)],
      ['profiles', storeProfiles(segment.profiles)],
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
  const counts = (name: string) => numbersOf(sections.whole(name));
  const { size } = segment.vocabulary;
  const remaining = {
    removed: new Set(counts('removed')),
    sentences: counts('sentences'),
    contexts: counts('contexts'),
    wholes: counts('wholes'),
    profiles: readProfiles(sections.whole('profiles'), size),
  };
  const articles =
    facts.length === 0
      ? segment.articles
      : segment.articles.map((article, number) => {
          const known = facts[number];
          if (known === undefined || !(article instanceof KeptArticle)) throw outside();
          return article.withFacts(known);
        });
  if ([remaining.sentences, remaining.contexts, remaining.wholes].some(({ length }) => length !== size))
    throw outside();
  return { ...leave(segment, remaining), articles };
}
