import { closeSync, fstatSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { type ByteSource, outside } from '../../search/bytes/byte-source.ts';
import type { Scratch } from './index-store.ts';

/**
 * Opens a file to be read by position. It may be removed meanwhile: what was opened can still be read.
 * @throws an error of the file system
 */
type OpenFile = (path: string) => ByteSource;

/** Opens files. Nobody tells when one is read no more: it is closed when nobody can any more. */
export interface FileOpener {
  readonly openFile: OpenFile;
  /** Makes a file that is removed at once, or else by who removes strays. @throws an error of the file system */
  readonly openScratch: (path: string) => Scratch;
}

export function createFileOpener(): FileOpener {
  const closing = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor));
  const closed = <Source extends object>(source: Source, descriptor: number): Source => {
    closing.register(source, descriptor);
    return source;
  };
  return {
    openFile(path) {
      const descriptor = openSync(path, 'r');
      const { size } = fstatSync(descriptor);
      return closed({ size, read: reader(descriptor, () => size) }, descriptor);
    },
    openScratch(path) {
      const descriptor = openSync(path, 'wx+', OWNER_ONLY);
      removeIfPossible(path);
      let size = 0;
      const scratch: Scratch = {
        get size() {
          return size;
        },
        read: reader(descriptor, () => size),
        append(bytes) {
          const start = size;
          for (let at = 0; at < bytes.length; )
            at += writeSync(descriptor, bytes, at, bytes.length - at, start + at);
          size += bytes.length;
          return start;
        },
      };
      return closed(scratch, descriptor);
    },
  };
}

const OWNER_ONLY = 0o600;

/** Some systems keep the name of a file until it is closed. */
function removeIfPossible(path: string): void {
  try {
    rmSync(path);
  } catch (error) {
    if (process.platform !== 'win32') throw error;
  }
}

function reader(descriptor: number, size: () => number): ByteSource['read'] {
  return (offset, length, into) => {
    if (offset < 0 || length < 0 || offset + length > size()) throw outside();
    const bytes = into === undefined ? newMemory(length) : into.subarray(0, length);
    if (bytes.length < length) throw outside();
    for (let at = 0; at < length; ) {
      const got = readSync(descriptor, bytes, at, length - at, offset + at);
      if (got === 0) throw outside();
      at += got;
    }
    return bytes;
  };
}

/** Of its own when it is large, so that a typed array can begin at its first byte. */
function newMemory(length: number): Buffer {
  return length < POOLED ? Buffer.allocUnsafe(length) : Buffer.allocUnsafeSlow(length);
}

/** Node takes smaller buffers from a pool, which is faster. */
const POOLED = 4096;
