import { reliability } from './calibrate.ts';
import { type ConfidenceFit, inScene } from './confidence.ts';
import { type Outcome, type Scores, scoresBy } from './measure.ts';
import { confidenceQuality, tradeOff } from './trade-off.ts';

/** A Markdown table with its columns in line. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows].map((row) =>
    row.map((cell) => (typeof cell === 'number' ? plain(cell) : cell)),
  );
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, i) => (i === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(cells[0] ?? []), rule, ...cells.slice(1).map(line)].join('\n');
}

function plain(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(3);
}

const SCORES: readonly (readonly [string, (scores: Scores) => number])[] = [
  ['questions', ({ questions }) => questions],
  ['hit@1', ({ hit1 }) => hit1],
  ['hit@5', ({ hit5 }) => hit5],
  ['MRR@10', ({ mrr10 }) => mrr10],
  ['MAP', ({ map }) => map],
  ['MRR', ({ mrr }) => mrr],
];

/** One row a group of questions. */
export function scoresTable(title: string, groups: Iterable<readonly [string, Scores]>): string {
  return table(
    [title, ...SCORES.map(([name]) => name)],
    [...groups].map(([name, scores]) => [name, ...SCORES.map(([, value]) => value(scores))]),
  );
}

/** The news rankings: by year, of distinctive answers alone, by the kind of answer. */
export function newsTables(outcomes: readonly Outcome[], leftOut: readonly Outcome[]): string {
  const distinctive = outcomes.filter(({ question }) => question.distinctive);
  return [
    scoresTable('five folds by week', [
      ...scoresBy(outcomes, ({ set }) => set),
      ...[...scoresBy(distinctive, ({ set }) => set)].map(
        ([set, scores]) => [`${set}, distinctive`, scores] as const,
      ),
    ]),
    scoresTable(
      'learnt from the other year',
      scoresBy(leftOut, ({ set }) => set),
    ),
    scoresTable(
      'by kind of answer, both years',
      scoresBy(outcomes, ({ type }) => type),
    ),
  ].join('\n\n');
}

/** The rankings of given candidates: inside the sets, and with each set left out. */
export function selectionTables(outcomes: readonly Outcome[], leftOut: readonly Outcome[]): string {
  return [
    scoresTable(
      'five folds in each set',
      scoresBy(outcomes, ({ set }) => set),
    ),
    scoresTable(
      'learnt from the other sets',
      scoresBy(leftOut, ({ set }) => set),
    ),
    scoresTable(
      'by kind of answer',
      scoresBy(outcomes, ({ type }) => type),
    ),
  ].join('\n\n');
}

/** How good the confidence is, and what each threshold would mean. */
export function confidenceTables(fit: ConfidenceFit): string {
  const { answerFrom, likelyFrom, strongFrom, judgements } = fit;
  const marks = new Map([
    [answerFrom, 'answerFrom'],
    [likelyFrom, 'likelyFrom'],
    [strongFrom, 'strongFrom'],
  ]);
  const thresholds = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, ...marks.keys()].sort(
    (a, b) => a - b,
  );
  const own = inScene(judgements, 'own');
  const bands: [string, number, number][] = [
    ['weak', answerFrom, likelyFrom],
    ['likely', likelyFrom, strongFrom],
    ['strong', strongFrom, 2],
  ];
  return [
    table(
      ['confidence', 'count', 'right', 'AUROC', 'ECE', 'Platt intercept', 'Platt slope'],
      confidenceQuality(judgements).map((row) => [
        row.group,
        row.count,
        row.right,
        row.auroc,
        row.calibrationError,
        row.plattIntercept,
        row.plattSlope,
      ]),
    ),
    table(
      ['answered from', '', 'right kept', 'precision', 'other year', 'near', 'far', 'small: right kept'],
      thresholds.map((threshold) => {
        const row = tradeOff(judgements, threshold);
        const name = marks.get(threshold) ?? '';
        return [
          threshold.toFixed(4),
          name,
          row.rightKept,
          row.precision,
          row.other,
          row.near,
          row.far,
          row.smallKept,
        ];
      }),
    ),
    table(
      ['level, own year', 'questions', 'right'],
      bands.map(([name, from, to]) => {
        const band = own.filter(({ confidence }) => confidence >= from && confidence < to);
        return [name, band.length, band.filter(({ label }) => label).length / Math.max(band.length, 1)];
      }),
    ),
    table(
      ['stated, own + other year', 'count', 'right'],
      reliability([...own, ...inScene(judgements, 'other')], 10).map((bin) => [
        bin.meanConfidence.toFixed(3),
        bin.count,
        bin.share,
      ]),
    ),
  ].join('\n\n');
}
