import type { Article } from '../article.ts';
import { changeFacts, sameText } from '../kept-article.ts';

/**
 * Gives articles with equal titles in different folders their folder: "Introduction · Ch. 3". Those of an export stand in
 * no folder.
 * @param earlier the articles of an earlier reading: one that comes out the same stays the same object
 */
export function withFolders(articles: readonly Article[], earlier: readonly Article[] = []): Article[] {
  const places = new Map<string, string>();
  const equal = new Set<string>();
  for (const { id, title, path } of articles) {
    if (!path.startsWith(id)) continue;
    const first = places.get(title);
    if (first === undefined) places.set(title, folderOf(path));
    else if (first !== folderOf(path)) equal.add(title);
  }
  if (equal.size === 0) return [...articles];
  const isEqual = ({ id, title, path }: Article) => path.startsWith(id) && equal.has(title);
  const known = new Map(earlier.map((article) => [article.id, article]));
  return articles.map((article) => {
    const folder = nameOf(folderOf(article.path));
    if (!isEqual(article) || folder === '') return article;
    const titled = changeFacts(article, { title: `${article.title} · ${folder}` });
    const before = known.get(article.id);
    return before !== undefined && isSame(before, titled) ? before : titled;
  });
}

function isSame(a: Article, b: Article): boolean {
  return a.hash === b.hash && a.title === b.title && a.path === b.path && a.url === b.url && sameText(a, b);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function nameOf(folder: string): string {
  return folder
    .slice(folder.lastIndexOf('/') + 1)
    .replace(/[-_\s]+/gu, ' ')
    .trim();
}
