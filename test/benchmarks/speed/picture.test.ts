import { expect, test } from 'vitest';
import { drawLogLog } from '../../../benchmarks/speed/picture.ts';

const AXES = { x: 'sentences', y: 'ms' };
/** The places that a line goes through. */
const pathsOf = (svg: string) =>
  Array.from(svg.matchAll(/<path d="M([^"]+)" stroke="#[0-9a-f]{6}"/g), ([, path = '']) =>
    path.split('L').map((place) => place.split(' ').map(Number)),
  );

test('ten times as much is as far everywhere', () => {
  const points = [10, 100, 1000].map((n) => [n, n / 10] as const);
  const [[first = [], second = [], third = []] = []] = pathsOf(drawLogLog([{ name: 'a', points }], AXES));
  for (const axis of [0, 1])
    expect((second[axis] ?? 0) - (first[axis] ?? 0)).toBeCloseTo((third[axis] ?? 0) - (second[axis] ?? 0), 0);
});

test('names of lines that end in one place stand below each other', () => {
  const points = [[10, 1] as const, [100, 2] as const];
  const svg = drawLogLog(
    ['a', 'b & c'].map((name) => ({ name, points })),
    AXES,
  );
  const places = Array.from(svg.matchAll(/<text [^>]*y="([\d.]+)"[^>]*>(?:a|b &amp; c)</g), ([, y]) =>
    Number(y),
  );
  expect(places).toHaveLength(2);
  expect(Math.abs((places[0] ?? 0) - (places[1] ?? 0))).toBeGreaterThanOrEqual(12);
});

test('nothing is drawn of nothing, and no place is no number', () => {
  expect(drawLogLog([], AXES)).toContain(`<title>${AXES.y} over ${AXES.x}</title>`);
  expect(drawLogLog([{ name: 'a', points: [] }], AXES)).not.toMatch(/NaN|Infinity/);
});
