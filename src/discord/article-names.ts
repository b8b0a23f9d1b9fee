import { createHash } from 'node:crypto';
import type { Article } from '../corpus/article.ts';
import type { Snapshot } from '../snapshot.ts';
import { LIMITS } from './limits.ts';
import { fitsGaps, hasGaps } from './mention-text.ts';
import { clip, oneLine } from './text.ts';
import { foldName, uniqueNames } from './unique-names.ts';

/** Sixteen characters for an article's id, which may be longer than Discord has room for. */
export function articleKey(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, 16);
}

/** The names of one snapshot's articles. */
interface Names {
  readonly snapshot: Snapshot;
  readonly unique: ReadonlyMap<Article, string>;
  /** By everything that an article may be called, folded: its unique name, its plain one. */
  readonly called: ReadonlyMap<string, readonly Article[]>;
  readonly titled: ReadonlyMap<string, readonly Article[]>;
}

/** What articles are called where one of them is chosen; made once for each snapshot. */
export class ArticleNames {
  #names: Names | undefined;

  /** A name that no other article has. */
  of(snapshot: Snapshot, article: Article): string {
    return this.#of(snapshot).unique.get(article) ?? plainName(article);
  }

  /** Articles that are called so: one, unless the name is one that several share. */
  called(snapshot: Snapshot, name: string): readonly Article[] {
    return matching(this.#of(snapshot).called, foldName(name));
  }

  /** Articles with this title. */
  titled(snapshot: Snapshot, title: string): readonly Article[] {
    return matching(this.#of(snapshot).titled, foldName(title));
  }

  #of(snapshot: Snapshot): Names {
    if (this.#names?.snapshot === snapshot) return this.#names;
    const { articles } = snapshot;
    const plain = articles.map(plainName);
    const names = uniqueNames(
      articles.map((article, index) => ({ name: plain[index] ?? '', marks: marksOf(article) })),
    );
    const called = new Map<string, Article[]>();
    const titled = new Map<string, Article[]>();
    for (const [index, article] of articles.entries()) {
      for (const name of new Set([names[index] ?? '', plain[index] ?? '']))
        put(called, foldName(name), article);
      put(titled, foldName(article.title), article);
    }
    this.#names = {
      snapshot,
      unique: new Map(articles.map((article, index) => [article, names[index] ?? ''])),
      called,
      titled,
    };
    return this.#names;
  }
}

function plainName({ title, publisher, published }: Article): string {
  const facts = [publisher, published]
    .filter((fact) => fact !== undefined)
    .map((fact) => ` · ${oneLine(fact)}`);
  const tail = clip(facts.join(''), 45);
  return `${clip(oneLine(title) || 'Untitled article', LIMITS.choiceText - tail.length)}${tail}`;
}

/** What tells an article from its namesake: its file, its place in it, and in the end its id. */
function marksOf({ path, line, id }: Article): string[] {
  return [path, `${path}:${line}`, articleKey(id)];
}

function matching(names: ReadonlyMap<string, readonly Article[]>, name: string): readonly Article[] {
  if (!hasGaps(name)) return [...new Set(names.get(name))];
  return [...new Set([...names].flatMap(([key, articles]) => (fitsGaps(key, name) ? articles : [])))];
}

function put(map: Map<string, Article[]>, key: string, article: Article): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [article]);
  else if (known.at(-1) !== article) known.push(article);
}
