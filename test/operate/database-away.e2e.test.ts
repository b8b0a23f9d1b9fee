import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPlayground } from '../../src/playground/index.ts';
import { describePostgres, type PostgresServer, startPostgres } from '../postgres.ts';

const launcher = fileURLToPath(new URL('../../src/launch.js', import.meta.url));

describePostgres('a database that is away at the start', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.close());

  it('is named without its password, once, and waited for', async () => {
    const url = (await server.database()).replace('footnote@', 'footnote:secret-word@');
    const { host, pathname } = new URL(url);
    await server.stop();
    const folder = mkdtempSync(join(tmpdir(), 'footnote-away-'));
    const playground = await startPlayground({});
    const bot = spawn(process.execPath, [launcher, 'start'], {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        DISCORD_TOKEN: playground.token,
        DISCORD_API_URL: playground.apiUrl,
        DATABASE_URL: url,
        DATA_DIR: join(folder, 'data'),
        LOG_LEVEL: 'debug',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let log = '';
    bot.stderr.on('data', (chunk: Buffer) => {
      log += chunk.toString();
    });
    const ended = new Promise<number | null>((resolve) => bot.once('exit', resolve));
    const said = (level: number) =>
      log.match(
        new RegExp(`"level":${level}.*Cannot use PostgreSQL at ${host}${pathname}: the database cannot`, 'g'),
      ) ?? [];
    try {
      await expect.poll(() => said(20).length, { timeout: 50_000 }).toBeGreaterThan(0);
      expect(said(40)).toHaveLength(1);
      await server.start();
      await expect.poll(() => log, { timeout: 50_000 }).toContain('Connected to Discord');
      expect(log).toContain('The database holds no articles yet');
      expect(log).not.toContain('secret-word');
      bot.kill('SIGTERM');
      expect(await ended).toBe(0);
    } finally {
      bot.kill('SIGKILL');
      await playground.close();
      rmSync(folder, { recursive: true });
    }
  }, 180_000);
});
