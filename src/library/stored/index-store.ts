import type { ByteSource } from '../../search/bytes/byte-source.ts';

/** What was kept of a corpus at the last save. */
export interface KeptIndex {
  readonly manifest: Uint8Array;
  /** The files that it needs. */
  readonly names: readonly string[];
  /** Opens one of the files that were named at the save. @throws when it is not there */
  open(name: string): ByteSource;
}

/**
 * Keeps what was read and indexed of some corpora: files that are written once, and a manifest that is swapped as a
 * whole. All of it can be lost at any time: it only saves time.
 */
export interface IndexStore {
  /** What was saved last by the same version of the program; `undefined` when there is nothing, or it can't be read. */
  load(corpus: string, version: string): KeptIndex | undefined;
  /** Writes a new file. @returns `undefined` when that failed, on a full disk say */
  write(corpus: string, name: string, parts: Iterable<Uint8Array>): ByteSource | undefined;
  /**
   * Swaps the manifest, and removes the files that it has no use for.
   * @param names the files it needs; they have been written
   * @param dropped others that were written, and that nothing has a use for
   * @returns whether it was saved; if not, what was there stays
   */
  save(
    corpus: string,
    version: string,
    manifest: Uint8Array,
    names: readonly string[],
    dropped?: readonly string[],
  ): boolean;
  /** Opens a file for this process alone, that is gone when it has no more use for it. @returns `undefined` when there can be none */
  scratch(corpus: string): Scratch | undefined;
  close(): void;
}

/** A file that grows, and is read by position meanwhile. */
export interface Scratch extends ByteSource {
  /** @returns where the bytes begin @throws an error of the file system */
  append(bytes: Uint8Array): number;
}
