import { type DateColumns, NO_PERIOD } from './date-columns.ts';

/** The rows and the published articles of each period: those of period `p` are `start[p]` to `start[p + 1] - 1`. */
export interface PeriodLists {
  readonly rowsFrom: Uint32Array;
  /** Rows by period: the best quotes first, of equals those nearest to the beginning of their articles; repeats last. */
  readonly rowsByPeriod: Uint32Array;
  /** Sentence of each row. */
  readonly sentenceOfRow: Uint32Array;
  readonly publishedFrom: Uint32Array;
  readonly publishedByPeriod: Uint32Array;
}

const REPEATED = 2 ** 40;
/** A worse quote stands behind all better ones; within one of eight classes the place in the article decides. */
const CLASS = 2 ** 32;

/** Periods that are put in order in one step. */
const PERIODS_A_STEP = 64;

/** Groups rows and articles by their periods, in steps. */
export function* listPeriods(columns: DateColumns): Generator<undefined, PeriodLists, undefined> {
  const sentenceOfRow = new Uint32Array(columns.period.length);
  for (let sentence = 0; sentence + 1 < columns.rowStart.length; sentence++) {
    sentenceOfRow.fill(sentence, columns.rowStart[sentence], columns.rowStart[sentence + 1]);
  }
  const key = (row: number): number =>
    (columns.sentenceStart[sentenceOfRow[row] ?? 0] ?? 0) +
    (7 - ((columns.fitness[row] ?? 0) >> 5)) * CLASS +
    (columns.repeated[row] ?? 0) * REPEATED;
  yield;
  const rows = group(columns.period, columns.periodFrom.length);
  for (let period = 0; period + 1 < rows.from.length; period++) {
    if (period % PERIODS_A_STEP === 0) yield;
    rows.members.subarray(rows.from[period], rows.from[period + 1]).sort((a, b) => key(a) - key(b) || a - b);
  }
  yield;
  const published = group(columns.publishedPeriod, columns.periodFrom.length);
  return {
    rowsFrom: rows.from,
    rowsByPeriod: rows.members,
    sentenceOfRow,
    publishedFrom: published.from,
    publishedByPeriod: published.members,
  };
}

/** Counting sort of positions by what stands at them. */
function group(values: Uint32Array, kinds: number): { from: Uint32Array; members: Uint32Array } {
  const from = new Uint32Array(kinds + 1);
  for (const value of values) if (value !== NO_PERIOD) from[value + 1] = (from[value + 1] ?? 0) + 1;
  for (let kind = 0; kind < kinds; kind++) from[kind + 1] = (from[kind + 1] ?? 0) + (from[kind] ?? 0);
  const next = from.slice();
  const members = new Uint32Array(from[kinds] ?? 0);
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? NO_PERIOD;
    if (value === NO_PERIOD) continue;
    const place = next[value] ?? 0;
    members[place] = at;
    next[value] = place + 1;
  }
  return { from, members };
}
