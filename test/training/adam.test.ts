import { expect, it } from 'vitest';
import { createAdam } from '../../training/adam.ts';

it('finds the bottom of a bowl that is a hundred times steeper one way than the other', () => {
  const point = Float64Array.of(3, -2);
  const gradient = new Float64Array(2);
  const step = createAdam([point], [gradient], 0);
  for (let i = 0; i < 2000; i++) {
    gradient[0] = 100 * ((point[0] ?? 0) - 1);
    gradient[1] = (point[1] ?? 0) - 1;
    step(0.05 * (1 - i / 2000));
  }
  for (const value of point) expect(value).toBeCloseTo(1, 3);
});

it('empties the gradient, and draws to zero what nothing pulls at', () => {
  const [values, gradient] = [Float64Array.of(1), Float64Array.of(0)];
  createAdam([values], [gradient], 0.1)(0.5);
  expect([values[0], gradient[0]]).toEqual([0.95, 0]);
});
