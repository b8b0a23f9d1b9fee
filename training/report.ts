import { levelsFor } from '../src/answer/confidence/confidence.ts';
import { auroc } from './calibrate.ts';
import type { ConfidenceFit, Judgement } from './confidence.ts';
import { type Outcome, type Scores, scoresBy } from './measure.ts';

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

/** The rankings by corpus, and by kind of answer. */
export function kindsTable(outcomes: readonly Outcome[]): string {
  return [
    scoresTable(
      'corpus',
      scoresBy(outcomes, ({ set, kind }) => (kind === 'everyday' ? kind : set)),
    ),
    scoresTable(
      'kind of answer',
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

/** How good the confidence is in each corpus, and what the levels promise there. */
export function confidenceTables({ judgements, l2, ...fit }: ConfidenceFit): string {
  const { likelyFrom, strongFrom } = fit;
  const levels = { ...fit, weights: {} };
  const groups = [
    ...Map.groupBy(judgements, ({ first: { question } }) =>
      question.kind === 'everyday' ? 'everyday' : question.set,
    ),
  ].sort((a, b) => b[1].length - a[1].length);
  const shareOf = (members: readonly Judgement[], test: (judgement: Judgement) => boolean): number =>
    members.filter(test).length / Math.max(members.length, 1);
  const isAnswered = ({ confidence, first }: Judgement): boolean =>
    confidence >= levelsFor(levels, first.question.traits).answerFrom;
  const row = ([name, members]: readonly [string, readonly Judgement[]]) => {
    const able = members.filter(({ first }) => first.question.answerable);
    const not = members.filter(({ first }) => !first.question.answerable);
    const right = able.filter(({ label }) => label);
    const level = (from: number, to: number) =>
      precisionHalved(
        able.filter((one) => isAnswered(one) && one.confidence >= from && one.confidence < to),
        not.filter((one) => isAnswered(one) && one.confidence >= from && one.confidence < to),
        able.length / Math.max(not.length, 1),
      );
    return [
      name,
      able.length,
      not.length,
      shareOf(able, ({ label }) => label),
      shareOf(right, isAnswered),
      shareOf(able, (one) => !one.label && isAnswered(one)),
      shareOf(not, isAnswered),
      auroc([...right, ...not]),
      level(strongFrom, 2),
      level(likelyFrom, strongFrom),
      level(0, likelyFrom),
      shareOf(able, ({ confidence }) => confidence >= strongFrom),
    ];
  };
  return [
    `l2 ${l2}; answered from ${fit.answerFrom.few} to ${fit.answerFrom.many} (${fit.answerFrom.manyWhole}), likely from ${likelyFrom}, strong from ${strongFrom}`,
    table(
      [
        'corpus',
        'able',
        'not',
        'right',
        'kept',
        'wrong answered',
        'not there answered',
        'AUROC',
        'strong',
        'likely',
        'weak',
        'share strong',
      ],
      [row(['all', judgements]), ...groups.map(row)],
    ),
  ].join('\n\n');
}

/** Share of right ones when half of all questions have no answer. */
function precisionHalved(
  able: readonly Judgement[],
  not: readonly Judgement[],
  ableForEachNot: number,
): number {
  const right = able.filter(({ label }) => label).length;
  return right / (able.length + not.length * (ableForEachNot || 1) || 1);
}
