import { inflateRawSync } from 'node:zlib';

const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;

/**
 * What the entries of a ZIP archive really unpack to: they are unpacked one by one, and thrown away, since the sizes
 * that the archive states are its maker's to choose.
 * @param limit in bytes, for all entries together; unpacking ends there
 * @returns the size in bytes, `Infinity` when it is above the limit, `undefined` when it is no archive of the usual kind
 */
export function unpackedSize(bytes: Uint8Array, limit: number): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return undefined;
    const size = entrySize(bytes, view, at, limit - total);
    if (size === undefined) return undefined;
    // What is stated is believed when it is more.
    total += Math.max(size, view.getUint32(at + 24, true));
    if (total > limit) return Number.POSITIVE_INFINITY;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return total;
}

/** Of the entry whose place in the directory is given: stored as it is, or deflated. */
function entrySize(bytes: Uint8Array, view: DataView, at: number, room: number): number | undefined {
  const method = view.getUint16(at + 10, true);
  const packed = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL) return undefined;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packed > view.byteLength) return undefined;
  if (method === 0) return packed;
  if (method !== 8) return undefined;
  try {
    return inflateRawSync(bytes.subarray(start, start + packed), { maxOutputLength: Math.max(1, room) })
      .length;
  } catch (cause) {
    if (cause instanceof RangeError) return Number.POSITIVE_INFINITY;
    if (cause instanceof Error && 'code' in cause) return undefined; // damaged: zlib's own codes
    throw cause;
  }
}

/** The directory's end record stands at the file's end, before a comment of at most 65,535 bytes. */
function endOfDirectory(view: DataView): number | undefined {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= earliest; at--) if (view.getUint32(at, true) === END) return at;
  return undefined;
}
