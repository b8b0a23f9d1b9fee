import type { Article, CalendarDate, SentenceSpan } from '../../src/corpus/article.ts';

/** An article for a test. */
export function article(
  id: string,
  text: string,
  published?: CalendarDate,
  more: Partial<Article> = {},
): Article {
  const base = {
    id,
    path: `${id}.md`,
    line: 1,
    title: `Title of ${id}`,
    authors: [],
    tags: [],
    text,
    hash: id,
  };
  return { ...base, ...(published && { published }), ...more };
}

/** One sentence a line, and more where a full stop and a blank stand between them. */
export function sentencesOf({ text }: Article): SentenceSpan[] {
  let paragraph = -1;
  let end = 0;
  return [...text.matchAll(/[^\n]+?(?:[.!?](?= )|(?=\n|$))/g)].map((match) => {
    const blank = match[0].length - match[0].trimStart().length;
    if (paragraph < 0 || text.slice(end, match.index).includes('\n')) paragraph++;
    end = match.index + match[0].length;
    return { start: match.index + blank, end, paragraph };
  });
}
