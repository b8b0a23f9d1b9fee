import type { Article, Block } from '../../corpus/article.ts';
import { KeptArticle } from '../../corpus/kept-article.ts';

/** One of an article's blocks; of one that is kept in a file, the others are not made. */
export function blockOf(article: Article, number: number | undefined): Block | undefined {
  if (number === undefined) return undefined;
  return article instanceof KeptArticle ? article.block(number) : article.blocks?.[number];
}

/** What stands from `start` to `end` of an article's text; of one that is kept in a file, the rest is not made. */
export function sliceOf(article: Article, start: number, end: number): string {
  return article instanceof KeptArticle ? article.slice(start, end) : article.text.slice(start, end);
}
