import type { Article } from '../../corpus/article.ts';
import { factsOf, KeptArticle } from '../../corpus/kept-article.ts';
import { type BodyCache, StoredBody } from '../../search/articles/body-cache.ts';
import { encodeBody } from '../../search/articles/body-codec.ts';
import type { Scratch } from './index-store.ts';

/** Takes an article's words out of memory until they are indexed; on a full disk they stay. */
export function setAside(article: Article, scratch: Scratch, cache: BodyCache): Article {
  const body = encodeBody(article, []);
  try {
    return new KeptArticle(
      factsOf(article),
      new StoredBody(scratch, scratch.append(body), body.length, cache),
    );
  } catch (error) {
    if (error instanceof Error && 'code' in error) return article;
    throw error;
  }
}
