import type { Article } from '../../corpus/article.ts';
import { KeptArticle } from '../../corpus/kept-article.ts';
import { type ByteSource, outside } from '../bytes/byte-source.ts';
import { ByteWriter } from '../bytes/byte-writer.ts';
import { asBytes, numbersOf, type SectionBytes, type Sections } from '../bytes/sections.ts';
import { type BodyCache, StoredBody } from './body-cache.ts';
import { decodeFacts, encodeFacts } from './facts-codec.ts';

/** Articles of a file: their facts are in memory, their bodies are read by position. */
export interface StoredArticles {
  readonly articles: readonly Article[];
  /** In the same order. */
  readonly bodies: readonly StoredBody[];
}

/** Collects articles that are to lie in one file. */
export class ArticlesWriter {
  readonly #articles: Article[] = [];
  readonly #bodies = new ByteWriter();
  readonly #starts: number[] = [0];

  /** @param body made by `encodeBody` */
  add(article: Article, body: Uint8Array): void {
    this.#articles.push(article);
    this.#bodies.bytes(body);
    this.#starts.push(this.#bodies.size);
  }

  get size(): number {
    return this.#articles.length;
  }

  /** The writer is used up. */
  sections(): [name: string, SectionBytes][] {
    return [
      ['articles.facts', encodeFacts(this.#articles)],
      ['articles.starts', asBytes(Uint32Array.from(this.#starts))],
      ['articles.bodies', this.#bodies.pieces()],
    ];
  }
}

/** @throws {RangeError} when a section is missing or damaged */
export function openArticles(sections: Sections, cache: BodyCache): StoredArticles {
  const starts = numbersOf(sections.whole('articles.starts'));
  const source: ByteSource = sections.part('articles.bodies');
  const known = decodeFacts(sections.whole('articles.facts'));
  if (starts.length !== known.length + 1 || starts.at(-1) !== source.size) throw outside();
  const articles: Article[] = [];
  const bodies: StoredBody[] = [];
  for (const [number, facts] of known.entries()) {
    const start = starts[number] ?? 0;
    const body = new StoredBody(source, start, (starts[number + 1] ?? start) - start, cache);
    bodies.push(body);
    articles.push(new KeptArticle(facts, body));
  }
  return { articles, bodies };
}
