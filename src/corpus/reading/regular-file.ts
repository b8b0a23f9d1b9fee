import { constants, open } from 'node:fs/promises';

const BLOCK = 64 * 1024;

/**
 * Reads a file that must be a plain one: a pipe would keep the reader waiting for ever, a device would never end.
 * @param limit in bytes, of what arrives, whatever the file says of its size
 * @throws the file system's error, or one that says what the file is instead
 */
export async function readRegularFile(path: string, limit: number): Promise<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const info = await file.stat();
    if (!info.isFile()) throw new Error('it is no plain file');
    const pieces: Uint8Array[] = [];
    let length = 0;
    for (let room = Math.min(limit, info.size) + 1; ; room = BLOCK) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(room), 0, room, null);
      if (bytesRead === 0) return Buffer.concat(pieces, length);
      length += bytesRead;
      if (length > limit) throw new Error(`it has more than ${Math.round(limit / 1024 / 1024)} MB`);
      pieces.push(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}
