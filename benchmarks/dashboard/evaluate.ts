import type { Aggregation, Matcher, Query } from './query.ts';
import { numberOf, type Series } from './series.ts';

/** A number at one time, by its labels. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** How long a number counts that was not read again, in seconds, as in Prometheus. */
const STALE = 300;

/**
 * What a query gives at a time, as Prometheus says.
 * Source: https://prometheus.io/docs/prometheus/latest/querying/functions/
 * @param time seconds
 */
export function evaluate(query: Query, all: readonly Series[], time: number): Sample[] {
  switch (query.kind) {
    case 'select':
      return selected(query, all).flatMap(({ labels, points }) => {
        const latest = points.findLast(([at]) => at <= time && at > time - STALE);
        return latest === undefined ? [] : [{ labels, value: latest[1] }];
      });
    case 'call': {
      const { of, name } = query;
      if (of.kind !== 'select' || of.range === undefined) throw new Error(`${name} is of a range`);
      const { range } = of;
      return selected(of, all).flatMap(({ labels, points }) => {
        const grown = increaseOf(points, time - range, time);
        if (grown === undefined) return [];
        const { __name__: _, ...rest } = labels;
        return [{ labels: rest, value: name === 'rate' ? grown / range : grown }];
      });
    }
    case 'aggregate':
      return grouped(evaluate(query.of, all, time), query.by).map(({ labels, samples }) => ({
        labels,
        value: aggregated(
          query.name,
          samples.map(({ value }) => value),
        ),
      }));
    case 'quantile': {
      const { share } = query;
      const samples = evaluate(query.of, all, time);
      const by = [...new Set(samples.flatMap(({ labels }) => Object.keys(labels)))].filter(
        (name) => name !== 'le',
      );
      return grouped(samples, by).map(({ labels, samples: buckets }) => ({
        labels,
        value: quantileOf(share, buckets),
      }));
    }
  }
}

function selected({ name, matchers }: Extract<Query, { kind: 'select' }>, all: readonly Series[]): Series[] {
  return all.filter(
    ({ labels }) => labels['__name__'] === name && matchers.every((one) => matches(one, labels)),
  );
}

function matches({ label, how, value }: Matcher, labels: Readonly<Record<string, string>>): boolean {
  const own = labels[label] ?? '';
  if (how === '=' || how === '!=') return (own === value) === (how === '=');
  return new RegExp(`^(?:${value})$`).test(own) === (how === '=~');
}

/**
 * How much a counter grew, drawn out to the ends of the range, but by no more than half of the usual time between two
 * readings, and not below zero; a counter that began anew counts from zero. As `extrapolatedRate` in Prometheus.
 * @returns undefined with less than two readings
 */
function increaseOf(points: Series['points'], from: number, to: number): number | undefined {
  const inside = points.filter(([at]) => at > from && at <= to);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined || inside.length < 2) return undefined;
  let grown = last[1] - first[1];
  for (const [i, [, value]] of inside.entries()) {
    const before = inside[i - 1]?.[1] ?? value;
    if (value < before) grown += before;
  }
  const sampled = last[0] - first[0];
  const usual = sampled / (inside.length - 1);
  const near = (gap: number) => (gap < usual * 1.1 ? gap : usual / 2);
  let before = near(first[0] - from);
  if (grown > 0 && first[1] >= 0) before = Math.min(before, sampled * (first[1] / grown));
  return grown * ((sampled + before + near(to - last[0])) / sampled);
}

function grouped(samples: readonly Sample[], by: readonly string[]) {
  const labelsOf = ({ labels }: Sample) =>
    Object.fromEntries(by.flatMap((name) => (labels[name] === undefined ? [] : [[name, labels[name]]])));
  const groups = Map.groupBy(samples, (sample) => JSON.stringify(labelsOf(sample)));
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    return first === undefined ? [] : [{ labels: labelsOf(first), samples: own }];
  });
}

function aggregated(name: Aggregation, values: readonly number[]): number {
  if (name === 'sum') return values.reduce((sum, value) => sum + value, 0);
  return name === 'min' ? Math.min(...values) : Math.max(...values);
}

/** By a straight line within the bucket that holds it; NaN when nothing was counted. */
function quantileOf(share: number, buckets: readonly Sample[]): number {
  const sorted = buckets
    .map(({ labels, value }) => ({ le: numberOf(labels['le'] ?? 'NaN'), count: value }))
    .sort((a, b) => a.le - b.le);
  const total = sorted.at(-1)?.count ?? 0;
  if (!(total > 0)) return Number.NaN;
  const rank = share * total;
  const at = sorted.findIndex(({ count }) => count >= rank);
  const [below, own] = [sorted[at - 1] ?? { le: 0, count: 0 }, sorted[at]];
  // Beyond the last bound all that is known is that it is greater.
  if (own === undefined || own.le === Number.POSITIVE_INFINITY) return sorted.at(-2)?.le ?? Number.NaN;
  return below.le + (own.le - below.le) * ((rank - below.count) / (own.count - below.count));
}
