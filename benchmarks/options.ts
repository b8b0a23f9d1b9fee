import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type PeerId, parsePeerId } from './peers/index.ts';
import type { StopWords } from './peers/peer.ts';

export const BENCHMARKS = [
  'quality',
  'selection',
  'speed',
  'dates',
  'timelines',
  'pages',
  'pdf',
  'reading',
] as const;
export type Benchmark = (typeof BENCHMARKS)[number];

export interface BenchOptions {
  readonly benchmarks: readonly Benchmark[];
  /** The folder that holds `google/`, `science/`, `squad/`, `everyday/`, `communities/`, `news/`, `selection/`, `dates/`, `timelines/` and `pages/`. */
  readonly data: string;
  /** Where what can be computed again is kept. */
  readonly cache: string;
  readonly only: readonly PeerId[];
  /** Files of weights by what they are for: a year, a set, or '' for all others. */
  readonly models: ReadonlyMap<string, string>;
  /** How long a peer is asked, and how many questions it is asked at least. */
  readonly seconds: number;
  readonly least: number;
  /** Sentences of the corpora that speed is measured on. */
  readonly sizes: readonly number[];
  /** Where the picture of speed is written; absent: nowhere. */
  readonly picture?: string;
  readonly years: readonly string[];
  /** Kinds of corpora that questions are asked of; all when none is named. */
  readonly kinds: readonly string[];
  /** The ways with stop words that are tried where there is a choice. */
  readonly stopWords: readonly StopWords[];
}

export const USAGE = `npm run bench -- [${BENCHMARKS.join('] [')}] --data FOLDER
  --data FOLDER         holds the kinds' folders, news/, selection/, dates/, timelines/, pages/ (default: FOOTNOTE_EVAL)
  --cache FOLDER        keeps what can be computed again (default: in the system's temporary folder)
  --only PEER           only this peer, such as footnote or minisearch; may be given several times
  --model [NAME=]FILE   weights for the year or set NAME, which they should not have seen; may be given several times
  --year YEAR           only this year's news; none: no quiz; may be given several times
  --kind KIND           nothing but this row: google, science, squad, everyday, communities; may be given several times
  --stop-words WAY      dropped or kept, instead of trying both
  --seconds N           a slow peer is asked no further question after this long (default 180)
  --least N             but this many at least (default 60)
  --sizes N,N           sentences that speed is measured on (default 10000,100000,1000000); above those of the data,
                        articles come again with other words in them
  --picture FILE        writes the picture of speed (SVG)`;

/**
 * Reads the command line.
 * @throws Error that says what is wrong
 */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): BenchOptions {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      cache: { type: 'string' },
      only: { type: 'string', multiple: true, default: [] },
      model: { type: 'string', multiple: true, default: [] },
      year: { type: 'string', multiple: true, default: [] },
      kind: { type: 'string', multiple: true, default: [] },
      'stop-words': { type: 'string' },
      seconds: { type: 'string', default: '180' },
      least: { type: 'string', default: '60' },
      sizes: { type: 'string', default: '10000,100000,1000000' },
      picture: { type: 'string' },
    },
  });
  const benchmarks = positionals.map((name) => {
    const known = BENCHMARKS.find((benchmark) => benchmark === name);
    if (known === undefined) throw new Error(`There is no benchmark "${name}"`);
    return known;
  });
  if (benchmarks.length === 0) throw new Error('Say what to measure');
  const { FOOTNOTE_EVAL } = env;
  const isOwn = (name: Benchmark) => name === 'pdf' || name === 'reading';
  // Their documents are made here.
  const data = values.data ?? FOOTNOTE_EVAL ?? (benchmarks.every(isOwn) ? '' : undefined);
  if (data === undefined) throw new Error('Say where the data is, with --data or FOOTNOTE_EVAL');
  const cache = resolve(values.cache ?? join(tmpdir(), 'footnote-bench'));
  mkdirSync(cache, { recursive: true });
  return {
    benchmarks,
    data: resolve(data),
    cache,
    only: values.only.map(parsePeerId),
    models: new Map(values.model.map(parseModel)),
    seconds: positive('--seconds', values.seconds),
    least: positive('--least', values.least),
    sizes: values.sizes.split(',').map((size) => positive('--sizes', size)),
    ...(values.picture === undefined ? {} : { picture: resolve(values.picture) }),
    years: values.year,
    kinds: values.kind,
    stopWords: parseStopWords(values['stop-words']),
  };
}

function parseStopWords(way: string | undefined): readonly StopWords[] {
  if (way === undefined) return ['dropped', 'kept'];
  if (way === 'dropped' || way === 'kept') return [way];
  throw new Error(`--stop-words takes dropped or kept, not ${way}`);
}

function parseModel(value: string): [string, string] {
  const at = value.indexOf('=');
  const file = resolve(value.slice(at + 1));
  if (!existsSync(file))
    throw new Error(`There is no ${file}; npm run train -- --leave-out NAME --out FILE makes one`);
  return [at < 0 ? '' : value.slice(0, at), file];
}

function positive(option: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`${option} takes whole numbers above 0, not ${text}`);
}
