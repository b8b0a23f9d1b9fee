import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type ByteSource, outside } from '../../search/bytes/byte-source.ts';

/**
 * Opens a file to be read by position. It may be removed meanwhile: what was opened can still be read.
 * @throws an error of the file system
 */
export type OpenFile = (path: string) => ByteSource;

/** Makes a function that opens files. Nobody tells when a file is read no more: it is closed when nobody can any more. */
export function createFileOpener(): OpenFile {
  const closing = new FinalizationRegistry<number>((descriptor) => closeSync(descriptor));
  return (path) => openFile(path, closing);
}

function openFile(path: string, closing: FinalizationRegistry<number>): ByteSource {
  const descriptor = openSync(path, 'r');
  const { size } = fstatSync(descriptor);
  const source: ByteSource = {
    size,
    read(offset, length) {
      if (offset < 0 || length < 0 || offset + length > size) throw outside();
      // Of its own memory when it is large, so that a typed array can begin at its first byte.
      const bytes = length < 4096 ? Buffer.allocUnsafe(length) : Buffer.allocUnsafeSlow(length);
      for (let at = 0; at < length; ) {
        const got = readSync(descriptor, bytes, at, length - at, offset + at);
        if (got === 0) throw outside();
        at += got;
      }
      return bytes;
    },
  };
  closing.register(source, descriptor);
  return source;
}
