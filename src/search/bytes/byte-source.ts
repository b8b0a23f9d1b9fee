/** Bytes that are read by position: of a file, or in memory. They never change. */
export interface ByteSource {
  readonly size: number;
  /** @throws {RangeError} for bytes that are not there; an error of the file system */
  read(offset: number, length: number): Uint8Array;
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
