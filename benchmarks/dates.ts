/**
 * How well and how fast dates are found, beside chrono-node, compromise-dates and Microsoft Recognizers.
 *
 *   node benchmarks/dates.ts FOLDER [--out FOLDER]
 *
 * FOLDER (or $FOOTNOTE_EVAL/dates) holds `*.jsonl` with `{id, reference, text, expressions: [{start, end, type, value}]}`.
 * Only expressions of type DATE count. Relaxed: spans overlap; value: and the TIMEX3 values are equal (TempEval-3);
 * placed: share of the dates with a calendar value whose match begins inside it. A peer that is not installed in this
 * folder (`npm ci --prefix benchmarks`) is left out.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { findDates } from '../src/timeline/dates/find-dates.ts';
import { formatDay, isCalendarDate } from '../src/timeline/resolve/day-numbers.ts';

const Gold = z.object({
  id: z.string(),
  reference: z.string().refine(isCalendarDate),
  text: z.string(),
  expressions: z.array(z.object({ start: z.number(), end: z.number(), type: z.string(), value: z.string() })),
});
type Gold = z.infer<typeof Gold>;

interface Found {
  readonly start: number;
  readonly end: number;
  readonly value: string;
  /** First day, when it is not the first day of the value. */
  readonly day?: string;
}
type Finder = (text: string, reference: Gold['reference']) => Found[];

const Callable = z.custom<(...parameters: unknown[]) => unknown>((value) => typeof value === 'function');
/** An object of a peer's own class: passed on as it is, so that its methods keep their `this`. */
const withMethods = <Shape>(...names: string[]) =>
  z.custom<Shape>(
    (value) =>
      value instanceof Object && names.every((name) => typeof Reflect.get(value, name) === 'function'),
  );

function footnote(text: string, reference: Gold['reference']): Found[] {
  return findDates(text, reference)
    .filter((found) => found.type === 'DATE')
    .map(({ start, end, value, from }) => ({ start, end, value, ...(from && { day: from }) }));
}

const noon = (reference: string): Date => new Date(`${reference}T12:00:00`);
const localDay = (date: Date): string =>
  formatDay(Math.floor(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000));

async function chrono(): Promise<Finder> {
  const module = z.object({ parse: Callable }).parse(await import(peer('chrono-node')));
  const Results = z.array(
    z.object({
      index: z.number(),
      text: z.string(),
      start: withMethods<{ isCertain(part: string): boolean; date(): Date }>('isCertain', 'date'),
    }),
  );
  return (text, reference) =>
    Results.parse(module.parse(text, noon(reference))).flatMap(({ index, text: words, start }) => {
      const certain = (part: string): boolean => start.isCertain(part);
      if (!certain('day') && !certain('month') && !certain('year') && !certain('weekday') && certain('hour'))
        return [];
      const day = localDay(start.date());
      const fine = certain('day') || certain('weekday');
      const value = fine ? day : certain('month') ? day.slice(0, 7) : certain('year') ? day.slice(0, 4) : day;
      return [{ start: index, end: index + words.length, value, day }];
    });
}

async function compromise(): Promise<Finder> {
  interface Nlp {
    extend(plugin: unknown): void;
  }
  const module = z.object({ default: withMethods<Nlp>('extend') }).parse(await import(peer('compromise')));
  const plugin = z.object({ default: z.unknown() }).parse(await import(peer('compromise-dates')));
  module.default.extend(plugin.default);
  const read = Callable.parse(module.default);
  const Doc = withMethods<{ dates(options: object): unknown }>('dates');
  const Dates = withMethods<{ json(options: object): unknown }>('json');
  const Json = z.array(
    z.object({
      text: z.string(),
      offset: z.object({ start: z.number(), length: z.number() }),
      dates: z.object({ start: z.string().nullish(), end: z.string().nullish() }).nullish(),
    }),
  );
  return (text, reference) => {
    const dates = Dates.parse(Doc.parse(read(text)).dates({ today: reference, timezone: 'UTC' }));
    return Json.parse(dates.json({ offset: true })).map(({ offset, dates: range }) => {
      const [from, to] = [range?.start?.slice(0, 10) ?? '', range?.end?.slice(0, 10) ?? ''];
      return {
        start: offset.start,
        end: offset.start + offset.length,
        value: spanValue(from, to),
        day: from,
      };
    });
  };
}

/** The value of a stretch of days: a year, a month or a day. */
function spanValue(from: string, to: string): string {
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  return from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && from !== to ? from.slice(0, 7) : from;
}

async function recognizers(): Promise<Finder> {
  const loaded: unknown = await import(peer('@microsoft/recognizers-text-date-time'));
  const Module = z.object({ recognizeDateTime: Callable });
  const module = Module.safeParse(loaded).data ?? z.object({ default: Module }).parse(loaded).default;
  const Results = z.array(
    z.object({
      start: z.number(),
      end: z.number(),
      typeName: z.string(),
      resolution: z
        .object({
          values: z.array(
            z.object({
              timex: z.string().nullish(),
              value: z.string().nullish(),
              start: z.string().nullish(),
            }),
          ),
        })
        .nullish(),
    }),
  );
  return (text, reference) =>
    Results.parse(module.recognizeDateTime(text, 'en-us', undefined, noon(reference)))
      .filter(({ typeName }) => /\.(?:date|daterange|datetime|datetimerange)$/.test(typeName))
      .map(({ start, end, resolution }) => {
        // Several readings: the last one that does not lie after the reference, as news would have it.
        const readings = (resolution?.values ?? []).map((value) => ({
          timex: value.timex ?? '',
          day: (value.value ?? value.start ?? '').slice(0, 10),
        }));
        const past = readings.filter(({ day }) => day !== '' && day <= reference);
        const best = past.at(-1) ?? readings[0];
        const value = /^\d{4}(?:-\d\d|-W\d\d)?$/.test(best?.timex ?? '') ? best?.timex : best?.day;
        return { start, end: end + 1, value: value ?? '', ...(best?.day && { day: best.day }) };
      });
}

/** A peer that fails on a text has found nothing in it. */
function sparing(find: Finder, name: string): Finder {
  const failed = new Set<string>();
  return (text, reference) => {
    try {
      return find(text, reference);
    } catch (error) {
      if (!failed.has(text))
        console.error(`${name} fails: ${error instanceof Error ? error.message : error}`);
      failed.add(text);
      return [];
    }
  };
}

/** Not a literal, so that the types of packages that only the benchmark has are not asked for. */
function peer(name: string): string {
  return name;
}

function score(gold: readonly Gold[], find: Finder): Record<string, number> {
  let [wanted, predicted, relaxed, valued, calendar, placed] = [0, 0, 0, 0, 0, 0];
  for (const { text, reference, expressions } of gold) {
    const free = find(text, reference);
    predicted += free.length;
    for (const expression of expressions.filter(({ type }) => type === 'DATE')) {
      wanted++;
      const days = daysOf(expression.value);
      if (days) calendar++;
      const shared = ({ start, end }: Found): number =>
        Math.min(end, expression.end) - Math.max(start, expression.start);
      const best = free.reduce(
        (most, found, at) => (shared(found) > (most < 0 ? 0 : shared(free[most] ?? found)) ? at : most),
        -1,
      );
      const [match] = best < 0 ? [] : free.splice(best, 1);
      if (!match) continue;
      relaxed++;
      if (match.value === expression.value) valued++;
      const day = match.day ?? match.value;
      if (days && day >= days[0] && day <= days[1]) placed++;
    }
  }
  const f1 = (right: number): number => (2 * right) / (wanted + predicted);
  return {
    dates: wanted,
    predicted,
    'relaxed F1': f1(relaxed),
    'value F1': f1(valued),
    placed: placed / calendar,
  };
}

/** First and last day of a TIMEX3 value, compared as text; nothing for what is not on the calendar. */
function daysOf(value: string): readonly [string, string] | undefined {
  if (!/^(?:FY)?\d/.test(value) || value.includes('X')) return undefined;
  const stated = findDates(value.replace(/^FY/, ''), undefined).find(({ from }) => from !== undefined);
  if (stated?.from !== undefined && stated.to !== undefined) return [stated.from, stated.to];
  const week = /^(\d{4})-W(\d\d)/.exec(value);
  if (week) {
    const first = Date.UTC(Number(week[1]), 0, 4);
    const monday =
      first - ((new Date(first).getUTCDay() + 6) % 7) * 86_400_000 + (Number(week[2]) - 1) * 7 * 86_400_000;
    return [formatDay(monday / 86_400_000), formatDay(monday / 86_400_000 + 6)];
  }
  const quarter = /^(\d{4})-Q([1-4])$/.exec(value);
  if (quarter)
    return [
      `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01`,
      `${quarter[1]}-${String(Number(quarter[2]) * 3).padStart(2, '0')}-31`,
    ];
  const decade = /^(\d{3})$/.exec(value);
  return decade ? [`${decade[1]}0-01-01`, `${decade[1]}9-12-31`] : undefined;
}

function sentencesPerSecond(gold: readonly Gold[], find: Finder): number {
  const sentences = gold.flatMap(({ text, reference }) =>
    text.split('\n').map((sentence) => ({ sentence, reference })),
  );
  const start = performance.now();
  let read = 0;
  while (performance.now() - start < 2000) {
    for (const { sentence, reference } of sentences) find(sentence, reference);
    read += sentences.length;
  }
  return Math.round(read / ((performance.now() - start) / 1000));
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { out: { type: 'string' } } });
const { FOOTNOTE_EVAL: EVAL } = process.env;
const folder = positionals[0] ?? join(EVAL ?? '.', 'dates');
const peers: Readonly<Record<string, () => Promise<Finder>>> = {
  footnote: async () => footnote,
  'chrono-node': chrono,
  'compromise-dates': compromise,
  'Microsoft Recognizers': recognizers,
};
for (const name of readdirSync(folder).filter((file) => file.endsWith('.jsonl'))) {
  const lines = readFileSync(join(folder, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const gold = lines.map((line) => Gold.parse(JSON.parse(line)));
  const rows: Record<string, Record<string, number>> = {};
  for (const [who, load] of Object.entries(peers)) {
    const loaded = await load().catch((error: unknown) => {
      console.error(`${who} is left out: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    });
    if (!loaded) continue;
    const find = sparing(loaded, who);
    rows[who] = { ...score(gold, find), 'sentences/s': sentencesPerSecond(gold, find) };
    if (values.out === undefined) continue;
    mkdirSync(values.out, { recursive: true });
    const predictions = gold.map(({ id, text, reference }) =>
      JSON.stringify({ id, expressions: find(text, reference) }),
    );
    writeFileSync(join(values.out, `${who.replaceAll(' ', '-')}-${name}`), `${predictions.join('\n')}\n`);
  }
  console.log(name);
  console.table(rows);
}
