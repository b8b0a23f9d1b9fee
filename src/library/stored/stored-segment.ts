import { deserialize, serialize } from 'node:v8';
import { z } from 'zod';
import type { Article, CalendarDate } from '../../corpus/article.ts';
import { parseCalendarDate } from '../../corpus/metadata/parse-day.ts';
import { decodeBlocks, encodeBlocks } from '../../corpus/structure/block-codec.ts';
import type { Segment } from '../../search/segment.ts';
import { mapColumns } from '../../search/term-profiles.ts';

const u32 = z.instanceof(Uint32Array);
const u16 = z.instanceof(Uint16Array);
const Postings = z.object({
  offsets: u32,
  docs: u32,
  tfs: z.instanceof(Uint8Array),
  lengths: u16,
  totalLength: z.number(),
});
const StoredIndex = z.object({
  firstSentence: u32,
  starts: u32,
  ends: u32,
  paragraphs: u32,
  blocks: u32,
  terms: z.string(),
  surfaces: z.string(),
  bySentence: Postings,
  contexts: z.object({ of: u32, first: u32, postings: Postings }),
  byArticle: Postings,
  profiles: z.object(mapColumns(() => u16)),
});
const Strings = z.array(z.string());

const isDay = (value: unknown): value is CalendarDate =>
  typeof value === 'string' && value.length === 10 && parseCalendarDate(value).ok;

export const StoredArticle = z
  .object({
    id: z.string(),
    path: z.string(),
    line: z.number(),
    title: z.string(),
    publisher: z.string().exactOptional(),
    authors: Strings,
    url: z.string().exactOptional(),
    published: z.custom<CalendarDate>(isDay).exactOptional(),
    licence: z.string().exactOptional(),
    language: z.string().exactOptional(),
    tags: Strings,
    aliases: z.array(Strings).exactOptional(),
    text: z.string(),
    blocks: z.array(z.number()).exactOptional(),
    places: z.array(z.object({ at: z.number(), name: z.string() })).exactOptional(),
    hash: z.string(),
  })
  .transform(
    ({ blocks, ...article }): Article =>
      blocks === undefined ? article : { ...article, blocks: decodeBlocks(blocks, article.text.length) },
  );

/** An article as `StoredArticle` reads it: its blocks as a row of numbers. */
export function storeArticle({ blocks, ...article }: Article): z.input<typeof StoredArticle> {
  const { authors, tags, aliases, places, ...rest } = article;
  const lists = { authors: [...authors], tags: [...tags] };
  const named = aliases === undefined ? {} : { aliases: aliases.map((group) => [...group]) };
  const placed = places === undefined ? {} : { places: [...places] };
  return {
    ...rest,
    ...lists,
    ...named,
    ...placed,
    ...(blocks === undefined ? {} : { blocks: encodeBlocks(blocks) }),
  };
}

/** A segment as bytes: its articles as JSON, its index as typed arrays. */
export interface StoredSegment {
  readonly articles: Uint8Array;
  readonly index: Uint8Array;
}

/** @returns bytes that only this version of the program, on this kind of machine, can read */
export function storeSegment(segment: Segment): StoredSegment {
  const { articles, vocabulary, surfaces, ...arrays } = segment;
  const terms = JSON.stringify([...vocabulary.keys()]);
  const index = serialize({ ...arrays, terms, surfaces: JSON.stringify(surfaces) });
  return { articles: Buffer.from(JSON.stringify(articles.map(storeArticle))), index };
}

/** @throws when the bytes are not what `storeSegment` made */
export function restoreSegment(stored: StoredSegment): Segment {
  const { terms, surfaces, ...arrays } = StoredIndex.parse(deserialize(stored.index));
  const articles = z
    .array(StoredArticle)
    .parse(
      JSON.parse(
        Buffer.from(stored.articles.buffer, stored.articles.byteOffset, stored.articles.length).toString(),
      ),
    );
  const names = Strings.parse(JSON.parse(terms));
  const segment = {
    ...arrays,
    articles,
    vocabulary: new Map(names.map((term, id) => [term, id])),
    surfaces: Strings.parse(JSON.parse(surfaces)),
  };
  const sound =
    segment.firstSentence.length === articles.length + 1 &&
    segment.firstSentence.at(-1) === segment.starts.length &&
    segment.contexts.of.length === segment.starts.length &&
    segment.contexts.first.length === articles.length + 1 &&
    segment.contexts.first.at(-1) === segment.contexts.postings.lengths.length &&
    segment.surfaces.length === names.length &&
    segment.bySentence.offsets.length === names.length + 1;
  if (!sound) throw new RangeError('The stored segment does not fit together');
  return segment;
}
