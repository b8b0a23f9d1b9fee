import { z } from 'zod';
import type { Article } from '../../corpus/article.ts';
import { changeFacts, shareBody } from '../../corpus/kept-article.ts';
import type { FileReading } from '../../corpus/reading/file-reading.ts';
import type { BodyCache } from '../../search/articles/body-cache.ts';
import { encodeBody } from '../../search/articles/body-codec.ts';
import { ArticlesWriter, openArticles } from '../../search/articles/stored-articles.ts';
import { layOutSections, openSections } from '../../search/bytes/sections.ts';
import { applyChanges, storeChanges } from '../../search/segment/changes-codec.ts';
import { openSegment } from '../../search/segment/open-segment.ts';
import { liveArticles, type Segment } from '../../search/segment.ts';
import type { KeptIndex } from './index-store.ts';
import { type ArticlePlace, restoreReading, storeReading } from './readings-codec.ts';
import type { Shelf } from './shelf.ts';

/** What is kept of a loaded corpus so that the next start need not read and index it all again. */
export interface CorpusState {
  readonly readings: ReadonlyMap<string, FileReading>;
  readonly dropLines: readonly string[];
  readonly segments: readonly Segment[];
}

/** Of a corpus that has not been read yet. */
export const NOTHING: CorpusState = { readings: new Map(), dropLines: [], segments: [] };

const Manifest = z.object({
  segments: z.array(z.object({ file: z.string(), changes: z.string().exactOptional() })),
  /** Articles of readings that are in no segment, since they have mistakes. */
  others: z.string().exactOptional(),
  dropLines: z.array(z.string()),
  readings: z.array(z.unknown()),
});

/**
 * Puts on the shelf what is not there yet.
 * @returns the manifest, and the files that it names; `undefined` when something could not be written
 */
export function storeCorpus(
  { readings, dropLines, segments }: CorpusState,
  shelf: Shelf,
): { readonly manifest: Uint8Array; readonly names: readonly string[] } | undefined {
  const names: (string | undefined)[] = [];
  const named = (name: string | undefined): string => {
    names.push(name);
    return name ?? '';
  };
  const files = segments.map((segment) => {
    const file = named(shelf.nameOf(segment.file.source));
    const isChanged = segment.removed.size > 0 || segment.articles !== segment.file.articles;
    if (!isChanged) return { file };
    return { file, changes: named(shelf.nameFor(segment, () => storeChanges(segment))) };
  });
  const others = new ArticlesWriter();
  const referenceTo = createReferences(segments, others);
  const rows = Array.from(readings.values(), (reading) => storeReading(reading, referenceTo));
  const loose =
    others.size === 0
      ? {}
      : { others: named(shelf.nameFor(others, () => layOutSections(new Map(others.sections())))) };
  if (names.includes(undefined)) return undefined;
  const manifest = { segments: files, ...loose, dropLines, readings: rows };
  return {
    manifest: Buffer.from(JSON.stringify(manifest)),
    names: names.filter((name) => name !== undefined),
  };
}

/** Tells where articles are to be found again; those that stand in no segment are added to `others`, behind the last one. */
function createReferences(
  segments: readonly Segment[],
  others: ArticlesWriter,
): (article: Article) => ArticlePlace {
  const places = new Map<string, { readonly at: [number, number]; readonly article: Article }>();
  for (const [s, segment] of segments.entries())
    for (const [a, article] of liveArticles(segment)) places.set(article.id, { at: [s, a], article });
  return (article) => {
    const place = places.get(article.id);
    if (place?.article === article) return { at: place.at };
    // The same article, before it got its folder into its title.
    if (place !== undefined && shareBody(place.article, article))
      return { at: place.at, title: article.title };
    others.add(article, encodeBody(article, []));
    return { at: [segments.length, others.size - 1] };
  };
}

/** @throws when the files are not what `storeCorpus` made */
export function restoreCorpus(kept: KeptIndex, shelf: Shelf, bodies: BodyCache): CorpusState {
  const manifest = Manifest.parse(JSON.parse(Buffer.from(kept.manifest).toString()));
  const segments = manifest.segments.map(({ file, changes }): Segment => {
    const source = shelf.opened(file, kept.open(file));
    const segment = openSegment(source, bodies);
    if (changes === undefined) return segment;
    return shelf.opened(changes, applyChanges(segment, kept.open(changes)));
  });
  const others =
    manifest.others === undefined
      ? []
      : openArticles(openSections(kept.open(manifest.others)), bodies).articles;
  const articleAt = ({ at: [s, a], title }: ArticlePlace): Article => {
    const article = s === segments.length ? others[a] : segments[s]?.articles[a];
    if (article === undefined) throw new RangeError(`There is no article ${s}/${a}`);
    return title === undefined ? article : changeFacts(article, { title });
  };
  const readings = new Map<string, FileReading>();
  for (const row of manifest.readings) {
    const reading = restoreReading(row, articleAt);
    readings.set(reading.path, reading);
  }
  return { segments, dropLines: manifest.dropLines, readings };
}
