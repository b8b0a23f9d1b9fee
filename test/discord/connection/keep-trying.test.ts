import { describe, expect, it } from 'vitest';
import { keepTrying, lengthOf } from '../../../src/discord/connection/keep-trying.ts';
import { createLog } from '../../../src/log.ts';

const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** Fails as often as there are waits, then works; time passes only in the pauses. */
async function tryWith(waits: readonly (number | undefined)[], abortAfter = Number.POSITIVE_INFINITY) {
  const clock = { now: Date.parse('2026-03-01T12:00:00Z') };
  const lines: string[] = [];
  const pauses: number[] = [];
  const controller = new AbortController();
  const left = [...waits];
  const result = await keepTrying(
    async () => {
      if (left.length > 0) throw new Error('down');
      return 'done';
    },
    {
      what: (error) => `It failed (${error instanceof Error ? error.message : ''})`,
      log: createLog({ level: 'warn', to: { write: (line) => void lines.push(JSON.parse(line).msg) } }),
      now: () => clock.now,
      signal: controller.signal,
      waitFor: () => left.shift(),
      pause: async (ms) => {
        pauses.push(ms);
        clock.now += ms;
        if (pauses.length >= abortAfter) controller.abort(new Error('enough'));
        controller.signal.throwIfAborted();
      },
    },
  ).catch((error: unknown) => String(error));
  return { result, lines, pauses };
}

describe('keepTrying', () => {
  it('lets its pauses grow, up to five minutes', async () => {
    const { result, pauses } = await tryWith(Array.from({ length: 11 }, () => 0));
    expect(result).toBe('done');
    expect(pauses.map((ms) => ms / SECOND)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
  });

  it('says why once, and again after an hour', async () => {
    const { lines } = await tryWith(Array.from({ length: 22 }, () => 0));
    expect(lines).toEqual([
      'It failed (down). Trying again in 1 s, at 2026-03-01T12:00:01.000Z',
      'It failed (down). Trying again in 5 min, at 2026-03-01T13:08:31.000Z',
    ]);
  });

  it('waits as long as it is told to, and says until when at once and every hour', async () => {
    const { result, lines, pauses } = await tryWith([2.5 * HOUR]);
    expect(result).toBe('done');
    expect(pauses.map((ms) => ms / HOUR)).toEqual([1, 1, 0.5]);
    expect(lines).toEqual([
      'It failed (down). Trying again in 2 h 30 min, at 2026-03-01T14:30:00.000Z',
      'It failed (down). Trying again in 1 h 30 min, at 2026-03-01T14:30:00.000Z',
      'It failed (down). Trying again in 30 min, at 2026-03-01T14:30:00.000Z',
    ]);
  });

  it('waits longer than a timer can', async () => {
    const { pauses } = await tryWith([60 * 24 * HOUR]);
    expect(pauses).toHaveLength(60 * 24);
  });

  it('gives up what will never work', async () => {
    expect((await tryWith([0, undefined])).result).toBe('Error: down');
  });

  it('ends when it is told to', async () => {
    expect(await tryWith([0, 0, 0], 2)).toMatchObject({ result: 'Error: enough', pauses: [1000, 2000] });
  });
});

it.each([
  [40, '1 s'],
  [59_001, '1 min'],
  [61_000, '2 min'],
  [HOUR, '1 h'],
  [HOUR + 60_000, '1 h 1 min'],
])('%d ms are %s', (ms, text) => {
  expect(lengthOf(ms)).toBe(text);
});
