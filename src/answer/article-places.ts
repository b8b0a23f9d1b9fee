import type { Article, SentenceSpan } from '../corpus/article.ts';
import { liveArticles, type Segment } from '../search/segment.ts';

/** The articles of some segments, and where they stand. */
export interface ArticlePlaces {
  /** In the order in which sentences are counted. */
  readonly articles: readonly Article[];
  /** The sentences of one of `articles`, in order; of another one none. */
  spansOf(article: Article): readonly SentenceSpan[];
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
  return {
    get articles() {
      articles ??= segments.flatMap((segment) => Array.from(liveArticles(segment), ([, article]) => article));
      return articles;
    },
    spansOf(article) {
      places ??= new Map(segments.flatMap(placesIn));
      const place = places.get(article);
      return place?.segment.file.unitsOf(place.number) ?? [];
    },
  };
}
