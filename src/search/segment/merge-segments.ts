import { NotesWriter } from '../articles/notes.ts';
import { ArticlesWriter } from '../articles/stored-articles.ts';
import { titleSections } from '../articles/titles.ts';
import { asBytes, layOutSections, type SectionBytes } from '../bytes/sections.ts';
import { NamesWriter } from '../names/names-writer.ts';
import type { Postings } from '../postings/postings.ts';
import { PostingsWriter, postingsSections } from '../postings/postings-writer.ts';
import { liveArticles, type Segment } from '../segment.ts';
import { spellingSections } from '../terms/spellings.ts';
import { profileSections, type TermProfiles } from '../terms/stored-profiles.ts';
import { mapColumns, type ProfileCounts } from '../terms/term-profiles.ts';
import { vocabularySections } from '../terms/vocabulary.ts';
import { type MergedVocabulary, mergeVocabularies } from './merge-vocabularies.ts';

/** Lists that are merged between two pauses: well under a millisecond's work. */
const STEP = 64;

/**
 * Makes one file of what counts of some segments, without reading their articles again: what `SegmentBuilder` would make
 * of them, one segment after the other. (But a term's spelling may be one from an article that went.)
 * @returns a generator, to stop in between; in the end the parts of the file, for `openSegment`
 */
export function* mergeSegments(segments: readonly Segment[]): Generator<undefined, Uint8Array[]> {
  const articles = new ArticlesWriter();
  const notes = new NotesWriter();
  const names = new NamesWriter();
  const live = segments.map((segment) => Array.from(liveArticles(segment), ([number]) => number));
  const titles: number[] = [];
  for (const segment of segments) {
    const hashes = segment.file.titles.hashes(segment.articles.length);
    for (const [a, article] of liveArticles(segment)) {
      articles.add(article, segment.file.bodyOf(a));
      notes.add(segment.file.notesOf(a));
      names.add(segment.file.names.of(a));
      titles.push(hashes[a] ?? 0);
      yield;
    }
  }
  const vocabulary = yield* mergeVocabularies(segments);
  const sentences = numberAnew(segments.map(({ firstSentence }, s) => [firstSentence, live[s] ?? []]));
  const contexts = numberAnew(segments.map((segment, s) => [segment.contexts.first, live[s] ?? []]));
  const wholes = numberAnew(segments.map((segment, s) => [oneEach(segment), live[s] ?? []]));
  const merged = (of: (segment: Segment) => Postings, by: Renumbering) =>
    mergePostings(segments.map(of), by, vocabulary);
  const profiles = mergeProfiles(
    segments.map(({ profiles }) => profiles),
    vocabulary,
  );
  yield;
  return layOutSections(
    new Map<string, SectionBytes>([
      ...articles.sections(),
      ...notes.sections(),
      ...names.sections(),
      ...titleSections(titles),
      ['sentences.first', asBytes(sentences.first)],
      ...vocabularySections(vocabulary.terms, vocabulary.surfaces),
      ...spellingSections(vocabulary.surfaces),
      ...profileSections(profiles),
      ['contexts.of', asBytes(contextsOfSentences(segments, sentences, contexts))],
      ['contexts.first', asBytes(contexts.first)],
      ...postingsSections('contexts', yield* merged((segment) => segment.contexts.postings, contexts)),
      ...postingsSections('sentences', yield* merged((segment) => segment.bySentence, sentences)),
      ...postingsSections('wholes', yield* merged((segment) => segment.byArticle, wholes)),
    ]),
  );
}

/** What documents become when only those of some articles are left, one segment after the other. */
interface Renumbering {
  /** By segment and document: its number now; that of a document that is gone means nothing. */
  readonly numbers: readonly Uint32Array[];
  /** By segment and document: whether it is still there. */
  readonly isLeft: readonly Uint8Array[];
  /** By article, as they are numbered now: its first document; then how many there are. */
  readonly first: Uint32Array;
}

/** @param segments by article its first document, and the articles that are left */
function numberAnew(
  segments: readonly (readonly [first: Uint32Array, live: readonly number[]])[],
): Renumbering {
  const starts = [0];
  const numbers: Uint32Array[] = [];
  const isLeft: Uint8Array[] = [];
  let next = 0;
  for (const [first, live] of segments) {
    const size = first.at(-1) ?? 0;
    const [now, left] = [new Uint32Array(size), new Uint8Array(size)];
    for (const article of live) {
      for (let doc = first[article] ?? 0; doc < (first[article + 1] ?? 0); doc++) {
        now[doc] = next++;
        left[doc] = 1;
      }
      starts.push(next);
    }
    numbers.push(now);
    isLeft.push(left);
  }
  return { numbers, isLeft, first: Uint32Array.from(starts) };
}

function oneEach({ articles }: Segment): Uint32Array {
  return Uint32Array.from({ length: articles.length + 1 }, (_, number) => number);
}

function contextsOfSentences(
  segments: readonly Segment[],
  sentences: Renumbering,
  contexts: Renumbering,
): Uint32Array {
  const of = new Uint32Array(sentences.first.at(-1) ?? 0);
  for (const [s, segment] of segments.entries())
    for (const [sentence, context] of segment.contexts.of.entries())
      if (sentences.isLeft[s]?.[sentence] === 1)
        of[sentences.numbers[s]?.[sentence] ?? 0] = contexts.numbers[s]?.[context] ?? 0;
  return of;
}

function* mergePostings(
  indexes: readonly Postings[],
  { numbers, isLeft, first }: Renumbering,
  { terms, numbers: termNumbers }: MergedVocabulary,
): Generator<undefined, ReturnType<PostingsWriter['finish']>> {
  const lengths = new Uint16Array(first.at(-1) ?? 0);
  for (const [s, index] of indexes.entries())
    for (const [doc, length] of index.lengths.entries())
      if (isLeft[s]?.[doc] === 1) lengths[numbers[s]?.[doc] ?? 0] = length;
  const loaded = indexes.map((index) => index.inMemory());
  const writer = new PostingsWriter(terms.length);
  for (let term = 0; term < terms.length; term++) {
    for (let s = 0; s < loaded.length; s++) {
      const number = termNumbers[s]?.[term] ?? 0;
      if (number === 0 || loaded[s]?.count(number - 1) === 0) continue;
      const list = loaded[s]?.list(number - 1) ?? NONE;
      const now = numbers[s] ?? NONE.docs;
      // The list is nobody else's.
      for (let i = 0; i < list.docs.length; i++) list.docs[i] = now[list.docs[i] ?? 0] ?? 0;
      writer.add(list, 0, list.docs.length);
    }
    writer.endTerm();
    if (term % STEP === 0) yield;
  }
  return writer.finish(lengths);
}

const NONE = { docs: new Uint32Array(), tfs: new Uint8Array() } as const;

function mergeProfiles(
  profiles: readonly TermProfiles[],
  { terms, numbers }: MergedVocabulary,
): ProfileCounts<Uint32Array> {
  return mapColumns((column) => {
    const counts = new Uint32Array(terms.length);
    for (const [s, profile] of profiles.entries())
      for (const [term, number] of (numbers[s] ?? []).entries())
        if (number > 0) counts[term] = (counts[term] ?? 0) + profile.count(column, number - 1);
    return counts;
  });
}
