/** A number by its labels; `__name__` is one of them. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  /** In order of time, in seconds. */
  readonly points: readonly (readonly [time: number, value: number])[];
}

/** What was read from `/metrics` once. */
export interface Scrape {
  /** Seconds. */
  readonly time: number;
  readonly text: string;
}

const LINE = /^(\w+)(?:\{(.*)\})? (\S+)$/;
const LABEL = /(\w+)="((?:[^"\\]|\\.)*)"/g;

/**
 * Puts what was read at different times into series, as Prometheus would.
 * @param target labels that Prometheus adds to all that it reads from one address
 * @throws for a line that is no sample
 */
export function seriesOf(scrapes: readonly Scrape[], target: Readonly<Record<string, string>>): Series[] {
  const found = new Map<string, { labels: Record<string, string>; points: [number, number][] }>();
  for (const { time, text } of scrapes) {
    for (const line of text.split('\n')) {
      if (line === '' || line.startsWith('#')) continue;
      const [, name = '', labelText = '', value = ''] = LINE.exec(line) ?? [];
      if (name === '') throw new Error(`No sample: ${line}`);
      const key = `${name}{${labelText}}`;
      const own = found.get(key) ?? {
        labels: { ...target, ...labelsIn(labelText), __name__: name },
        points: [],
      };
      found.set(key, own);
      const number = numberOf(value);
      if (!Number.isNaN(number)) own.points.push([time, number]);
    }
  }
  return [...found.values()];
}

function labelsIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(LABEL)].map(([, name = '', value = '']) => [name, value.replace(/\\(.)/g, '$1')]),
  );
}

/** @returns NaN for what is not there */
export function numberOf(text: string): number {
  if (text === '+Inf') return Number.POSITIVE_INFINITY;
  return text === '-Inf' ? Number.NEGATIVE_INFINITY : Number(text === 'Nan' ? 'NaN' : text);
}
