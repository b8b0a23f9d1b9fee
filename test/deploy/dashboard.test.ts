import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { createLog } from '../../src/log.ts';
import { openWatch } from '../../src/operate/watch.ts';

const dashboard = z
  .object({
    panels: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
        targets: z.array(z.object({ expr: z.string() })).min(1),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL('../../deploy/grafana-dashboard.json', import.meta.url), 'utf8')));

it('asks for numbers that the bot has', async () => {
  const watch = await openWatch({ host: '127.0.0.1', port: 0, log: createLog({ level: 'silent' }) });
  try {
    const text = await (await fetch(`${watch.server.url}/metrics`)).text();
    const there = new Set([...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name));
    const asked = dashboard.panels
      .flatMap(({ targets }) => targets)
      .flatMap(({ expr }) => expr.match(/\b(?:footnote|process|nodejs)_\w+/g) ?? [])
      .map((name) => name.replace(/_bucket$/, ''));
    expect(asked.length).toBeGreaterThan(12);
    expect(asked.filter((name) => !there.has(name))).toEqual([]);
  } finally {
    await watch.server.close();
  }
});

it('puts no panel over another', () => {
  const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, i) => `${x + (i % w)},${y + Math.floor(i / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  expect(dashboard.panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true);
});
