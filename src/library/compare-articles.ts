import type { Article } from '../corpus/article.ts';

export interface Comparison {
  readonly added: readonly Article[];
  readonly changed: readonly Article[];
  readonly removed: readonly Article[];
}

/** What became of a corpus's articles, by their ids. `changed` are as they are now, `removed` as they were. */
export function compareArticles(before: readonly Article[], after: readonly Article[]): Comparison {
  const old = new Map(before.map((article) => [article.id, article]));
  const added: Article[] = [];
  const changed: Article[] = [];
  for (const article of after) {
    const was = old.get(article.id);
    old.delete(article.id);
    if (was === undefined) added.push(article);
    else if (!isSame(was, article)) changed.push(article);
  }
  return { added, changed, removed: before.filter(({ id }) => old.has(id)) };
}

/** The bytes may be the same and the article not (another list of lines to drop), and the other way round. */
function isSame(a: Article, b: Article): boolean {
  return a === b || (a.hash === b.hash && a.text === b.text && facts(a) === facts(b));
}

function facts({ title, publisher, authors, url, published, tags }: Article): string {
  return JSON.stringify([title, publisher, authors, url, published, tags]);
}
