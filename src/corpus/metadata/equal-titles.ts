import type { Article } from '../article.ts';
import { changeFacts, sameText } from '../kept-article.ts';

/** Tells, as articles come, which titles stand in several folders. Articles of an export stand in no folder. */
export class EqualTitles {
  /** By title the folder that it stood in first. */
  readonly #first = new Map<string, string>();
  readonly #equal = new Set<string>();

  add({ id, title, path }: Place): void {
    if (!path.startsWith(id)) return;
    const first = this.#first.get(title);
    if (first === undefined) this.#first.set(title, folderOf(path));
    else if (first !== folderOf(path)) this.#equal.add(title);
  }

  /** The title of an article, by all that came so far: "Introduction · Ch. 3". */
  titleOf({ id, title, path }: Place): string {
    if (!this.#equal.has(title) || !path.startsWith(id)) return title;
    const folder = nameOf(folderOf(path));
    return folder === '' ? title : `${title} · ${folder}`;
  }
}

type Place = Pick<Article, 'id' | 'title' | 'path'>;

/**
 * Gives articles with equal titles in different folders their folder.
 * @param earlier the articles of an earlier reading: one that comes out the same stays the same object
 */
export function withFolders(articles: readonly Article[], earlier: readonly Article[] = []): Article[] {
  const titles = new EqualTitles();
  for (const article of articles) titles.add(article);
  let known: ReadonlyMap<string, Article> | undefined;
  return articles.map((article) => {
    const title = titles.titleOf(article);
    if (title === article.title) return article;
    const titled = changeFacts(article, { title });
    known ??= new Map(earlier.map((one) => [one.id, one]));
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
