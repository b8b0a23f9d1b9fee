import type { Article, Block, CalendarDate, Place } from './article.ts';

/** What is known of an article besides its words. */
export type ArticleFacts = Omit<Article, 'text' | 'blocks' | 'places'>;

/** An article's words and their structure. */
export type ArticleBody = Pick<Article, 'text' | 'blocks' | 'places'>;

/** A body that was read from where it is kept, of which parts can be had without making something of the rest. */
export interface ReadBody extends ArticleBody {
  /** One of the blocks. */
  block(number: number): Block | undefined;
  /** What stands from `start` to `end` of the text. It does not keep the rest of the text in memory. */
  slice(start: number, end: number): string;
}

/** Where an article's body is kept. */
export interface KeptBody {
  /** Its bytes. */
  readonly length: number;
  /** Reads it, or gives what was read a moment ago. */
  load(): ReadBody;
  /** Reads it as it is kept. */
  bytes(): Uint8Array;
  /** Where it is kept now; absent: here. */
  readonly movedTo?: KeptBody | undefined;
  /** Keeps it elsewhere from now on, for all articles that have it. */
  moveTo?(body: KeptBody): void;
}

/**
 * An article whose body is kept elsewhere and read when it is asked for. Do not spread one: `changeFacts` makes another
 * article of the same body.
 */
export class KeptArticle implements Article {
  declare readonly id: string;
  declare readonly path: string;
  declare readonly line: number;
  declare readonly title: string;
  declare readonly publisher?: string;
  declare readonly authors: readonly string[];
  declare readonly url?: string;
  declare readonly published?: CalendarDate;
  declare readonly licence?: string;
  declare readonly language?: string;
  declare readonly tags: readonly string[];
  declare readonly aliases?: readonly (readonly string[])[];
  declare readonly hash: string;
  readonly #body: KeptBody;

  constructor(facts: ArticleFacts, body: KeptBody) {
    Object.assign(this, facts);
    this.#body = body;
  }

  get text(): string {
    return this.#kept.load().text;
  }

  get blocks(): readonly Block[] | undefined {
    return this.#kept.load().blocks;
  }

  get places(): readonly Place[] | undefined {
    return this.#kept.load().places;
  }

  /** One of the blocks, and a slice of the text, without making something of all of them. */
  block(number: number): Block | undefined {
    return this.#kept.load().block(number);
  }

  slice(start: number, end: number): string {
    return this.#kept.load().slice(start, end);
  }

  /** The same body with other facts. */
  withFacts(facts: ArticleFacts): KeptArticle {
    return new KeptArticle(facts, this.#body);
  }

  /** Whether the other one has this very body. */
  sharesBody(other: Article): boolean {
    return other instanceof KeptArticle && other.#kept === this.#kept;
  }

  get bodySize(): number {
    return this.#kept.length;
  }

  /** Has its body where the same article is kept for good, and what is known of it, unless its title is another there. */
  becomeLike(stored: KeptArticle): void {
    if (stored.title === this.title) Object.assign(this, stored);
    this.#body.moveTo?.(stored.#kept);
  }

  get #kept(): KeptBody {
    return this.#body.movedTo ?? this.#body;
  }

  /** The body as it is kept, read but not decoded. */
  bodyBytes(): Uint8Array {
    return this.#kept.bytes();
  }

  toJSON(): Article {
    const { text, blocks, places } = this;
    return {
      ...factsOf(this),
      text,
      ...(blocks === undefined ? {} : { blocks }),
      ...(places === undefined ? {} : { places }),
    };
  }
}

/** An article with some of its facts changed; the others stay. */
export function changeFacts(article: Article, changed: Partial<ArticleFacts>): Article {
  return replaceFacts(article, { ...factsOf(article), ...changed });
}

/** An article's words with these facts and no others: one that is not among them is gone. */
export function replaceFacts(article: Article, facts: ArticleFacts): Article {
  if (article instanceof KeptArticle) return article.withFacts(facts);
  const { text, blocks, places } = article;
  return { ...facts, text, ...(blocks && { blocks }), ...(places && { places }) };
}

/** Whether two articles have one kept body: their words need not be read to be known as equal. */
export function shareBody(a: Article, b: Article): boolean {
  return a instanceof KeptArticle && a.sharesBody(b);
}

/** Whether two articles have the same words, under the same title or not. */
export function sameText(a: Article, b: Article): boolean {
  return a === b || shareBody(a, b) || a.text === b.text;
}

/** About how many bytes an article's body has, without reading it. */
export function bodySize(article: Article): number {
  return article instanceof KeptArticle ? article.bodySize : article.text.length;
}

/** About how many bytes the bodies of some articles have together, without reading them. */
export function bodySizes(articles: readonly Article[]): number {
  return articles.reduce((sum, article) => sum + bodySize(article), 0);
}

/** What is known of an article, without its body. */
export function factsOf(article: Article): ArticleFacts {
  if (article instanceof KeptArticle) return { ...article };
  const { text: _, blocks: _blocks, places: _places, ...facts } = article;
  return facts;
}
