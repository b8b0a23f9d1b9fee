import type { Article } from '../../corpus/article.ts';
import { changeFacts, KeptArticle, shareBody } from '../../corpus/kept-article.ts';
import type { FileReading } from '../../corpus/reading/file-reading.ts';
import { liveArticles, type Segment } from '../../search/segment.ts';

/**
 * Puts the articles of the index into the readings in the place of those that were read: their words are kept in the
 * index's file, and need not stay in memory.
 * @returns a generator, to stop between two files
 */
export function* keepArticles(
  readings: ReadonlyMap<string, FileReading>,
  segments: readonly Segment[],
): Generator<undefined, ReadonlyMap<string, FileReading>> {
  const kept = new Map<string, Article>();
  for (const segment of segments) {
    addArticles(kept, segment);
    yield;
  }
  const inPlace = (article: Article): Article => {
    const same = kept.get(article.id);
    if (same === undefined || same === article || !isSource(same, article)) return article;
    // An article may have got its folder into its title after it was read.
    return same.title === article.title ? same : changeFacts(same, { title: article.title });
  };
  const replace = (reading: FileReading): FileReading => {
    let changed = false;
    const entries = reading.entries.map((entry) => {
      if ('problem' in entry) return entry;
      const article = inPlace(entry.article);
      if (article === entry.article) return entry;
      changed = true;
      return { ...entry, article };
    });
    return changed ? { ...reading, entries } : reading;
  };
  const replaced = new Map<string, FileReading>();
  for (const [path, reading] of readings) {
    replaced.set(path, replace(reading));
    yield;
  }
  return replaced;
}

/** The articles as they stand in segments, where they are the same. */
export function inSegments(articles: readonly Article[], segments: readonly Segment[]): readonly Article[] {
  const kept = articlesOf(segments);
  return articles.map((article) => {
    const same = kept.get(article.id);
    return same !== undefined && same.title === article.title && shareBody(same, article) ? same : article;
  });
}

/** Those of some articles that stand in segments under another title. */
export function retitled(articles: readonly Article[], segments: readonly Segment[]): KeptArticle[] {
  const kept = articlesOf(segments);
  return articles.flatMap((article) => {
    const same = kept.get(article.id);
    const isOther = same !== undefined && same.title !== article.title && shareBody(same, article);
    return isOther && article instanceof KeptArticle ? [article] : [];
  });
}

/** By id; of two with one id the last one. */
function articlesOf(segments: readonly Segment[]): Map<string, Article> {
  const found = new Map<string, Article>();
  for (const segment of segments) addArticles(found, segment);
  return found;
}

function addArticles(to: Map<string, Article>, segment: Segment): void {
  for (const [, article] of liveArticles(segment)) to.set(article.id, article);
}

/** Whether both were read at the same place of the same bytes: of two articles with one id, only one is indexed. */
function isSource(a: Article, b: Article): boolean {
  return a.path === b.path && a.line === b.line && a.hash === b.hash;
}
