import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));

/**
 * A fingerprint of source folders or files below `src/`, so that what was computed by other code is not taken for
 * current. The model itself is left out: training must not depend on what was trained before.
 */
export function sourceHash(...places: readonly string[]): string {
  const hash = createHash('sha256');
  for (const place of places) {
    const path = join(SRC, place);
    for (const file of statSync(path).isDirectory() ? filesBelow(path) : [path]) {
      hash.update(file.slice(SRC.length)).update('\0').update(readFileSync(file));
    }
  }
  return hash.digest('hex');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile() && !file.endsWith('model.json'))
    .sort();
}

/** A fingerprint of anything that JSON can hold. */
export function keyOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24);
}

/** What changes when a data file does. */
export function fileStamp(path: string): string {
  const { size, mtimeMs } = statSync(path);
  return `${path} ${size} ${mtimeMs}`;
}

/** Numbers with a description of them. */
export interface Block {
  readonly about: unknown;
  readonly numbers: Float32Array;
}

/** A folder of blocks that can be computed again. */
export interface Cache {
  /** The block of that name and key, or the one that `make` makes, which is then kept. */
  block(name: string, key: string, make: () => Promise<Block>): Promise<Block>;
}

/** Keeps blocks as one line of JSON followed by 32-bit floats; half-written files are never read. */
export function openCache(folder: string): Cache {
  mkdirSync(folder, { recursive: true });
  return {
    async block(name, key, make) {
      const path = join(folder, `${name}-${key}.bin`);
      if (existsSync(path)) return readBlock(path);
      const block = await make();
      const { buffer, byteOffset, byteLength } = block.numbers;
      const head = Buffer.from(`${JSON.stringify(block.about)}\n`, 'utf8');
      writeFileSync(`${path}.part`, Buffer.concat([head, Buffer.from(buffer, byteOffset, byteLength)]));
      renameSync(`${path}.part`, path);
      return block;
    },
  };
}

function readBlock(path: string): Block {
  const file = readFileSync(path);
  const end = file.indexOf(0x0a);
  const about: unknown = JSON.parse(file.toString('utf8', 0, end));
  // A copy, because floats must start at a multiple of four bytes.
  const body = new Uint8Array(file.subarray(end + 1));
  return { about, numbers: new Float32Array(body.buffer) };
}
