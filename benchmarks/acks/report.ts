import { quantile } from '../measures.ts';

/** What one interaction was, and after how many milliseconds it was acknowledged; undefined: never. */
export interface Timed {
  readonly what: string;
  readonly after: number | undefined;
}

export interface AcksReport {
  readonly count: number;
  /** Milliseconds within which 95 of a hundred were acknowledged. */
  readonly p95: number;
  readonly lost: number;
  /** A table in Markdown. */
  readonly table: string;
}

/** Sums up how soon interactions were acknowledged, by what they were and all together. */
export function acksReport(all: readonly Timed[]): AcksReport {
  const kinds = [...new Set(all.map(({ what }) => what))].sort();
  const rows = [...kinds.map((kind) => all.filter(({ what }) => what === kind)), all].map((some, i) => {
    const times = timesOf(some);
    const cells = [0.5, 0.95, 0.99, 1].map((share) => Math.round(quantile(times, share)));
    return `| ${[kinds[i] ?? 'all', some.length, ...cells, some.length - times.length].join(' | ')} |`;
  });
  const times = timesOf(all);
  return {
    count: all.length,
    p95: quantile(times, 0.95),
    lost: all.length - times.length,
    table: [
      '| acknowledged after ms | number | p50 | p95 | p99 | max | lost |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
  };
}

function timesOf(some: readonly Timed[]): number[] {
  return some.flatMap(({ after }) => after ?? []);
}
