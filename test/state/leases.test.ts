import { expect, onTestFinished, test, vi } from 'vitest';
import { createLeases } from '../../src/state/leases.ts';
import type { Update } from '../../src/state/rows/update-entry.ts';

const TTL = 15_000;

/** Two processes with one store, which the first can lose, and one clock. */
function open() {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance', 'Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const kept = new Map<string, unknown>();
  const update = async (name: string, change: (present: unknown) => Update) => {
    const next = change(kept.get(name));
    if (next !== undefined) kept.set(name, next.value);
    return kept.get(name);
  };
  let away = false;
  const clock = async () => Date.now();
  const leases = [
    createLeases({
      update: (...args) => (away ? Promise.reject(new Error('away')) : update(...args)),
      clock,
      ttl: TTL,
    }),
    createLeases({ update, clock, ttl: TTL }),
  ] as const;
  return {
    first: leases[0],
    second: leases[1],
    cutOff: () => {
      away = true;
    },
  };
}

const until = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));

test('whoever works keeps the lease, however long it takes', async () => {
  const { first, second } = open();
  const end = new AbortController();
  const working = first('feeds', () => until(end.signal));
  await vi.advanceTimersByTimeAsync(10 * TTL);
  expect(await second('feeds', async () => undefined)).toBe(false);
  end.abort();
  expect(await working).toBe(true);
});

test('whoever is cut off is told to stop, and the lease moves', async () => {
  const { first, second, cutOff } = open();
  const working = first('feeds', until);
  await vi.advanceTimersByTimeAsync(TTL / 2);
  cutOff();
  expect(await second('feeds', async () => undefined)).toBe(false);
  await vi.advanceTimersByTimeAsync(2 * TTL);
  expect(await working).toBe(true);
  expect(await second('feeds', async () => undefined)).toBe(true);
});

test('whoever cannot reach the store does nothing', async () => {
  const { first, cutOff } = open();
  cutOff();
  expect(await first('feeds', () => Promise.reject(new Error('not done')))).toBe(false);
});
