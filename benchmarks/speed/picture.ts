/** What is drawn of one library: how long it takes by the size of the corpus. */
export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

export interface Axes {
  readonly x: string;
  readonly y: string;
}

const SIZE = { width: 760, height: 420, left: 64, right: 210, top: 16, bottom: 48 } as const;
/** Told apart also without colours, by the labels at their ends (Okabe and Ito's colours). */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#666666', '#000000'];
const LABEL = 13;

/** Draws lines on two logarithmic axes, each with its name where it ends. @returns an SVG document */
export function drawLogLog(lines: readonly Line[], axes: Axes): string {
  const points = lines.flatMap((line) => line.points);
  const x = logScale(
    points.map(([value]) => value),
    SIZE.left,
    SIZE.width - SIZE.right,
  );
  const y = logScale(
    points.map(([, value]) => value),
    SIZE.height - SIZE.bottom,
    SIZE.top,
  );
  const [left, right, top, bottom] = [
    SIZE.left,
    SIZE.width - SIZE.right,
    SIZE.top,
    SIZE.height - SIZE.bottom,
  ];
  const grid = [
    ...x.ticks.map(
      (tick) =>
        `<path d="M${px(x.at(tick))} ${top}V${bottom}"/><text x="${px(x.at(tick))}" y="${bottom + 18}" text-anchor="middle">${inWords(tick)}</text>`,
    ),
    ...y.ticks.map(
      (tick) =>
        `<path d="M${left} ${px(y.at(tick))}H${right}"/><text x="${left - 8}" y="${px(y.at(tick) + 4)}" text-anchor="end">${inWords(tick)}</text>`,
    ),
  ];
  const drawn = lines.filter((line) => line.points.length > 0);
  const labels = spread(drawn.map((line) => y.at(line.points.at(-1)?.[1] ?? 1)));
  const curves = drawn.map(({ name, points: own }, i) => {
    const colour = COLOURS[i % COLOURS.length] ?? '#000000';
    const places = own.map(([a, b]) => [px(x.at(a)), px(y.at(b))] as const);
    const [endX = 0] = places.at(-1) ?? [];
    const dots = places.map(([a, b]) => `<circle cx="${a}" cy="${b}" r="3" stroke="none" fill="${colour}"/>`);
    const path = `<path d="M${places.map((place) => place.join(' ')).join('L')}" stroke="${colour}" stroke-width="2"/>`;
    const label = `<text x="${Math.max(endX, 0) + 8}" y="${px((labels[i] ?? 0) + 4)}" fill="${colour}">${escaped(name)}</text>`;
    return `${path}${dots.join('')}${label}`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" font-family="sans-serif" font-size="12">
<title>${escaped(`${axes.y} over ${axes.x}`)}</title>
<rect width="100%" height="100%" fill="#ffffff"/>
<g stroke="#dddddd" fill="none">${grid.join('\n').replaceAll('<text', '<text stroke="none" fill="#444444"')}</g>
<g fill="none">${curves.join('\n').replaceAll('<text', '<text stroke="none"')}</g>
<text x="${px((left + right) / 2)}" y="${SIZE.height - 10}" text-anchor="middle" fill="#444444">${escaped(axes.x)}</text>
<text x="14" y="${px((top + bottom) / 2)}" text-anchor="middle" fill="#444444" transform="rotate(-90 14 ${px((top + bottom) / 2)})">${escaped(axes.y)}</text>
</svg>
`;
}

/** Maps values to places by their logarithm; the ends are powers of ten. */
function logScale(values: readonly number[], from: number, to: number) {
  const logs = values.filter((value) => value > 0).map((value) => Math.log10(value));
  const low = logs.length === 0 ? 0 : Math.floor(Math.min(...logs));
  const high = Math.max(low + 1, Math.ceil(Math.max(...logs, low)));
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i));
  const at = (value: number) =>
    from + ((Math.log10(Math.max(value, 10 ** low)) - low) / (high - low)) * (to - from);
  return { at, ticks };
}

/** Moves labels down until none stands upon another; in their order from top to bottom. */
function spread(places: readonly number[]): number[] {
  const out = [...places];
  const order = out.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  let free = Number.NEGATIVE_INFINITY;
  for (const i of order) {
    out[i] = Math.max(out[i] ?? 0, free);
    free = (out[i] ?? 0) + LABEL;
  }
  return out;
}

function inWords(value: number): string {
  return value >= 1000 ? value.toLocaleString('en-US') : String(value);
}

function px(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
