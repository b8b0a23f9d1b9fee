import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SqliteStore } from '../../../src/state/sqlite/sqlite-store.ts';
import { WRITE_QUEUE_DEFAULTS, WriteQueue } from '../../../src/state/sqlite/write-queue.ts';
import type { Trouble } from '../../../src/state/trouble.ts';

/** What node:sqlite throws. @param errcode a result code of SQLite, which may be an extended one */
const failure = (errcode: number, message: string) => Object.assign(new Error(message), { errcode });
const BUSY = failure(5, 'database is locked');
const FULL = failure(13, 'database or disk is full');

function open() {
  const rows = new Map<string, string>();
  const told: (Trouble | undefined)[] = [];
  const disk: { fails?: Error } = {};
  const queue = new WriteQueue(
    (key, value) => {
      if (disk.fails !== undefined) throw disk.fails;
      rows.set(key, value);
    },
    { now: () => Date.now(), onTrouble: (trouble) => void told.push(trouble) },
  );
  return { rows, told, disk, queue };
}

describe('WriteQueue', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => void vi.useRealTimers());

  it('writes at once when that works', () => {
    const { queue, rows, told } = open();
    queue.put('a', '1', undefined);
    expect([rows.get('a'), queue.peek('a'), queue.trouble, told]).toEqual(['1', undefined, undefined, []]);
  });

  it('keeps what the disk has no room for, says so once, and writes it later, in order', async () => {
    const { queue, rows, told, disk } = open();
    disk.fails = FULL;
    for (const [key, value] of [
      ['a', '1'],
      ['b', '2'],
      ['a', '3'],
    ] as const)
      queue.put(key, value, undefined);
    expect(queue.peek('a')).toBe('3');
    expect(queue.within('a', 'b')).toEqual([['a', '3']]);
    expect(queue.trouble).toEqual({ since: 1_000_000, why: 'the disk is full', waiting: 2 });
    await vi.advanceTimersByTimeAsync(60_000);
    expect([told.length, rows.size]).toEqual([1, 0]);
    delete disk.fails;
    await vi.advanceTimersByTimeAsync(WRITE_QUEUE_DEFAULTS.longestPause);
    expect([...rows]).toEqual([
      ['b', '2'],
      ['a', '3'],
    ]);
    expect([told.at(-1), told.length, queue.trouble]).toEqual([undefined, 2, undefined]);
  });

  it('says nothing of a database that is held for a moment', async () => {
    const { queue, rows, told, disk } = open();
    disk.fails = BUSY;
    queue.put('a', '1', undefined);
    await vi.advanceTimersByTimeAsync(WRITE_QUEUE_DEFAULTS.patience / 2);
    delete disk.fails;
    await vi.advanceTimersByTimeAsync(WRITE_QUEUE_DEFAULTS.longestPause);
    expect([rows.get('a'), told]).toEqual(['1', []]);
  });

  it('says it of one that is held for longer', async () => {
    const { queue, told, disk } = open();
    disk.fails = BUSY;
    queue.put('a', '1', undefined);
    await vi.advanceTimersByTimeAsync(2 * WRITE_QUEUE_DEFAULTS.patience + WRITE_QUEUE_DEFAULTS.longestPause);
    expect(told).toEqual([{ since: 1_000_000, why: 'another program holds the database', waiting: 1 }]);
  });

  it('forgets what waits, and bounds it: the oldest go', () => {
    const { queue, disk } = open();
    disk.fails = FULL;
    for (let i = 0; i <= WRITE_QUEUE_DEFAULTS.waiting; i++) queue.put(`k${i}`, '1', undefined);
    expect([queue.peek('k0'), queue.peek('k1')]).toEqual([undefined, '1']);
    expect([queue.forget('k1'), queue.forget('k1'), queue.peek('k1')]).toEqual([true, false, undefined]);
    expect(queue.close()).toBe(WRITE_QUEUE_DEFAULTS.waiting - 1);
  });

  it('writes what waits before the end', () => {
    const { queue, rows, disk } = open();
    disk.fails = FULL;
    queue.put('a', '1', undefined);
    delete disk.fails;
    expect([queue.close(), rows.get('a')]).toEqual([0, '1']);
  });
});

describe('a real database', () => {
  it('that is full still remembers, until it has room again', async () => {
    const database = new DatabaseSync(':memory:');
    const plain = new SqliteStore(database);
    const queue = new WriteQueue((...entry) => plain.write(...entry), { now: () => 7 });
    const store = new SqliteStore(database, { queue });
    store.namespace = 'views';
    await store.set('views:old', '{"value":"old"}');
    database.exec('PRAGMA max_page_count = 5');
    const long = JSON.stringify({ value: 'x'.repeat(100_000) });
    await store.set('views:new', long);
    expect(queue.trouble).toEqual({ since: 7, why: 'the disk is full', waiting: 1 });
    expect([await store.get('views:new'), await store.has('views:old')]).toEqual([long, true]);
    const keys = await Array.fromAsync(store.iterator(), ([key]) => key);
    expect(keys).toEqual(['views:old', 'views:new']);
    database.exec('PRAGMA max_page_count = 5000');
    expect([queue.close(), await plain.get('views:new')]).toEqual([0, long]);
  });
});
