import type { Article, CalendarDate } from '../../corpus/article.ts';
import { type ArticleFacts, factsOf } from '../../corpus/kept-article.ts';
import { outside } from '../bytes/byte-source.ts';

type Aliases = NonNullable<ArticleFacts['aliases']>;

/** The facts of some articles as bytes. All articles of a folder share one list of aliases: it is stored once. */
export function encodeFacts(articles: readonly Article[]): Uint8Array {
  const lists = new Map<Aliases, number>();
  const shared: [article: number, list: number][] = [];
  const rows = articles.map((article, number) => {
    const { aliases, ...facts } = factsOf(article);
    if (aliases !== undefined) {
      const list = lists.get(aliases) ?? lists.size;
      lists.set(aliases, list);
      shared.push([number, list]);
    }
    return facts;
  });
  return Buffer.from(JSON.stringify({ articles: rows, aliases: [...lists.keys()], shared }));
}

/** @throws when the bytes are not what `encodeFacts` made */
export function decodeFacts(bytes: Uint8Array): ArticleFacts[] {
  const json: unknown = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString());
  if (!isRecord(json)) throw outside();
  const { articles, aliases, shared } = json;
  if (!isListOf(articles, isFacts) || !isListOf(aliases, isAliases)) throw outside();
  if (!isListOf(shared, isPair)) throw outside();
  const facts = [...articles];
  for (const [number, list] of shared) {
    const [own, names] = [facts[number], aliases[list]];
    if (own === undefined || names === undefined) throw outside();
    facts[number] = { ...own, aliases: names };
  }
  return facts;
}

/*
 * Checked by hand: each start reads the facts of all articles, and the objects that were read are kept as they are. None
 * has anything else in it.
 */
const KNOWN = new Set([
  'id',
  'path',
  'line',
  'title',
  'publisher',
  'authors',
  'url',
  'published',
  'licence',
  'language',
  'tags',
  'hash',
]);

function isFacts(value: unknown): value is ArticleFacts {
  if (!isRecord(value)) return false;
  for (const key of Object.keys(value)) if (!KNOWN.has(key)) return false;
  const { id, path, line, title, publisher, authors, url, published, licence, language, tags, hash } = value;
  return (
    [id, path, title, hash].every(isString) &&
    typeof line === 'number' &&
    isListOf(authors, isString) &&
    isListOf(tags, isString) &&
    (published === undefined || isDay(published)) &&
    [publisher, url, licence, language].every((fact) => fact === undefined || isString(fact))
  );
}

function isDay(value: unknown): value is CalendarDate {
  return isString(value) && /^\d{4}-\d{2}-\d{2}$/.test(value);
}

function isAliases(value: unknown): value is Aliases {
  return isListOf(value, (list): list is string[] => isListOf(list, isString));
}

function isPair(value: unknown): value is [number, number] {
  return isListOf(value, (number): number is number => typeof number === 'number') && value.length === 2;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf<T>(value: unknown, isOne: (one: unknown) => one is T): value is T[] {
  return Array.isArray(value) && value.every(isOne);
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
