import { createHash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Article } from '../../corpus/article.ts';
import type { Snapshot } from '../../library/index.ts';
import { fitsGaps, hasGaps } from '../asking/mention-text.ts';
import { LIMITS } from '../replies/discord-limits.ts';
import { clip, oneLine } from '../replies/fit-text.ts';
import { foldName, uniqueNames } from './unique-names.ts';

const DEFAULTS = {
  /** Articles that are named in one go; between two slices others are served. */
  slice: 500,
} as const;

/** What the articles of one snapshot are called where one of them is chosen. */
export interface Names {
  /** A name that no other article has. */
  of(article: Article): string;
  /** Articles that are called so: one, unless the name is one that several share. */
  called(name: string): readonly Article[];
  /** Articles with this title. */
  titled(title: string): readonly Article[];
}

/** Names the articles of each snapshot once, when they are first asked for. */
export class ArticleNames {
  #made: { readonly snapshot: Snapshot; readonly names: Promise<Names> } | undefined;

  of(snapshot: Snapshot): Promise<Names> {
    if (this.#made?.snapshot !== snapshot) this.#made = { snapshot, names: nameAll(snapshot.articles) };
    return this.#made.names;
  }
}

/** Sixteen characters for an article's id, which may be longer than Discord has room for. */
export function articleKey(id: string): string {
  return createHash('sha256').update(id).digest('base64url').slice(0, 16);
}

async function nameAll(articles: readonly Article[]): Promise<Names> {
  const titled = new Map<string, Article[]>();
  const plain: { name: string; folded: string; marks: () => string[] }[] = [];
  for (const [index, article] of articles.entries()) {
    if (index % DEFAULTS.slice === 0) await breathe();
    const name = plainName(article);
    plain.push({ name, folded: foldName(name), marks: () => marksOf(article) });
    put(titled, foldName(article.title), article);
  }
  const unique = uniqueNames(plain);
  const called = new Map<string, Article[]>();
  const nameOf = new Map<Article, string>();
  for (const [index, article] of articles.entries()) {
    if (index % DEFAULTS.slice === 0) await breathe();
    const { name = '', folded = '' } = plain[index] ?? {};
    const own = unique[index] ?? name;
    nameOf.set(article, own);
    put(called, folded, article);
    if (own !== name) put(called, foldName(own), article);
  }
  return {
    of: (article) => nameOf.get(article) ?? plainName(article),
    called: (name) => matching(called, foldName(name)),
    titled: (title) => matching(titled, foldName(title)),
  };
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
  if (!hasGaps(name)) return names.get(name) ?? [];
  return [...new Set([...names].flatMap(([key, articles]) => (fitsGaps(key, name) ? articles : [])))];
}

function put(map: Map<string, Article[]>, key: string, article: Article): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [article]);
  else if (known.at(-1) !== article) known.push(article);
}
