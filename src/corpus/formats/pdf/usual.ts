import type { Usual } from './paragraphs.ts';
import type { Fragment, Line } from './types.ts';

/** The size in which most of a document's text is set. */
export function usualSize(fragments: readonly Fragment[]): number {
  return mostOf(fragments.map(({ size, text }) => [Math.round(size * 4) / 4, text.length])) ?? 10;
}

/** The font and the step from line to line in which most text of that size is set. */
export function usualOf(lines: readonly Line[], size: number): Usual {
  const body = lines.filter((line) => Math.abs(line.size - size) < 0.3);
  const font = mostOf(body.map((line) => [line.font, line.text.length])) ?? '';
  const steps = body.slice(1).flatMap((line, i): number[] => {
    const before = body[i];
    const step = before === undefined ? 0 : (line.y - before.y) / size;
    return step > 0.8 && step < 3.5 && before?.page === line.page ? [step] : [];
  });
  return { size, font, step: usualStep(steps) };
}

/** Steps that are compared with each other. */
const SAMPLE = 500;

/** The smallest step that many lines have: the bigger ones are those between paragraphs. */
function usualStep(steps: readonly number[]): number {
  const every = Math.ceil(steps.length / SAMPLE);
  const sorted = steps.filter((_, i) => i % every === 0).sort((a, b) => a - b);
  const near = sorted.map((step) => sorted.filter((other) => Math.abs(other - step) < 0.1).length);
  const most = Math.max(0, ...near);
  const first = near.findIndex((count) => count >= most * 0.35);
  const from = sorted[first];
  if (from === undefined) return 1.3;
  const alike = sorted.filter((step) => step >= from && step < from + 0.15);
  return alike[alike.length >> 1] ?? 1.3;
}

function mostOf<T>(weighed: readonly (readonly [T, number])[]): T | undefined {
  const sums = new Map<T, number>();
  for (const [value, weight] of weighed) sums.set(value, (sums.get(value) ?? 0) + weight);
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0];
}
