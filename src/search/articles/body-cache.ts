import type { KeptBody } from '../../corpus/kept-article.ts';
import { type ByteSource, owned } from '../bytes/byte-source.ts';
import { type DecodedBody, decodeBody } from './body-codec.ts';

const BODY_CACHE_DEFAULTS = {
  /** Bytes of bodies, as they are stored, that are kept; those that are read whole take two to four times as much. */
  bytes: 3_000_000,
} as const;

/** Keeps the bodies that were read last, up to a size. */
export class BodyCache {
  readonly #bytes: number;
  readonly #bodies = new Map<StoredBody, DecodedBody>();
  #used = 0;
  /** What was asked for last: of one article several parts are read in a row. */
  #newest: StoredBody | undefined;

  constructor(bytes: number = BODY_CACHE_DEFAULTS.bytes) {
    this.#bytes = bytes;
  }

  get(place: StoredBody, read: () => DecodedBody): DecodedBody {
    const known = this.#bodies.get(place);
    if (known !== undefined && place === this.#newest) return known;
    this.#newest = place;
    if (known !== undefined) {
      // The map keeps the order in which its entries came: the one used now goes to its end.
      this.#bodies.delete(place);
      this.#bodies.set(place, known);
      return known;
    }
    const body = read();
    this.#bodies.set(place, body);
    this.#used += place.length;
    for (const oldest of this.#bodies.keys()) {
      if (this.#used <= this.#bytes || oldest === place) break;
      this.#bodies.delete(oldest);
      this.#used -= oldest.length;
    }
    return body;
  }

  /** Gives all of them up, so that none of a corpus that is gone keeps its files open. */
  clear(): void {
    this.#bodies.clear();
    this.#newest = undefined;
    this.#used = 0;
  }
}

/** A body that is read by position. */
export class StoredBody implements KeptBody {
  readonly length: number;
  readonly #source: ByteSource;
  readonly #offset: number;
  readonly #cache: BodyCache;

  constructor(source: ByteSource, offset: number, length: number, cache: BodyCache) {
    this.#source = source;
    this.#offset = offset;
    this.length = length;
    this.#cache = cache;
  }

  /** @throws {RangeError} when it is damaged; an error of the file system */
  load(): DecodedBody {
    return this.#cache.get(this, () => decodeBody(owned(this.bytes())));
  }

  /** As it is stored, for another file. */
  bytes(): Uint8Array {
    return this.#source.read(this.#offset, this.length);
  }
}
