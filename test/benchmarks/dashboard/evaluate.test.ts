import { describe, expect, test } from 'vitest';
import { drawDashboard } from '../../../benchmarks/dashboard/draw.ts';
import { evaluate } from '../../../benchmarks/dashboard/evaluate.ts';
import { readPanels } from '../../../benchmarks/dashboard/panels.ts';
import { parseQuery } from '../../../benchmarks/dashboard/query.ts';
import { seriesOf } from '../../../benchmarks/dashboard/series.ts';

/** A minute apart: two commands, one of which begins anew after a restart. */
const scrapes = [0, 1, 2, 3, 4].map((minute) => ({
  time: minute * 60,
  text: [
    '# TYPE asked_total counter',
    `asked_total{command="ask",outcome="done"} ${60 * minute + 60}`,
    `asked_total{command="ask",outcome="failed"} ${[0, 6, 0, 6, 12][minute]}`,
    `asked_total{command="help",outcome="done"} 30`,
    `took_bucket{le="0.1"} ${10 * minute}`,
    `took_bucket{le="1"} ${20 * minute}`,
    `took_bucket{le="+Inf"} ${20 * minute}`,
    `ready ${minute === 4 ? 'Nan' : 2}`,
  ].join('\n'),
}));
const series = seriesOf(scrapes, { job: 'my-footnote-1' });
const at240 = (query: string) =>
  evaluate(parseQuery(query), series, 240).map(({ labels, value }) => [Object.values(labels).join(), value]);

describe('a query of the dashboard, as Prometheus answers it', () => {
  test.each<[string, (string | number)[][]]>([
    ['sum(ready)', [['', 2]]],
    ['ready{job=~".*footnote.*"}', [['my-footnote-1,ready', 2]]],
    ['ready{job=~"footnote"}', []],
    // The readings of four minutes, of which the first is not within the range.
    [
      'sum by (command) (rate(asked_total{outcome="done"}[4m]))',
      [
        ['ask', 1],
        ['help', 0],
      ],
    ],
    // 6 in the third minute and 6 in the fourth; what was counted before the restart is in the first.
    ['sum by (outcome) (increase(asked_total{outcome!="done"}[3m]))', [['failed', 12]]],
    [
      'max by (command) (asked_total)',
      [
        ['ask', 300],
        ['help', 30],
      ],
    ],
    ['histogram_quantile(0.5, sum by (le) (rate(took_bucket[4m])))', [['', 0.1]]],
    ['histogram_quantile(0.75, sum by (le) (rate(took_bucket[4m])))', [['', 0.55]]],
  ])('%s', (query, expected) => {
    const found = at240(query);
    expect(found.map(([labels]) => labels)).toEqual(expected.map(([labels]) => labels));
    for (const [i, [, value]] of found.entries()) expect(value).toBeCloseTo(Number(expected[i]?.[1]), 6);
  });

  test.each([
    'avg(ready)',
    'sum(ready',
    'rate(ready)[5m]',
    'ready{job~"x"}',
    'ready[5y]',
  ])('refuses %s', (query) => {
    expect(() => parseQuery(query)).toThrow('Not understood');
  });
});

test('every panel of the dashboard is drawn in its place', () => {
  const panels = readPanels();
  const svg = drawDashboard({ panels, series, from: 0, to: 240, title: 'Footnote & <co>' });
  for (const { title } of panels) expect(svg).toContain(`>${title}</text>`);
  expect(svg).toContain('Footnote &amp; &lt;co>');
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
});
