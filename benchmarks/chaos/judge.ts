import { z } from 'zod';
import type { Outcome } from '../../src/playground/index.ts';
import { connectPostgres } from '../../src/state/postgres/connect.ts';
import type { ChaosProcess } from './chaos-process.ts';
import type { Ledger, Seen } from './ledger.ts';
import { type Order, titleOf } from './messages.ts';

/** A question that somebody asked. */
export interface Asked {
  /** `performance.now()` when it was sent. */
  readonly at: number;
  /** The process whose server it was asked in. */
  readonly shard: number;
  /** Absent: Discord did not even take it. */
  readonly outcome: Outcome | undefined;
  /** What was answered, as it stood then: Discord on this machine forgets old messages. */
  readonly text: string;
}

/** Discord's code. */
const ALREADY_ACKNOWLEDGED = 40_060;
const ANSWER = /1842/;
/** What somebody is told who asks too often, or asks a process that is ending. */
const WAIT = /you can (?:ask again|go on) in|being restarted/;

/**
 * Whether somebody was there for a question as long as Discord waits for a word.
 * @param patience milliseconds; infinite: until the end
 */
export function isAttended(
  { at, shard }: Pick<Asked, 'at' | 'shard'>,
  all: readonly ChaosProcess[],
  patience = Number.POSITIVE_INFINITY,
): boolean {
  return all[shard]?.spans.some(({ from, to }) => from <= at && at + patience <= to) ?? false;
}

/** How the questions ended. @param patience of Discord, in milliseconds */
export function judgeAnswers(asked: readonly Asked[], all: readonly ChaosProcess[], patience: number) {
  const failed = asked.filter(({ outcome }) => outcome === undefined || outcome.failed !== undefined);
  const attended = failed.filter((each) => isAttended(each, all, patience));
  const failures = new Set(failed);
  const answered = asked.filter((each) => !failures.has(each));
  const told = answered.filter(({ text }) => !ANSWER.test(text));
  return {
    answered: answered.length,
    answeredBy: all.map((_, own) => answered.filter(({ shard }) => shard === own).length),
    toldToWait: told.length,
    unattended: failed.length - attended.length,
    lost: attended.map(({ outcome, at, shard }) => {
      const since = all[shard]?.spans.findLast(({ from }) => from <= at)?.from ?? at;
      return `process ${shard}, ready for ${Math.round(at - since)} ms: ${outcome?.failed ?? 'not taken'}`;
    }),
    wrongAnswers: told.map(({ text }) => text).filter((text) => !WAIT.test(text)),
  };
}

/** Whether what Discord refused was a second acknowledgement of one interaction. */
export function isSecondAcknowledgement(refused: Readonly<Record<string, unknown>> = {}): boolean {
  const { body } = refused;
  return typeof body === 'object' && body !== null && 'code' in body && body.code === ALREADY_ACKNOWLEDGED;
}

/** How many versions were not the same articles in every process. */
export function mixedVersions({ seen }: Ledger): number {
  const byVersion = Map.groupBy(seen, ({ version }) => version);
  return [...byVersion.values()].filter((each) => new Set(each.map(({ digest }) => digest)).size > 1).length;
}

/** How long it took, for each version, until all processes that were there answered from it or a later one. */
export function agreement({ seen }: Ledger, all: readonly ChaosProcess[]) {
  const times = [...new Set(seen.map(({ version }) => version))].flatMap((version) => {
    const reached = seen.filter((each) => each.version >= version);
    const first = Math.min(...reached.map(({ at }) => at));
    return all.flatMap((process, shard) => {
      const at = reached.find((each) => each.shard === shard && each.at >= first)?.at;
      const there = process.spans.some(({ from, to }) => from < first - 1000 && at !== undefined && at < to);
      return at !== undefined && there ? [at - first] : [];
    });
  });
  const sorted = times.sort((a, b) => a - b);
  return {
    versions: new Set(seen.map(({ version }) => version)).size,
    agreed: { median: sorted[Math.floor(sorted.length / 2)] ?? 0, longest: sorted.at(-1) ?? 0 },
  };
}

/** What each process answers from at the end. */
export function lastSeen({ seen }: Ledger, processes: number): (Seen | undefined)[] {
  return Array.from({ length: processes }, (_, shard) => seen.findLast((each) => each.shard === shard));
}

const Row = z.object({ value: z.string() });
const Entry = z.object({ value: z.object({ action: z.string(), what: z.string() }) });
const ACTION = { add: 'add', change: 'edit', remove: 'remove' } as const;

/** Orders that the log of changes does not have as often as they were carried out. */
export async function judgeAudit(url: string, { orders }: Ledger): Promise<string[]> {
  const postgres = connectPostgres(url);
  try {
    const rows = await postgres.rows(Row, 'SELECT value FROM footnote.audit');
    const entries = rows.map(({ value }) => Entry.parse(JSON.parse(value)).value);
    const timesOf = ({ step, article }: Order) =>
      entries.filter(
        ({ action, what }) => action === ACTION[step] && what.startsWith(`${titleOf(article)} (`),
      ).length;
    return orders.flatMap(({ order, outcome }) => {
      const times = timesOf(order);
      const right = outcome === 'made' ? times === 1 : outcome === 'refused' ? times === 0 : times <= 1;
      return right ? [] : [`${order.step} ${order.article}: ${outcome}, ${times} times in the log`];
    });
  } finally {
    await postgres.close();
  }
}
