import { expect, test } from 'vitest';
import { WriteBehind } from '../../../src/state/postgres/write-behind.ts';
import type { Entry } from '../../../src/state/rows/entry.ts';
import type { Trouble } from '../../../src/state/trouble.ts';

const entry = (key: string, value = '1'): Entry => ({ store: 'views', key, value, expires: null });
const AWAY = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
const REFUSED = Object.assign(new Error('value too long'), { code: '22001' });

/** A queue before a database that can be away, and refuses what is called "bad". */
function open() {
  const written: string[] = [];
  const troubles: (Trouble | undefined)[] = [];
  const refused: unknown[] = [];
  const database = { away: false };
  const queue = new WriteBehind(
    async (entries) => {
      if (database.away) throw AWAY;
      if (entries.some(({ key }) => key === 'bad')) throw REFUSED;
      written.push(...entries.map(({ key, value }) => `${key}=${value}`));
    },
    { now: () => 7, onTrouble: (trouble) => troubles.push(trouble), onRefused: (err) => refused.push(err) },
  );
  return { queue, written, troubles, refused, database };
}

test('whoever writes waits until it is written', async () => {
  const { queue, written } = open();
  await Promise.all([queue.put(entry('a')), queue.put(entry('b'))]);
  expect(written).toEqual(['a=1', 'b=1']);
  expect(queue.peek('views', 'a')).toBeUndefined();
});

test('what the database never takes is told of, and keeps nothing else from being written', async () => {
  const { queue, written, refused } = open();
  await Promise.all(['a', 'bad', 'b'].map((key) => queue.put(entry(key))));
  expect(written).toEqual(['a=1', 'b=1']);
  expect(refused).toEqual([REFUSED]);
  expect(queue.trouble).toBeUndefined();
});

test('while the database is away all waits, the latest of each key, and is written afterwards', async () => {
  const { queue, written, troubles, database } = open();
  database.away = true;
  await queue.put(entry('a'));
  await queue.put(entry('b'));
  await queue.put(entry('a', '2'));
  const trouble = { since: 7, why: 'the database cannot be reached' };
  expect(queue.trouble).toEqual({ ...trouble, waiting: 2 });
  expect(queue.of('views')).toEqual([
    ['a', '2'],
    ['b', '1'],
  ]);
  expect(queue.forget('views', 'b')).toBe(true);
  database.away = false;
  await expect.poll(() => written).toEqual(['a=2']);
  expect(troubles).toEqual([{ ...trouble, waiting: 1 }, undefined]);
});

test('the oldest make room when too many wait', async () => {
  const { queue, database } = open();
  database.away = true;
  for (let i = 0; i < 5010; i++) await queue.put(entry(String(i)));
  expect(queue.peek('views', '9')).toBeUndefined();
  expect(queue.peek('views', '10')).toBe('1');
});

test('what could not be written before the end is counted', async () => {
  const { queue, database } = open();
  database.away = true;
  await queue.put(entry('a'));
  expect(await queue.close()).toBe(1);
  await expect(queue.put(entry('b'))).rejects.toThrow('not open');
});
