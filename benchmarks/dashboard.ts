import { readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { z } from 'zod';
import { loadFonts } from '../src/timeline/picture/png.ts';
import { drawDashboard } from './dashboard/draw.ts';
import { readPanels } from './dashboard/panels.ts';
import { seriesOf } from './dashboard/series.ts';

/*
 * Draws the panels of deploy/grafana-dashboard.json, each with its own queries, from numbers that `soak.ts --metrics` has
 * written: a picture of what Grafana would show, without one.
 *   node benchmarks/dashboard.ts METRICS.jsonl PICTURE.png
 */
const [from = '', to = 'dashboard.png'] = process.argv.slice(2);
const Line = z.object({ at: z.number(), text: z.string() });
const scrapes = readFileSync(from, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => Line.parse(JSON.parse(line)))
  .map(({ at, text }) => ({ time: at / 1000, text }));
const [first, last] = [scrapes[0], scrapes.at(-1)];
if (first === undefined || last === undefined) throw new Error(`There are no numbers in ${from}`);
const fonts = await loadFonts();
const svg = drawDashboard({
  panels: readPanels(),
  series: seriesOf(scrapes, { job: 'footnote', instance: 'localhost:9464' }),
  from: first.time,
  to: last.time,
  title: 'Footnote',
});
const font = { fontFiles: [...fonts.files], loadSystemFonts: false, defaultFontFamily: fonts.family };
writeFileSync(to, new Resvg(svg, { font }).render().asPng());
