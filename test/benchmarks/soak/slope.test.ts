import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slopeOf } from '../../../benchmarks/soak/slope.ts';

test.each<[string, [number, number][], number]>([
  [
    'a line',
    [
      [0, 1],
      [1, 3],
      [2, 5],
    ],
    2,
  ],
  [
    'no growth',
    [
      [0, 4],
      [5, 4],
      [9, 4],
    ],
    0,
  ],
  [
    'a saw about a line',
    [
      [0, 0],
      [1, 3],
      [2, 2],
      [3, 5],
    ],
    1.4,
  ],
  [
    'one place',
    [
      [3, 1],
      [3, 9],
    ],
    0,
  ],
  ['nothing', [], 0],
])('the slope of %s', (_, points, slope) => {
  expect(slopeOf(points)).toBeCloseTo(slope, 9);
});

test('a leak of so many bytes each shows as that, whatever lies beneath', () => {
  fc.assert(
    fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 1e8 }), (leak, base) => {
      const points = Array.from({ length: 20 }, (_, i): [number, number] => [
        i * 1000,
        base + leak * i * 1000,
      ]);
      expect(slopeOf(points)).toBeCloseTo(leak, 3);
    }),
  );
});
