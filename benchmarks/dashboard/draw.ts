import { evaluate } from './evaluate.ts';
import type { Panel } from './panels.ts';
import { parseQuery } from './query.ts';
import type { Series } from './series.ts';

export interface Drawing {
  readonly panels: readonly Panel[];
  readonly series: readonly Series[];
  /** In seconds. */
  readonly from: number;
  readonly to: number;
  readonly title: string;
}

const STYLE = {
  column: 50,
  row: 30,
  gap: 8,
  header: 44,
  points: 120,
  background: '#111217',
  panel: '#181b1f',
  line: '#2c3235',
  text: '#ccccdc',
  faint: '#9097a0',
  colours: ['#73bf69', '#f2cc0c', '#5794f2', '#ff9830', '#f2495c', '#b877d9', '#56d4dd', '#ffa6b0'],
} as const;

interface Line {
  readonly name: string;
  readonly points: readonly (readonly [time: number, value: number])[];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The panels as an SVG, each in its place in the dashboard, with what its queries give. */
export function drawDashboard(drawing: Drawing): string {
  const { panels, title } = drawing;
  const { column, row, gap, header, background, text } = STYLE;
  const width = 24 * column + gap;
  const height = header + row * Math.max(...panels.map(({ gridPos: { y, h } }) => y + h)) + gap;
  const drawn = panels.map((panel) => {
    const { x, y, w, h } = panel.gridPos;
    const box = {
      x: x * column + gap,
      y: header + y * row + gap,
      width: w * column - gap,
      height: h * row - gap,
    };
    const lines = linesOf(panel, drawing);
    const inner = panel.type === 'stat' ? drawStat(panel, lines, box) : drawLines(panel, lines, box, drawing);
    return `<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="3" fill="${STYLE.panel}" stroke="${STYLE.line}"/>${label(panel.title, box.x + 10, box.y + 20, { weight: 'bold' })}${inner}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="DejaVu Sans"><rect width="100%" height="100%" fill="${background}"/>${label(title, gap + 4, 30, { size: 17, weight: 'bold', fill: text })}${drawn.join('')}</svg>`;
}

function linesOf({ targets }: Panel, { series, from, to }: Drawing): Line[] {
  return targets.flatMap(({ expr, legendFormat = '' }) => {
    const query = parseQuery(expr);
    const lines = new Map<string, [number, number][]>();
    for (let i = 0; i <= STYLE.points; i++) {
      const time = from + ((to - from) * i) / STYLE.points;
      for (const { labels, value } of evaluate(query, series, time)) {
        if (Number.isNaN(value)) continue;
        const name = legendFormat.replace(/\{\{(\w+)\}\}/g, (_, own: string) => labels[own] ?? '');
        const points = lines.get(name) ?? [];
        lines.set(name, points);
        points.push([time, value]);
      }
    }
    return [...lines].map(([name, points]) => ({ name, points }));
  });
}

function drawStat({ fieldConfig }: Panel, lines: readonly Line[], { x, y, width, height }: Box): string {
  return lines
    .map(({ name, points }, i) => {
      const middle = x + (width * (i + 0.5)) / lines.length;
      const value = valueText(points.at(-1)?.[1] ?? Number.NaN, fieldConfig.defaults.unit);
      const under =
        name === '' ? '' : label(name, middle, y + height - 10, { anchor: 'middle', fill: STYLE.faint });
      return `${label(value, middle, y + height - 32, { size: 30, anchor: 'middle', fill: STYLE.colours[0] })}${under}`;
    })
    .join('');
}

function drawLines(
  { fieldConfig }: Panel,
  lines: readonly Line[],
  { x, y, width, height }: Box,
  { from, to }: Pick<Drawing, 'from' | 'to'>,
): string {
  const { unit } = fieldConfig.defaults;
  const plot = { x: x + 74, y: y + 34, width: width - 90, height: height - 84 };
  const highest = Math.max(0, ...lines.flatMap(({ points }) => points.map(([, value]) => value)));
  const top = niceTop(highest);
  const px = (time: number) => round(plot.x + (plot.width * (time - from)) / (to - from));
  const py = (value: number) => round(plot.y + plot.height * (1 - value / top));
  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const at = py(top * share);
    const line = `<path d="M${plot.x} ${at}H${plot.x + plot.width}" stroke="${STYLE.line}"/>`;
    return (
      line + label(valueText(top * share, unit), plot.x - 8, at + 4, { anchor: 'end', fill: STYLE.faint })
    );
  });
  const times = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const time = from + (to - from) * share;
    const anchor = share === 1 ? 'end' : 'middle';
    return label(new Date(time * 1000).toISOString().slice(11, 16), px(time), plot.y + plot.height + 18, {
      anchor,
      fill: STYLE.faint,
    });
  });
  const drawn = lines.map(({ points }, i) => {
    const path = points
      .map(([time, value], at) => `${at === 0 ? 'M' : 'L'}${px(time)} ${py(value)}`)
      .join('');
    return `<path d="${path}" fill="none" stroke="${colour(i)}" stroke-width="1.5"/>`;
  });
  let at = plot.x - 60;
  const legend = lines.map(({ name }, i) => {
    const place = at;
    at += 26 + name.length * 7.4;
    // What does not fit is left out, as Grafana does until one scrolls.
    if (at > x + width) return '';
    return `<rect x="${place}" y="${y + height - 19}" width="12" height="4" fill="${colour(i)}"/>${label(name, place + 17, y + height - 12, { fill: STYLE.text })}`;
  });
  const empty =
    lines.length === 0
      ? label('No data', x + width / 2, y + height / 2, { anchor: 'middle', fill: STYLE.faint })
      : '';
  return [...grid, ...times, ...drawn, ...legend, empty].join('');
}

function colour(i: number): string {
  return STYLE.colours[i % STYLE.colours.length] ?? STYLE.text;
}

/** The next of 1, 2, 4, 5 and 8, times a power of ten. */
function niceTop(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 4, 5, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}

/** In the units of Grafana that the dashboard uses. */
function valueText(value: number, unit = 'short'): string {
  if (Number.isNaN(value)) return '–';
  if (unit === 's') return value < 1 ? `${trim(value * 1000)} ms` : `${trim(value)} s`;
  if (unit === 'bytes') return `${trim(value / 1024 ** 2)} MiB`;
  return unit === 'reqps' ? `${trim(value)}/s` : trim(value);
}

function trim(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function label(
  text: string,
  x: number,
  y: number,
  {
    size = 12,
    anchor = 'start',
    fill = STYLE.text,
    weight = 'normal',
  }: { size?: number; anchor?: string; fill?: string; weight?: string } = {},
): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${fill}">${escaped}</text>`;
}
