import type { ArticleBody, KeptBody, ReadBody } from '../../corpus/kept-article.ts';
import { encodeBody } from '../../search/articles/body-codec.ts';

/** A body in memory, until it lies in a file. */
export class MemoryBody implements KeptBody {
  readonly length: number;
  #body: ArticleBody | undefined;
  #movedTo: KeptBody | undefined;

  constructor({ text, blocks, places }: ArticleBody) {
    this.length = text.length;
    this.#body = { text, ...(blocks && { blocks }), ...(places && { places }) };
  }

  get inMemory(): ArticleBody | undefined {
    return this.#body;
  }

  get movedTo(): KeptBody | undefined {
    return this.#movedTo;
  }

  moveTo(body: KeptBody): void {
    this.#body = undefined;
    this.#movedTo = body;
  }

  load(): ReadBody {
    const body = this.#body;
    if (body === undefined) return this.#elsewhere().load();
    const { text, blocks } = body;
    return {
      ...body,
      block: (number) => blocks?.[number],
      slice: (start, end) => text.slice(start, end),
    };
  }

  bytes(): Uint8Array {
    return this.#body === undefined ? this.#elsewhere().bytes() : encodeBody(this.#body, []);
  }

  #elsewhere(): KeptBody {
    if (this.#movedTo === undefined) throw new Error('The body of an article is nowhere');
    return this.#movedTo;
  }
}
