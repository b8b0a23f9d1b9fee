import { z } from 'zod';
import type { Article, Problem } from '../../corpus/article.ts';
import type { FileReading } from '../../corpus/reading/file-reading.ts';
import type { Segment } from '../../search/segment.ts';
import { restoreSegment, StoredArticle, storeArticle, storeSegment } from './stored-segment.ts';

/** What is kept of a loaded corpus so that the next start need not read and index it all again. */
export interface CorpusState {
  readonly readings: ReadonlyMap<string, FileReading>;
  readonly dropLines: readonly string[];
  readonly segments: readonly Segment[];
}

/** An article that stands in a segment, by the numbers of both; any other is written out. */
const Reference = z.tuple([z.number(), z.number()]);
const StoredProblem = z
  .object({
    severity: z.enum(['error', 'warning']),
    path: z.string(),
    line: z.number().exactOptional(),
    message: z.string(),
    fix: z.string(),
  })
  .transform((problem): Problem => problem);
const Manifest = z.object({
  segments: z.array(z.string()),
  dropLines: z.array(z.string()),
  readings: z.array(
    z.object({
      path: z.string(),
      size: z.number(),
      modified: z.number(),
      hash: z.string().exactOptional(),
      readAt: z.number(),
      entries: z.array(
        z.union([
          z.object({ problem: StoredProblem }),
          z.object({ article: z.union([Reference, StoredArticle]), problems: z.array(StoredProblem) }),
        ]),
      ),
    }),
  ),
});

const MANIFEST = 'manifest';

/**
 * The blocks of a corpus. Segments never change, so one that was stored before is kept.
 * @param names the names of segments that are stored; new ones are added
 */
export function storeCorpus(
  { readings, dropLines, segments }: CorpusState,
  names: WeakMap<Segment, string>,
  newName: () => string,
): Map<string, Uint8Array | undefined> {
  const blocks = new Map<string, Uint8Array | undefined>();
  const places = new Map<Article, [number, number]>();
  const segmentNames = segments.map((segment, s) => {
    for (const [a, article] of segment.articles.entries()) places.set(article, [s, a]);
    const known = names.get(segment);
    const name = known ?? newName();
    names.set(segment, name);
    const stored = known === undefined ? storeSegment(segment) : undefined;
    blocks.set(`${name}.articles`, stored?.articles);
    blocks.set(`${name}.index`, stored?.index);
    return name;
  });
  const manifest = {
    segments: segmentNames,
    dropLines,
    readings: [...readings.values()].map((reading) => ({
      ...reading,
      entries: reading.entries.map((entry) =>
        'problem' in entry
          ? entry
          : { ...entry, article: places.get(entry.article) ?? storeArticle(entry.article) },
      ),
    })),
  };
  blocks.set(MANIFEST, Buffer.from(JSON.stringify(manifest)));
  return blocks;
}

/** @throws when the blocks are not what `storeCorpus` made */
export function restoreCorpus(
  blocks: ReadonlyMap<string, Uint8Array>,
  names: WeakMap<Segment, string>,
): CorpusState {
  const block = (name: string): Uint8Array => {
    const bytes = blocks.get(name);
    if (bytes === undefined) throw new RangeError(`There is no block ${name}`);
    return bytes;
  };
  const manifest = Manifest.parse(JSON.parse(new TextDecoder().decode(block(MANIFEST))));
  const segments = manifest.segments.map((name) => {
    const segment = restoreSegment({ articles: block(`${name}.articles`), index: block(`${name}.index`) });
    names.set(segment, name);
    return segment;
  });
  const articleAt = ([s, a]: readonly [number, number]): Article => {
    const article = segments[s]?.articles[a];
    if (article === undefined) throw new RangeError(`There is no article ${s}/${a}`);
    return article;
  };
  const readings = manifest.readings.map((reading): [string, FileReading] => [
    reading.path,
    {
      ...reading,
      entries: reading.entries.map((entry) => {
        if ('problem' in entry) return entry;
        const { article, problems } = entry;
        return { article: 'id' in article ? article : articleAt(article), problems };
      }),
    },
  ]);
  return { segments, dropLines: manifest.dropLines, readings: new Map(readings) };
}
