import { expect, it } from 'vitest';
import { acksReport } from '../../benchmarks/acks/report.ts';

it('tells how soon interactions were acknowledged, and how many were not', () => {
  const presses = Array.from({ length: 19 }, (_, i) => ({ what: 'press', after: i + 1 }));
  const all = [...presses, { what: 'press', after: 400 }, { what: 'question', after: undefined }];
  const { count, p95, lost, table } = acksReport(all);
  expect([count, p95, lost]).toEqual([21, 19, 1]);
  expect(table.split('\n').slice(2)).toEqual([
    '| press | 20 | 10 | 19 | 400 | 400 | 0 |',
    '| question | 1 | 0 | 0 | 0 | 0 | 1 |',
    '| all | 21 | 10 | 19 | 400 | 400 | 1 |',
  ]);
});
