import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUDGET_DEFAULTS, Budget, COSTS, type Share } from '../../../src/discord/routing/question-budget.ts';
import { temporaryState } from '../../state/temporary-state.ts';

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

  it('is one for all processes that share it, the suggestions of each included', async () => {
    const { update } = temporaryState();
    const share: Share = (person, change) => update('spending', person, change);
    const limits = { units: 10, window: 10_000, people: 9 };
    const [one, two] = [new Budget(() => 1000, limits, share), new Budget(() => 4000, limits, share)];
    for (let typed = 0; typed < 4; typed++) one.take('ann', COSTS.suggestion);
    expect(await one.takeAnywhere('ann', 4)).toBe(0);
    expect(await two.takeAnywhere('ann', 4)).toBe(0);
    expect(await two.takeAnywhere('ann', 4)).toBe(7000);
    expect(await one.takeAnywhere('ann', 1)).toBe(0);
    expect(await two.takeAnywhere('bob', 10)).toBe(0);
  });

  it('lets no more through when two processes are asked at once', async () => {
    const { update } = temporaryState();
    const share: Share = (person, change) => update('spending', person, change);
    const budgets = [0, 1].map(() => new Budget(() => 1000, { ...BUDGET_DEFAULTS, units: 5 }, share));
    const waits = await Promise.all(
      Array.from({ length: 20 }, (_, i) => budgets[i % 2]?.takeAnywhere('ann', 1)),
    );
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
  });

  it('goes by what it knows itself when the others can not be asked', async () => {
    const away: Share = () => Promise.reject(new Error('the database cannot be reached'));
    const budget = new Budget(() => 1000, { ...BUDGET_DEFAULTS, units: 1 }, away);
    expect([await budget.takeAnywhere('ann', 1), await budget.takeAnywhere('ann', 1)]).toEqual([0, 10_000]);
  });
});
