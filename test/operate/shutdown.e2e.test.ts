import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { startPlayground } from '../../src/playground/index.ts';

const launcher = fileURLToPath(new URL('../../src/launch.js', import.meta.url));
const ASKED = 50;
/** Milliseconds that a person may be left without a word. */
const PATIENCE = 5000;

it('told to end while fifty ask and the corpus is read anew, it answers or tells them, and ends in order', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-end-'));
  const playground = await startPlayground({});
  const lines = Array.from({ length: 3000 }, (_, i) =>
    JSON.stringify({
      url: `https://osterby.example/${i}`,
      title: `A day in Osterby ${i}`,
      text: `Mayor Ada Quill opened bridge ${i} of Osterby on Monday. It was built in ${1900 + (i % 100)}.`,
    }),
  );
  writeFileSync(join(folder, 'days.jsonl'), lines.join('\n'));
  const bot = spawn(process.execPath, [launcher, 'start'], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      DISCORD_TOKEN: playground.token,
      DISCORD_API_URL: playground.apiUrl,
      HOME_GUILD_ID: playground.guildId,
      CORPUS_DIR: folder,
      DATA_DIR: join(folder, 'data'),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  bot.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString();
  });
  const ended = new Promise<number | null>((resolve) => bot.once('exit', resolve));
  try {
    await expect.poll(() => log, { timeout: 40_000 }).toContain('Connected to Discord');
    writeFileSync(
      join(folder, 'more.jsonl'),
      lines.join('\n').replaceAll('osterby.example', 'other.example'),
    );
    const reload = playground.asModerator.slash('corpus reload');
    const asked = Array.from({ length: ASKED }, () =>
      playground.asModerator.slash('ask', { question: 'who is the mayor of Osterby' }),
    );
    await expect
      .poll(() => playground.requests.some(({ path }) => path.endsWith('/callback')), {
        interval: 5,
        timeout: 10_000,
      })
      .toBe(true);
    const told = performance.now();
    bot.kill('SIGTERM');
    const answers = await Promise.all(asked);
    expect(performance.now() - told).toBeLessThan(PATIENCE);
    expect(answers.filter(({ text }) => !/Ada Quill|being restarted/.test(text))).toEqual([]);
    expect(await ended).toBe(0);
    expect((await reload).text).toBe('The reload was cancelled. The articles are as they were before it.');
    expect(log).not.toMatch(/"level":(?:50|60)/);
  } finally {
    bot.kill('SIGKILL');
    await playground.close();
    rmSync(folder, { recursive: true });
  }
}, 90_000);
