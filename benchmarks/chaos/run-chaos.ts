import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPlayground } from '../../src/playground/index.ts';
import { ask } from './ask.ts';
import { ChaosProcess } from './chaos-process.ts';
import { fillDatabase } from './fill-database.ts';
import {
  agreement,
  isSecondAcknowledgement,
  judgeAnswers,
  judgeAudit,
  lastSeen,
  mixedVersions,
} from './judge.ts';
import { createLedger, type Ledger } from './ledger.ts';
import type { Order } from './messages.ts';

export interface ChaosOptions {
  /** The database that all share; must be empty. */
  readonly url: string;
  readonly restartDatabase: () => Promise<void>;
  readonly processes: number;
  readonly interactions: number;
  /** Seconds over which the interactions are spread. */
  readonly seconds: number;
  /** Seconds between two rounds of changes, and between two processes that are killed. */
  readonly changeEvery: number;
  readonly killEvery: number;
  readonly restarts: number;
  /** Discord's clock stands still, so that it gives up on nothing but what nobody is there for; for a slow machine. */
  readonly patientDiscord?: boolean;
}

/** What happened. */
export interface ChaosReport {
  readonly interactions: number;
  readonly answered: number;
  /** Of these, what each process answered, and how many were told that they ask too often. */
  readonly answeredBy: readonly number[];
  readonly toldToWait: number;
  /** Discord gave up on them, since nobody was there, or who was there was killed. */
  readonly unattended: number;
  /** Discord gave up on them, though somebody was there all the time. */
  readonly lost: readonly string[];
  readonly answeredTwice: number;
  readonly wrongAnswers: readonly string[];
  readonly kills: number;
  readonly restarts: number;
  readonly made: number;
  /** What was refused, by why. */
  readonly refused: Readonly<Record<string, number>>;
  /** Orders whose process was killed meanwhile. */
  readonly unknown: number;
  /** Versions of the corpus that were answered from. */
  readonly versions: number;
  /** Milliseconds until all that were there answered from a version. */
  readonly agreed: { readonly median: number; readonly longest: number };
  /** Versions that were other articles in another process. */
  readonly mixedVersions: number;
  /** Whether all processes answer from the same articles at the end. */
  readonly allAgree: boolean;
  readonly auditWrong: readonly string[];
}

const DEFAULTS = {
  /** Milliseconds that all may take to agree at the end, and between two looks. */
  agree: 30_000,
  look: 100,
  /** Milliseconds for which Discord waits for a word. */
  discord: 3000,
} as const;

const BASE =
  'The stone bridge of Osterby was built in 1842 by the people of the town, who paid for it themselves.\n\nIt was repaired twice since.';

/** Several bots on one database and one Discord, killed while members ask and moderators change articles. */
export async function runChaos(options: ChaosOptions): Promise<ChaosReport> {
  const { url, processes: count, seconds } = options;
  const home = mkdtempSync(join(tmpdir(), 'footnote-chaos-'));
  await fillDatabase(url, home, { 'bridge.md': `---\ntitle: The stone bridge\n---\n${BASE}\n` });
  const begun = Date.now();
  const now = options.patientDiscord === true ? () => begun : Date.now;
  let twice = 0;
  const log = (_: string, details?: Record<string, unknown>) => {
    if (isSecondAcknowledgement(details)) twice++;
  };
  const playground = await startPlayground({ thirdGuild: true, shards: count, now, log });
  const ledger = createLedger();
  const all = Array.from({ length: count }, (_, shard) => {
    const env = {
      PATH: process.env['PATH'],
      DISCORD_TOKEN: playground.token,
      DISCORD_API_URL: playground.apiUrl,
      HOME_GUILD_ID: playground.guildId,
      SHARDS: `${shard}/${count}`,
      DATABASE_URL: url,
      DATA_DIR: join(home, String(shard)),
    };
    return new ChaosProcess(env, (told) => ledger.hear(shard, told));
  });
  try {
    await Promise.all(all.map((each) => each.start()));
    const end = performance.now() + seconds * 1000;
    const [asked, kills] = await Promise.all([
      ask(playground, all, options, end),
      killNowAndThen(all, ledger, options, end),
      changeNowAndThen(all, ledger, options, end),
      restartNowAndThen(options),
    ]);
    const allAgree = await waitUntilAllAgree(ledger, count);
    const refused = ledger.orders
      .flatMap(({ error }) => error ?? [])
      .map((text) => text.replace(/\d+/g, 'N'));
    return {
      interactions: asked.length,
      ...judgeAnswers(
        asked,
        all,
        options.patientDiscord === true ? Number.POSITIVE_INFINITY : DEFAULTS.discord,
      ),
      answeredTwice: twice,
      kills,
      restarts: options.restarts,
      made: ledger.orders.filter(({ outcome }) => outcome === 'made').length,
      refused: Object.fromEntries(
        [...Map.groupBy(refused, (text) => text)].map(([text, all]) => [text, all.length]),
      ),
      unknown: ledger.orders.filter(({ outcome }) => outcome === 'unknown').length,
      ...agreement(ledger, all),
      mixedVersions: mixedVersions(ledger),
      allAgree,
      auditWrong: await judgeAudit(url, ledger),
    };
  } finally {
    await Promise.all(all.map((each) => each.kill()));
    await playground.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** @returns how many were killed */
async function killNowAndThen(
  all: readonly ChaosProcess[],
  ledger: Ledger,
  { killEvery }: ChaosOptions,
  end: number,
): Promise<number> {
  let kills = 0;
  const starting: Promise<void>[] = [];
  for (;;) {
    await sleep(killEvery * 1000);
    if (performance.now() > end) break;
    const shard = kills % all.length;
    const victim = all[shard];
    if (victim?.isReady !== true) continue;
    kills++;
    await victim.kill();
    ledger.gone(shard);
    starting.push(victim.start());
  }
  await Promise.all(starting);
  return kills;
}

/** Each time one article is added, an earlier one changed and a still earlier one removed, by different processes. */
async function changeNowAndThen(
  all: readonly ChaosProcess[],
  ledger: Ledger,
  { changeEvery }: ChaosOptions,
  end: number,
): Promise<void> {
  const working: Promise<unknown>[] = [];
  for (let round = 0; performance.now() < end; round++) {
    const orders: readonly Order[] = [
      { step: 'add', article: round },
      { step: 'change', article: round - 2 },
      { step: 'remove', article: round - 4 },
    ];
    for (const [i, order] of orders.entries()) {
      const shard = (round + i) % all.length;
      const process = all[shard];
      if (order.article >= 0 && process?.isReady === true) working.push(ledger.order(process, shard, order));
    }
    await sleep(changeEvery * 1000);
  }
  await Promise.all(working);
}

async function restartNowAndThen({ restarts, seconds, restartDatabase }: ChaosOptions): Promise<void> {
  for (let i = 0; i < restarts; i++) {
    await sleep((seconds * 1000) / (restarts + 1));
    await restartDatabase();
  }
}

async function waitUntilAllAgree(ledger: Ledger, processes: number): Promise<boolean> {
  const until = performance.now() + DEFAULTS.agree;
  for (;;) {
    const last = lastSeen(ledger, processes);
    const agree = new Set(last.map((each) => each && `${each.version} ${each.digest}`)).size === 1;
    if ((agree && last[0] !== undefined) || performance.now() > until) return agree;
    await sleep(DEFAULTS.look);
  }
}
