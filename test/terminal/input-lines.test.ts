import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { InputError, readJsonLines } from '../../src/terminal/input-lines.ts';
import { fileOf, jsonLines } from './stage.ts';

const schema = z.object({ id: z.number() });

async function read(path: string): Promise<number[]> {
  const ids: number[] = [];
  for await (const { id } of readJsonLines(path, schema)) ids.push(id);
  return ids;
}

const three = jsonLines({ id: 1 }, { id: 2 }, { id: 3 });

describe('readJsonLines', () => {
  test.each<[string, string, string | Uint8Array]>([
    ['a line each', 'a.jsonl', three],
    ['a last line without its end', 'a.jsonl', three.trimEnd()],
    ['Windows’ line ends', 'a.jsonl', three.replaceAll('\n', '\r\n')],
    ['blank lines', 'a.jsonl', `\n${three.replaceAll('\n', '\n  \n')}`],
    ['packed', 'a.jsonl.gz', gzipSync(three)],
    ['a byte order mark', 'a.jsonl', `\uFEFF${three}`],
  ])('%s', async (_, name, content) => {
    expect(await read(fileOf(name, content))).toEqual([1, 2, 3]);
  });

  test('of an empty file is nothing', async () => {
    expect(await read(fileOf('a.jsonl', ''))).toEqual([]);
  });

  test.each<[string, string | Uint8Array, RegExp]>([
    ['a line that is not JSON', `{"id":1}\nid: 2\n`, /a\.jsonl:2 is not JSON/],
    ['a line that is JSON, but lacks something', `{"id":1}\n\n{"di":2}\n`, /a\.jsonl:3: id /],
    ['a line of another type', `{"id":"one"}\n`, /a\.jsonl:1: id .*number/],
    ['a line that is no object', '[]\n', /a\.jsonl:1/],
  ])('%s is named with file and line', async (_, content, message) => {
    const reading = read(fileOf('a.jsonl', content));
    await expect(reading).rejects.toThrow(InputError);
    await expect(reading).rejects.toThrow(message);
  });

  test('what stands before the bad line has been read', async () => {
    const ids: number[] = [];
    const path = fileOf('a.jsonl', '{"id":1}\n{"id":2}\noops\n');
    await expect(async () => {
      for await (const { id } of readJsonLines(path, schema)) ids.push(id);
    }).rejects.toThrow('a.jsonl:3');
    expect(ids).toEqual([1, 2]);
  });

  test.each([
    ['a missing file', 'missing.jsonl', undefined, 'missing.jsonl can’t be read'],
    ['a file that is not packed', 'a.jsonl.gz', three, 'a.jsonl.gz can’t be unpacked'],
    ['a packed file that was cut off', 'a.jsonl.gz', gzipSync(three).subarray(0, 20), 'can’t be unpacked'],
  ])('%s', async (_, name, content, message) => {
    const path = content === undefined ? `/nowhere/${name}` : fileOf(name, content);
    await expect(read(path)).rejects.toThrow(InputError);
    await expect(read(path)).rejects.toThrow(message.replace('’', "'"));
  });
});
