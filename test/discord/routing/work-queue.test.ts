import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WORK_QUEUE_DEFAULTS, WorkQueue } from '../../../src/discord/routing/work-queue.ts';

/** How many jobs of a first burst are done without an acknowledgement. */
const AT_ONCE = WORK_QUEUE_DEFAULTS.patience / WORK_QUEUE_DEFAULTS.firstGuess;

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('WorkQueue', () => {
  it('gives results in order, and passes errors on', async () => {
    const queue = new WorkQueue();
    const done: number[] = [];
    const jobs = [1, 2, 3].map((n) => queue.run(() => done.push(n)));
    const failing = queue.run(() => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await Promise.all(jobs)).toEqual([1, 2, 3]);
    expect(done).toEqual([1, 2, 3]);
  });

  it('runs one job per turn, so that others get through between them', async () => {
    const queue = new WorkQueue();
    const order: string[] = [];
    const jobs = [1, 2, 3].map((n) => queue.run(() => order.push(`job ${n}`)));
    const other = (async () => {
      for (let i = 1; i <= 3; i++) {
        await turn();
        order.push(`other ${i}`);
      }
    })();
    await Promise.all([...jobs, other]);
    expect(order).toEqual(['job 1', 'other 1', 'job 2', 'other 2', 'job 3', 'other 3']);
  });

  it('acknowledges first what will be late, and learns from how long the last jobs took', async () => {
    let now = 0;
    const queue = new WorkQueue(() => now);
    const burst = async () => {
      let acknowledged = 0;
      const slow = () => {
        now += 40;
      };
      await Promise.all(Array.from({ length: 20 }, () => queue.run(slow, async () => void acknowledged++)));
      return acknowledged;
    };
    expect(await burst()).toBe(20 - AT_ONCE);
    expect(await burst()).toBe(19);
  });

  it('fails when the acknowledgement fails, without doing the work', async () => {
    const queue = new WorkQueue();
    let done = 0;
    const jobs = Array.from({ length: AT_ONCE + 2 }, () =>
      queue.run(
        () => done++,
        () => Promise.reject(new Error('expired')),
      ),
    );
    const results = await Promise.allSettled(jobs);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(2);
    expect(done).toBe(AT_ONCE);
  });
});

describe('acknowledged work', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  function overload(now: () => number) {
    const order: string[] = [];
    const queue = new WorkQueue(now);
    const slow = Promise.withResolvers<void>();
    const jobs = Array.from({ length: AT_ONCE }, () =>
      queue.run(
        () => order.push('urgent'),
        async () => undefined,
      ),
    );
    jobs.push(
      queue.run(
        () => order.push('first late'),
        async () => undefined,
      ),
    );
    jobs.push(
      queue.run(
        () => order.push('second late'),
        () => slow.promise,
      ),
    );
    return { order, jobs, slow };
  }

  it('stands back while others are being acknowledged', async () => {
    const { order, jobs, slow } = overload(() => 0);
    for (let i = 0; i < 20; i++) await turn();
    expect(order).toEqual(Array.from({ length: AT_ONCE }, () => 'urgent'));
    slow.resolve();
    await Promise.all(jobs);
    expect(order.slice(AT_ONCE)).toEqual(['first late', 'second late']);
  });

  it('does not stand back for ever', async () => {
    let now = 0;
    const { order } = overload(() => now);
    for (let i = 0; i < 20; i++) await turn();
    now += WORK_QUEUE_DEFAULTS.courtesy;
    vi.advanceTimersByTime(WORK_QUEUE_DEFAULTS.courtesy);
    await turn();
    await turn();
    expect(order.slice(AT_ONCE)).toEqual(['first late']);
  });
});
