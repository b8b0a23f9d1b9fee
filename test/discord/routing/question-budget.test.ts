import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUDGET_DEFAULTS, Budget, COSTS } from '../../../src/discord/routing/question-budget.ts';

describe('Budget', () => {
  it('lets so much through in a sliding window, and tells how long to wait', () => {
    let now = 1_000_000;
    const budget = new Budget(() => now, { units: 2, window: 10_000, people: 9 });
    const taken = [0, 4000, 1000, 4999, 1, 0].map((pause) => {
      now += pause;
      return budget.take('ann', 1);
    });
    expect(taken).toEqual([0, 0, 5000, 1, 0, 4000]);
  });

  it('is one for all that costs', () => {
    const budget = new Budget(() => 0);
    expect(budget.take('ann', COSTS.question)).toBe(0);
    const presses = Array.from({ length: 150 }, () => budget.take('ann', COSTS.press));
    expect(presses.filter((wait) => wait === 0)).toHaveLength((20 - 4) / 2);
    expect(budget.take('ann', COSTS.suggestion)).toBe(BUDGET_DEFAULTS.window);
    expect(budget.take('bob', COSTS.question)).toBe(0);
  });

  it('keeps what typing must leave over: after any number of suggestions a question is still let through', () => {
    const budget = new Budget(() => 0);
    const typed = Array.from({ length: 500 }, () => budget.take('ann', COSTS.suggestion, COSTS.question));
    expect(typed.filter((wait) => wait === 0)).toHaveLength(64);
    expect(budget.take('ann', COSTS.question)).toBe(0);
  });

  it('never lets more through in any window than there is', () => {
    const step = fc.record({ pause: fc.nat(3000), cost: fc.constantFrom(...Object.values(COSTS)) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let now = 0;
        const budget = new Budget(() => now);
        const spent = steps.flatMap(({ pause, cost }) => {
          now += pause;
          return budget.take('ann', cost) === 0 ? [{ at: now, cost }] : [];
        });
        for (const { at } of spent) {
          const within = spent.filter((one) => one.at <= at && one.at > at - BUDGET_DEFAULTS.window);
          expect(within.reduce((sum, { cost }) => sum + cost, 0)).toBeLessThanOrEqual(BUDGET_DEFAULTS.units);
        }
      }),
    );
  });

  it('forgets those who stopped, and the most silent of too many', () => {
    let now = 0;
    const budget = new Budget(() => now, { units: 1, window: 10_000, people: 50 });
    for (let i = 0; i < 100; i++) expect(budget.take(`user-${i}`, 1)).toBe(0);
    expect([budget.size, budget.take('user-99', 1)]).toEqual([50, 10_000]);
    now = 20_000;
    budget.take('user-99', 1);
    expect(budget.size).toBe(1);
  });
});
