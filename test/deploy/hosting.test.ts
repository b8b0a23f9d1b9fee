import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXIT } from '../../src/operate/exit-codes.ts';
import { describePostgres, type PostgresServer, startPostgres } from '../postgres.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const text = readFileSync(join(root, 'docs', 'hosting.md'), 'utf8');
const run = promisify(execFile);

/** Every line of the page's shell blocks. */
const commands = [...text.matchAll(/^```sh\n(.*?)^```/gms)].flatMap(([, block = '']) =>
  block.trim().split('\n'),
);

/** What other tests perform (`container.test.ts`, `cli.test.ts`), or what takes another machine. */
const ELSEWHERE = [
  /^npm ci --omit=dev$/,
  /^npm start$/,
  /^docker compose /,
  /^git pull --ff-only$/,
  /^sudo /,
];

let folder: string;
let server: PostgresServer;
let database: string;
beforeAll(async () => {
  server = await startPostgres();
  database = await server.database();
  folder = mkdtempSync(join(tmpdir(), 'footnote-hosting-'));
  for (const name of ['package.json', 'src', 'commands', 'corpus', '.env.example'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

describePostgres('the commands of docs/hosting.md, in their order', () => {
  const here = commands.filter((command) => !ELSEWHERE.some((form) => form.test(command)));

  it('are some', () => expect(here.length).toBeGreaterThanOrEqual(7));

  it.each(here)('%s', async (command) => {
    const env = {
      PATH: `${join(folder, 'node_modules', '.bin')}:${process.env['PATH']}`,
      HOME: folder,
      ...(/ migrate /.test(command) && { DATABASE_URL: database }),
    };
    const outcome = await run('sh', ['-ec', command], { cwd: folder, env }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
    );
    // Nothing runs here that could be well.
    const expected = / health/.test(command)
      ? { code: 1, stdout: /HEALTH_PORT is not set/ }
      : { code: 0, stdout: /^/ };
    expect(outcome.stdout).toMatch(expected.stdout);
    expect(outcome.code).toBe(expected.code);
  });
});

it('names every exit code', () => {
  const named = [...text.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
  expect(named).toEqual(Object.values(EXIT));
});

it('names numbers that there are', () => {
  const sources = ['bot-metrics.ts', 'process-metrics.ts']
    .map((name) => readFileSync(join(root, 'src', 'operate', name), 'utf8'))
    .join();
  const named = new Set([...text.matchAll(/`footnote_([a-z_]+)/g)].map(([, name = '']) => name));
  expect([...named].filter((name) => !sources.includes(name))).toEqual([]);
});
