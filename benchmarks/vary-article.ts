import type { SplitArticle } from '../src/search/segment.ts';

/** Every so many words one comes from the other article, so that word frequencies stay those of the language. */
const BORROWED_EVERY = 4;

/** A copy of an article in which some words are another article's: more sentences of the same kind, none the same. */
export function varyArticle(
  { article, sentences }: SplitArticle,
  lender: SplitArticle,
  id: string,
): SplitArticle {
  const lent = lender.article.text.match(/\p{L}+/gu) ?? ['other'];
  let words = 0;
  let text = '';
  const spans = sentences.map(({ start, end, paragraph }) => {
    const from = text.length;
    text += article.text
      .slice(start, end)
      .replace(/\p{L}+/gu, (word) =>
        ++words % BORROWED_EVERY === 0 ? (lent[words % lent.length] ?? word) : word,
      );
    const to = text.length;
    text += '\n\n';
    return { start: from, end: to, paragraph };
  });
  return { article: { ...article, id, path: id, text }, sentences: spans };
}
