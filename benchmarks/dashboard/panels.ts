import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Panel = z.object({
  type: z.enum(['stat', 'timeseries']),
  title: z.string(),
  gridPos: z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() }),
  targets: z.array(z.object({ expr: z.string(), legendFormat: z.string().optional() })),
  fieldConfig: z.object({ defaults: z.object({ unit: z.string().optional() }) }),
});

/** A panel of a dashboard of Grafana, as far as it is drawn. */
export type Panel = Readonly<z.infer<typeof Panel>>;

/** Those of the dashboard that is shipped. */
export function readPanels(): Panel[] {
  const path = new URL('../../deploy/grafana-dashboard.json', import.meta.url);
  return z.object({ panels: z.array(Panel) }).parse(JSON.parse(readFileSync(path, 'utf8'))).panels;
}
