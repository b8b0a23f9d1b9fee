import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Outcome, type Person, type Playground, startPlayground } from '../src/playground/index.ts';
import { questionsOf } from './acks/questions.ts';
import { acksReport, type Timed } from './acks/report.ts';

/*
 * How soon the bot, as it is started, acknowledges members who keep 200 interactions in flight: questions, presses of the
 * buttons below their answers, timelines and suggestions. Discord (on loopback) and the members are this process, the bot is
 * another.
 *   node benchmarks/acks.ts [--corpus FOLDER|FILE] [--questions FILE.jsonl] [--in-flight 200] [--members 600] [--profile FOLDER]
 * Each member asks once, presses twice, looks up a timeline and has a suggestion made. Ends with 1 when the 95th percentile
 * of what is acknowledged takes longer than 300 ms, or anything is lost. --profile writes the bot's CPU profile there.
 */
const { values } = parseArgs({
  options: {
    corpus: { type: 'string', default: 'corpus' },
    questions: { type: 'string' },
    'in-flight': { type: 'string', default: '200' },
    members: { type: 'string', default: '600' },
    profile: { type: 'string' },
  },
});
const WANTED = 300;
/** Members who come before it is measured. */
const WARMING = 60;
const questions = questionsOf(values.questions);
const dataDir = mkdtempSync(join(tmpdir(), 'footnote-acks-'));
const playground = await startPlayground();
const healthPort = await freePort();
const profiling = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`];
const bot = spawn(process.execPath, ['--max-semi-space-size=4', ...profiling, 'src/main.ts'], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: {
    PATH: process.env['PATH'],
    DISCORD_TOKEN: playground.token,
    DISCORD_API_URL: playground.apiUrl,
    DISCORD_GUILD_IDS: playground.guildId,
    CORPUS_DIR: values.corpus,
    DATA_DIR: dataDir,
    HEALTH_PORT: String(healthPort),
    LOG_LEVEL: 'error',
  },
});
try {
  await ready(playground);
  // What is compiled and made ready in the first moments after a start is not what is measured.
  await visits(playground.crowd(WARMING), [], Number(values.members));
  const begun = { at: performance.now(), cpu: await cpuSeconds() };
  const outcomes: Timed[] = [];
  await visits(playground.crowd(Number(values.members)), outcomes);
  const seconds = (performance.now() - begun.at) / 1000;
  const cpu = (await cpuSeconds()) - begun.cpu;
  const { count, p95, lost, table } = acksReport(outcomes);
  const each = ((cpu / count) * 1000).toFixed(2);
  process.stdout.write(
    `${table}\n${count} interactions in ${seconds.toFixed(1)} s; the bot used ${each} ms of CPU for each\n`,
  );
  if (p95 > WANTED || lost > 0) process.exitCode = 1;
} finally {
  bot.kill('SIGTERM');
  await once(bot, 'exit');
  await playground.close();
  rmSync(dataDir, { recursive: true });
}

/** As many at a time as may be in flight. @param from the first one's question */
async function visits(members: readonly Person[], outcomes: Timed[], from = 0): Promise<void> {
  const queue = members.entries();
  const lanes = Array.from({ length: Number(values['in-flight']) }, async () => {
    for (const [n, member] of queue)
      await visit(member, questions[(from + n) % questions.length] ?? '', outcomes);
  });
  await Promise.all(lanes);
}

async function visit(member: Person, question: string, outcomes: Timed[]): Promise<void> {
  const note = (what: string, outcome: Outcome) =>
    void outcomes.push({
      what,
      after: outcome.failed === undefined ? outcome.acknowledgedAfter : undefined,
    });
  const typed = performance.now();
  await member.autocomplete('ask', 'question', question.slice(0, 12)).then(
    () => outcomes.push({ what: 'suggestions', after: performance.now() - typed }),
    () => outcomes.push({ what: 'suggestions', after: undefined }),
  );
  const answer = await member.slash('ask', { question });
  note('question', answer);
  const labels = answer.components.flatMap((part) =>
    'label' in part && typeof part.label === 'string' ? [part.label] : [],
  );
  for (const label of labels)
    if (/^(?:Context|Other passages)/.test(label)) note('press', await answer.press(label));
  note('timeline', await member.slash('timeline', { topic: question.split(' ').at(-1) ?? question }));
}

async function ready({ asMember }: Playground): Promise<void> {
  const has = (wanted: string) => asMember.commands().some(({ name }) => name === wanted);
  while (!has('ask') || !has('timeline')) {
    if (bot.exitCode !== null) throw new Error('The bot ended before it was ready');
    await sleep(100);
  }
}

async function cpuSeconds(): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${healthPort}/metrics`);
  const line = (await response.text())
    .split('\n')
    .find((each) => each.startsWith('process_cpu_seconds_total'));
  return Number(line?.split(' ')[1]);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
