import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { InFlight } from '../../../src/discord/connection/in-flight.ts';

describe('InFlight', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('waits for what is under way, and for what that started', async () => {
    const inFlight = new InFlight();
    const { promise, resolve } = Promise.withResolvers<void>();
    void inFlight.track(promise.then(() => void inFlight.track(Promise.resolve())));
    const drained = inFlight.drain(1000);
    expect(inFlight.open).toBe(false);
    resolve();
    expect(await drained).toBe(true);
  });

  it('is not held up by what fails', async () => {
    const inFlight = new InFlight();
    const failing = inFlight.track(Promise.reject(new Error('no')));
    expect(await inFlight.drain(1000)).toBe(true);
    await expect(failing).rejects.toThrow('no');
  });

  it('gives up after the time it was given', async () => {
    const inFlight = new InFlight();
    void inFlight.track(Promise.withResolvers<void>().promise);
    const drained = inFlight.drain(1000);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await drained).toBe(false);
  });
});
