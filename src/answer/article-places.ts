import type { Article, SentenceSpan } from '../corpus/article.ts';
import { liveArticles, type Segment } from '../search/segment.ts';

/** The articles of some segments, and where they stand. */
export interface ArticlePlaces {
  /** In the order in which sentences are counted. */
  readonly articles: readonly Article[];
  /** The sentences of one of `articles`, in order; of another one none. */
  spansOf(article: Article): readonly SentenceSpan[];
  /** What was noted of one of `articles` when it was indexed. */
  notesOf(article: Article): Uint8Array | undefined;
}

interface Place {
  readonly segment: Segment;
  readonly number: number;
}

/** Lists the articles when they are asked for. */
export function createArticlePlaces(segments: readonly Segment[]): ArticlePlaces {
  let articles: readonly Article[] | undefined;
  let places: ReadonlyMap<Article, Place> | undefined;
  const placesIn = (segment: Segment): (readonly [Article, Place])[] =>
    Array.from(liveArticles(segment), ([number, article]) => [article, { segment, number }]);
  const placeOf = (article: Article): Place | undefined => {
    places ??= new Map(segments.flatMap(placesIn));
    return places.get(article);
  };
  return {
    get articles() {
      articles ??= segments.flatMap((segment) => Array.from(liveArticles(segment), ([, article]) => article));
      return articles;
    },
    spansOf(article) {
      const place = placeOf(article);
      return place?.segment.file.unitsOf(place.number) ?? [];
    },
    notesOf(article) {
      const place = placeOf(article);
      return place?.segment.file.notesOf(place.number);
    },
  };
}
