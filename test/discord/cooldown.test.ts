import { describe, expect, it } from 'vitest';
import { Cooldown } from '../../src/discord/cooldown.ts';

describe('Cooldown', () => {
  it('lets so many through in a sliding window, and tells how long to wait', () => {
    let now = 1_000_000;
    const cooldown = new Cooldown(() => now, { uses: 2, window: 10_000 });
    const taken = [0, 4000, 1000, 4999, 1, 0].map((pause) => {
      now += pause;
      return cooldown.take('ann');
    });
    expect(taken).toEqual([0, 0, 5000, 1, 0, 4000]);
  });

  it('counts each person apart, and forgets those who stopped', () => {
    let now = 0;
    const cooldown = new Cooldown(() => now, { uses: 1, window: 10_000 });
    for (let i = 0; i < 100; i++) expect(cooldown.take(`user-${i}`)).toBe(0);
    expect(cooldown.take('user-1')).toBe(10_000);
    now = 20_000;
    cooldown.take('user-1');
    expect(cooldown.size).toBe(1);
  });
});
