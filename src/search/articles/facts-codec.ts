import { z } from 'zod';
import type { Article, CalendarDate } from '../../corpus/article.ts';
import { type ArticleFacts, factsOf } from '../../corpus/kept-article.ts';

const Strings = z.array(z.string());
const isDay = (value: unknown): value is CalendarDate =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

const StoredFacts = z.object({
  id: z.string(),
  path: z.string(),
  line: z.number(),
  title: z.string(),
  publisher: z.string().exactOptional(),
  authors: Strings,
  url: z.string().exactOptional(),
  published: z.custom<CalendarDate>(isDay).exactOptional(),
  licence: z.string().exactOptional(),
  language: z.string().exactOptional(),
  tags: Strings,
  /** Number of a list of aliases: all articles of a folder share one. */
  aliases: z.number().exactOptional(),
  hash: z.string(),
});
const StoredTable = z.object({ aliases: z.array(z.array(Strings)), articles: z.array(StoredFacts) });

/** The facts of some articles as bytes. */
export function encodeFacts(articles: readonly Article[]): Uint8Array {
  const lists = new Map<ArticleFacts['aliases'], number>();
  const rows = articles.map((article) => {
    const { aliases, ...facts } = factsOf(article);
    if (aliases === undefined) return facts;
    const number = lists.get(aliases) ?? lists.size;
    lists.set(aliases, number);
    return { ...facts, aliases: number };
  });
  return Buffer.from(JSON.stringify({ aliases: [...lists.keys()], articles: rows }));
}

/** @throws when the bytes are not what `encodeFacts` made */
export function decodeFacts(bytes: Uint8Array): ArticleFacts[] {
  const json: unknown = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString());
  const table = StoredTable.parse(json);
  return table.articles.map(({ aliases, ...facts }): ArticleFacts => {
    const list = aliases === undefined ? undefined : table.aliases[aliases];
    return list === undefined ? facts : { ...facts, aliases: list };
  });
}
