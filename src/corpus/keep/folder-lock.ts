import { open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { KeeperError } from './keeper.ts';
import { codeOf } from './writing/write-file.ts';

/** Hidden, so that the corpus passes it over. */
const LOCK_FILE = '.footnote.lock';

const LOCK_DEFAULTS = {
  /** How long a change waits for another program's, in milliseconds. */
  wait: 10_000,
  /** How often it looks. */
  step: 20,
  /** A lock says so often that it is still held … */
  beat: 5_000,
  /** … and is taken for left behind when it has not for so long. */
  stale: 30_000,
  /** How long a lock may be without its program's name: that one was ended between the two. */
  nameless: 1_000,
} as const;

/**
 * Does a work while no other program that keeps the folder does one: what is read, changed and written again would
 * otherwise lose what the other wrote in between.
 * @throws {KeeperError} `disk` when the folder is not free in time
 */
export async function withLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const path = join(folder, LOCK_FILE);
  const deadline = performance.now() + LOCK_DEFAULTS.wait;
  while (!(await claim(path))) {
    if (await isLeftBehind(path)) await rm(path, { force: true });
    else if (performance.now() > deadline)
      throw new KeeperError(
        'disk',
        'Another program is changing the corpus just now. Try again in a moment.',
      );
    else await sleep(LOCK_DEFAULTS.step);
  }
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined); // taken away by hand: there is nothing to keep
  }, LOCK_DEFAULTS.beat);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(path, { force: true });
  }
}

async function claim(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(`${hostname()} ${process.pid}`);
    await file.close();
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    throw cause;
  }
}

/** Its program has ended (told at once on this machine), or has been silent for long. */
async function isLeftBehind(path: string): Promise<boolean> {
  const info = await stat(path).catch(() => undefined);
  if (info === undefined) return false;
  if (Date.now() - info.mtimeMs > LOCK_DEFAULTS.stale) return true;
  const [host, pid] = (await readFile(path, 'utf8').catch(() => '')).split(' ');
  if (host === '') return Date.now() - info.mtimeMs > LOCK_DEFAULTS.nameless;
  return host === hostname() && pid !== undefined && /^\d+$/.test(pid) && !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return codeOf(cause) !== 'ESRCH';
  }
}
