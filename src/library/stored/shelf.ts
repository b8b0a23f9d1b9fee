import { randomBytes } from 'node:crypto';
import { type ByteSource, bytesInMemory } from '../../search/bytes/byte-source.ts';
import type { IndexStore } from './index-store.ts';

/** Files of one corpus that are written once, by the names they got. */
export interface Shelf {
  /** Writes a file; what can't be written is kept in memory. */
  keep(parts: readonly Uint8Array[]): ByteSource;
  /** The name of a file that was kept; one in memory is written now. @returns `undefined` when that fails */
  nameOf(source: ByteSource): string | undefined;
  /** The name of what is made of something that never changes: made and written at the first call only. */
  nameFor(thing: object, make: () => Iterable<Uint8Array>): string | undefined;
  /** Says that a file has no use any more, once nothing names it. */
  drop(source: ByteSource): void;
  /** Names of the files that were dropped. */
  readonly dropped: Set<string>;
  /** Opened again under its name. */
  opened<T extends object>(name: string, thing: T): T;
  /** Forgets all names: the files may be gone. */
  clear(): void;
}

/** Bytes of a file in memory that are written at once. */
const CHUNK = 1 << 22;

/** @param store absent: everything is kept in memory */
export function createShelf(store: IndexStore | undefined, corpus: string): Shelf {
  let names = new WeakMap<object, string>();
  const dropped = new Set<string>();
  const write = (parts: Iterable<Uint8Array>) => {
    const name = randomBytes(9).toString('base64url');
    const source = store?.write(corpus, name, parts);
    return source && { name, source };
  };
  const nameFor = (thing: object, make: () => Iterable<Uint8Array>): string | undefined => {
    const known = names.get(thing);
    if (known !== undefined) return known;
    const written = write(make());
    if (written !== undefined) names.set(thing, written.name);
    return written?.name;
  };
  return {
    keep(parts) {
      const written = write(parts);
      if (written === undefined) return bytesInMemory(Buffer.concat(parts));
      names.set(written.source, written.name);
      return written.source;
    },
    nameOf: (source) => nameFor(source, () => chunksOf(source)),
    nameFor,
    drop(source) {
      const name = names.get(source);
      if (name !== undefined) dropped.add(name);
    },
    dropped,
    opened(name, thing) {
      names.set(thing, name);
      return thing;
    },
    clear() {
      names = new WeakMap();
    },
  };
}

function* chunksOf(source: ByteSource): Generator<Uint8Array> {
  for (let at = 0; at < source.size; at += CHUNK) yield source.read(at, Math.min(CHUNK, source.size - at));
}
