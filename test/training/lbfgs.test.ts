import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minimize, type Objective } from '../../training/lbfgs.ts';

/** Σ scale · (x − centre)². */
function bowl(centre: readonly number[], scales: readonly number[]): Objective {
  return (point, gradient) =>
    centre.reduce((sum, c, i) => {
      const away = (point[i] ?? 0) - c;
      const scale = scales[i] ?? 1;
      gradient[i] = 2 * scale * away;
      return sum + scale * away * away;
    }, 0);
}

describe('minimize', () => {
  it('finds the middle of a bowl, however steep its sides', () => {
    const centres = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(centres, (centre) => {
        const scales = centre.map((_, i) => 10 ** (i % 3));
        const found = minimize(bowl(centre, scales), new Float64Array(centre.length), {
          memory: 8,
          mostSteps: 200,
          tolerance: 1e-14,
        });
        for (const [i, c] of centre.entries()) expect(found[i]).toBeCloseTo(c, 3);
      }),
    );
  });

  it("follows Rosenbrock's bent valley to its end", () => {
    const valley: Objective = (point, gradient) => {
      const [x = 0, y = 0] = point;
      gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x);
      gradient[1] = 200 * (y - x * x);
      return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
    };
    const found = minimize(valley, Float64Array.of(-1.2, 1), { memory: 8, mostSteps: 500, tolerance: 1e-16 });
    expect(found[0]).toBeCloseTo(1, 3);
    expect(found[1]).toBeCloseTo(1, 3);
  });

  it('leaves the start as it was and stays where nothing pulls', () => {
    const start = Float64Array.of(3, 4);
    const found = minimize(bowl([3, 4], [1, 1]), start);
    expect([...found]).toEqual([3, 4]);
    minimize(bowl([0, 0], [1, 1]), start);
    expect([...start]).toEqual([3, 4]);
  });
});
