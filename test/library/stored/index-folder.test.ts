import { chmodSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type IndexFolderOptions, openIndexFolder } from '../../../src/library/stored/index-folder.ts';
import { folderOf } from '../../corpus/folder.ts';

const bytes = (text: string) => Buffer.from(text);
const text = (of: Uint8Array | undefined) => of && Buffer.from(of).toString();

function open(data: string, options: IndexFolderOptions = {}) {
  const store = openIndexFolder(data, { create: true, ...options });
  if (store === undefined) throw new Error('there is no store');
  return store;
}

/** All files below the folder of indexes. */
const filesIn = (data: string) =>
  readdirSync(join(data, 'index'), { withFileTypes: true, recursive: true })
    .filter((one) => one.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

const namesIn = (data: string) =>
  filesIn(data)
    .map((path) => path.slice(path.lastIndexOf('/') + 1))
    .sort();

describe('the folder of indexes', () => {
  test('gives back what was saved, to the same version alone', () => {
    const data = folderOf({});
    const store = open(data);
    store.write('c', 'one', [bytes('the old '), bytes('bridge')]);
    expect(store.save('c', '1', bytes('m'), ['one'])).toBe(true);
    const kept = open(data).load('c', '1');
    expect(text(kept?.manifest)).toBe('m');
    expect(text(kept?.open('one').read(4, 3))).toBe('old');
    expect(open(data).load('c', '2')).toBeUndefined();
    expect(open(data).load('other', '1')).toBeUndefined();
  });

  test('removes what the manifest has no use for any more; what was opened can still be read', () => {
    const data = folderOf({});
    const store = open(data);
    const one = store.write('c', 'one', [bytes('bridge')]);
    store.save('c', '1', bytes('m'), ['one']);
    store.write('c', 'two', [bytes('pier')]);
    store.save('c', '1', bytes('n'), ['two']);
    expect(namesIn(data)).toEqual(['manifest', 'two']);
    expect(text(one?.read(0, 6))).toBe('bridge');
  });

  test('removes what was dropped before any manifest named it, but not what this one names', () => {
    const data = folderOf({});
    const store = open(data);
    for (const name of ['part', 'whole']) store.write('c', name, [bytes(name)]);
    store.save('c', '1', bytes('m'), ['whole'], ['part', 'whole']);
    expect(namesIn(data)).toEqual(['manifest', 'whole']);
  });

  test('leaves another process’s files alone until they are a day old', () => {
    const data = folderOf({});
    const now = Date.now();
    const store = open(data, { now: () => now });
    store.write('c', 'other', [bytes('x')]);
    store.save('c', '1', bytes('m'), []);
    expect(namesIn(data)).toEqual(['manifest', 'other']);
    const longAgo = now / 1000 - 2 * 24 * 60 * 60;
    for (const path of filesIn(data)) utimesSync(path, longAgo, longAgo);
    store.save('c', '1', bytes('m'), []);
    expect(namesIn(data)).toEqual(['manifest']);
  });

  test('saves nothing that names a file which is not there', () => {
    const errors: unknown[] = [];
    const data = folderOf({});
    const store = open(data, { onError: (error) => errors.push(error) });
    store.save('c', '1', bytes('m'), []);
    expect(store.save('c', '1', bytes('n'), ['gone'])).toBe(false);
    expect(text(store.load('c', '1')?.manifest)).toBe('m');
    expect(errors).toHaveLength(1);
  });

  test('keeps four corpora, those used last', () => {
    let now = Date.now() - 1_000_000;
    const store = open(folderOf({}), { now: () => (now += 10_000) });
    for (const corpus of ['a', 'b', 'c', 'd']) store.save(corpus, '1', bytes(corpus), []);
    store.load('a', '1');
    store.save('e', '1', bytes('e'), []);
    const kept = ['a', 'b', 'c', 'd', 'e'].filter((corpus) => store.load(corpus, '1') !== undefined);
    expect(kept).toEqual(['a', 'c', 'd', 'e']);
  });

  test.each<[string, (manifest: string) => void]>([
    ['cut short', (path) => writeFileSync(path, readFileSync(path).subarray(0, 20))],
    ['another file', (path) => writeFileSync(path, 'Once upon a time there was no manifest, only words.')],
    ['of the one before', (path) => writeFileSync(path, '{"segments":[]}')],
  ])('a manifest that is %s is told of, and is none', (_, spoil) => {
    const errors: unknown[] = [];
    const data = folderOf({});
    const store = open(data, { onError: (error) => errors.push(error) });
    store.save('c', '1', bytes('m'), []);
    for (const path of filesIn(data)) spoil(path);
    expect(store.load('c', '1')).toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(store.save('c', '1', bytes('n'), [])).toBe(true);
    expect(text(store.load('c', '1')?.manifest)).toBe('n');
  });

  test('without the folder there is no store, unless it is to be made', () => {
    const data = join(folderOf({}), 'deep', 'data');
    expect(openIndexFolder(data)).toBeUndefined();
    open(data);
    expect(openIndexFolder(data)).toBeDefined();
  });

  test('what earlier versions kept goes', () => {
    const data = folderOf({ 'cache.sqlite': 'x', 'state.sqlite': 'y' });
    open(data);
    expect(readdirSync(data).sort()).toEqual(['index', 'state.sqlite']);
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'a folder that can’t be written is told of',
    () => {
      const data = folderOf({});
      chmodSync(data, 0o500);
      const errors: unknown[] = [];
      expect(openIndexFolder(data, { create: true, onError: (error) => errors.push(error) })).toBeUndefined();
      expect(errors).toHaveLength(1);
      chmodSync(data, 0o700);
    },
  );

  test.skipIf(process.platform === 'win32')('is the owner’s alone', () => {
    const data = folderOf({});
    const store = open(data);
    store.write('c', 'one', [bytes('x')]);
    store.save('c', '1', bytes('m'), ['one']);
    for (const path of filesIn(data)) expect(statSync(path).mode & 0o077).toBe(0);
  });

  test('can be removed while it is open', () => {
    const data = folderOf({});
    const store = open(data);
    rmSync(join(data, 'index'), { recursive: true });
    expect(store.load('c', '1')).toBeUndefined();
  });
});

describe('a scratch file', () => {
  test('is read while it grows, and leaves no name behind', () => {
    const data = folderOf({});
    const scratch = open(data).scratch('c');
    expect([scratch?.append(bytes('old ')), scratch?.append(bytes('bridge'))]).toEqual([0, 4]);
    expect([scratch?.size, text(scratch?.read(4, 6))]).toEqual([10, 'bridge']);
    expect(() => scratch?.read(4, 7)).toThrow(RangeError);
    const into = new Uint8Array(7);
    const read = scratch?.read(4, 6, into);
    expect([read?.buffer === into.buffer, text(read)]).toEqual([true, 'bridge']);
    expect(() => scratch?.read(0, 8, into)).toThrow(RangeError);
    if (process.platform !== 'win32') expect(namesIn(data)).toEqual([]);
  });
});
