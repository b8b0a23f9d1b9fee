import { expect, test } from 'vitest';
import type { CorpusFile } from '../../../src/corpus/reading/list-files.ts';
import { createReadAhead } from '../../../src/corpus/reading/read-ahead.ts';

const fileOf = (path: string, size = 100): CorpusFile => ({ path, absolute: `/${path}`, size, modified: 0 });
const FILES = Array.from({ length: 20 }, (_, i) => fileOf(`${i}.txt`));

/** A file system that says what it was asked for. */
function recorder(refuse: (path: string, limit: number) => boolean = () => false) {
  const asked: string[] = [];
  let time = 0;
  const read = async (path: string, limit: number): Promise<Uint8Array> => {
    asked.push(path);
    if (refuse(path, limit)) throw new Error(`${path} is refused`);
    return Buffer.from(path);
  };
  return { asked, read, now: () => ++time };
}

test('each file gives its own bytes, and is read once, some files before its turn', async () => {
  const { asked, read, now } = recorder();
  const ahead = createReadAhead(FILES, now, read);
  for (const [i, file] of FILES.entries()) {
    expect(Buffer.from(await ahead.read(file, 1000)).toString()).toBe(file.absolute);
    expect(asked.length).toBeGreaterThanOrEqual(Math.min(i + 8, FILES.length));
    expect(asked.length).toBeLessThanOrEqual(i + 10);
  }
  expect(asked.toSorted()).toEqual(FILES.map(({ absolute }) => absolute).toSorted());
});

test('tells when the reading of a file began', async () => {
  const { read, now } = recorder();
  const ahead = createReadAhead(FILES, now, read);
  expect(FILES.slice(0, 2).map((file) => ahead.begunAt(file))).toEqual([undefined, undefined]);
  await ahead.read(fileOf('other.txt'), 1000);
  expect(FILES.slice(0, 2).map((file) => ahead.begunAt(file))).toEqual([1, 2]);
  expect(ahead.begunAt(FILES[19] ?? fileOf(''))).toBe(undefined);
});

test.each([
  ['a large file', fileOf('large.txt', 1e6)],
  ['an empty one', fileOf('empty.txt', 0)],
  ['an export', fileOf('all.jsonl.gz')],
  ['what may be a dump', fileOf('dump.xml')],
])('%s is not read before it is asked for', async (_, file) => {
  const { asked, read, now } = recorder();
  const ahead = createReadAhead([file, ...FILES], now, read);
  await ahead.read(FILES[0] ?? file, 1000);
  expect(asked).not.toContain(file.absolute);
  await ahead.read(file, 1000);
  expect(asked).toContain(file.absolute);
});

test('a file that has grown meanwhile is read again within its own limit', async () => {
  const { asked, read, now } = recorder((path, limit) => path === '/1.txt' && limit < 1e6);
  const ahead = createReadAhead(FILES, now, read);
  await ahead.read(FILES[0] ?? fileOf(''), 1e7);
  await ahead.read(FILES[1] ?? fileOf(''), 1e7);
  expect(asked.filter((path) => path === '/1.txt')).toHaveLength(2);
});

test('what is wrong with a file is told when its turn comes', async () => {
  const { read, now } = recorder((path) => path === '/1.txt');
  const ahead = createReadAhead(FILES, now, read);
  await ahead.read(FILES[0] ?? fileOf(''), 1000);
  await expect(ahead.read(FILES[1] ?? fileOf(''), 1000)).rejects.toThrow('/1.txt is refused');
});
