/** Bytes that are read by position: of a file, or in memory. They never change. */
export interface ByteSource {
  readonly size: number;
  /**
   * @param into memory that may be read into, of at least this length, for bytes that are looked at and not kept
   * @throws {RangeError} for bytes that are not there; an error of the file system
   */
  read(offset: number, length: number, into?: Uint8Array): Uint8Array;
}

/** What was refused is no file of ours, or a damaged one. */
export function outside(): RangeError {
  return new RangeError('The stored index is cut short or damaged');
}

/** @param bytes are not copied, nor are the slices that are read */
export function bytesInMemory(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read(offset, length) {
      if (offset < 0 || length < 0 || offset + length > bytes.length) throw outside();
      return bytes.subarray(offset, offset + length);
    },
  };
}

/**
 * Bytes that were read, to be kept: small ones lie in a pool of Node's, all of which would be kept with them.
 * @returns a copy of such ones
 */
export function owned(bytes: Uint8Array): Uint8Array {
  const isPooled = bytes.buffer.byteLength === Buffer.poolSize && bytes.length < Buffer.poolSize;
  return isPooled ? new Uint8Array(bytes) : bytes;
}
