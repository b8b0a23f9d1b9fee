import type { ArticleBody, KeptBody, ReadBody } from '../../corpus/kept-article.ts';
import { decodeBody, encodeBody } from '../../search/articles/body-codec.ts';

/** A body in memory, until it lies in a file: as bytes, outside of the heap, so that no collection of garbage moves it. */
export class MemoryBody implements KeptBody {
  readonly length: number;
  #bytes: Uint8Array | undefined;
  #movedTo: KeptBody | undefined;

  constructor(body: ArticleBody) {
    this.#bytes = encodeBody(body, []);
    this.length = this.#bytes.length;
  }

  get movedTo(): KeptBody | undefined {
    return this.#movedTo;
  }

  moveTo(body: KeptBody): void {
    this.#bytes = undefined;
    this.#movedTo = body;
  }

  load(): ReadBody {
    return this.#bytes === undefined ? this.#elsewhere().load() : decodeBody(this.#bytes);
  }

  bytes(): Uint8Array {
    return this.#bytes ?? this.#elsewhere().bytes();
  }

  #elsewhere(): KeptBody {
    if (this.#movedTo === undefined) throw new Error('The body of an article is nowhere');
    return this.#movedTo;
  }
}
