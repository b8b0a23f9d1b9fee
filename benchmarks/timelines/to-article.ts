import type { Article, CalendarDate, SentenceSpan } from '../../src/corpus/article.ts';

/** Sentences as an article of one sentence a line, and where they stand in it. */
export function toArticle(
  id: string,
  published: CalendarDate,
  sentences: readonly string[],
  publisher?: string,
): [Article, SentenceSpan[]] {
  let at = 0;
  const spans = sentences.map((sentence, paragraph) => {
    const span = { start: at, end: at + sentence.length, paragraph };
    at = span.end + 1;
    return span;
  });
  const article = {
    id,
    path: id,
    line: 1,
    title: '',
    authors: [],
    published,
    tags: [],
    text: sentences.join('\n'),
    hash: '',
    ...(publisher !== undefined && { publisher }),
  };
  return [article, spans];
}
