import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openKeeper } from '../../../src/corpus/keep/folder-keeper.ts';
import { loadCorpus } from '../../../src/corpus/load.ts';
import { openIndexFolder, openLibrary } from '../../../src/library/index.ts';
import { folderOf } from '../folder.ts';

const CHILD = fileURLToPath(new URL('./crash-child.ts', import.meta.url));
const KILLS = 50;
/** Corpora that are worked on side by side. */
const LANES = 2;

const LINES = 30;
const EXPORT = Array.from(
  { length: LINES },
  (_, i) =>
    `${JSON.stringify({ title: `line-${i}`, text: `Begin of line-${i}. The pier gave way.\n\nEnd of line-${i}.` })}\n`,
).join('');

/** Lets a child change the corpus until it is killed, so long after it said `from`. @returns what it said it had added */
async function runAndKill(
  corpus: string,
  data: string,
  mode: string,
  { from, delay }: { readonly from: 'ready' | 'added'; readonly delay: number },
): Promise<string[]> {
  const child = fork(CHILD, [corpus, data, mode], { execArgv: [], stdio: 'inherit' });
  const exit = once(child, 'exit');
  const added: string[] = [];
  child.on('message', (message: { ready?: true; added?: string }) => {
    if (message.added !== undefined) added.push(message.added);
    if (from === 'ready' ? message.ready : added.length === 1) setTimeout(() => child.kill('SIGKILL'), delay);
  });
  const [, signal] = await exit;
  expect(signal).toBe('SIGKILL');
  return added;
}

/** The contents of all files of a kind, also of those in the trash. */
function contents(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('.drafts') && !name.endsWith('.tmp') && !name.endsWith('entry.json'))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'utf8'));
}

test(`killed at ${KILLS} moments, nothing is lost or half-written, and every start succeeds`, {
  timeout: 180_000,
}, async () => {
  await Promise.all(Array.from({ length: LANES }, (_, lane) => killOften(lane)));
});

async function killOften(lane: number): Promise<void> {
  const corpus = folderOf({
    'dump.jsonl': EXPORT,
    'first.txt': 'Begin of first. The pier gave way.\n\nEnd of first.',
  });
  const data = folderOf({});
  const known = ['first', ...Array.from({ length: LINES }, (_, i) => `line-${i}`)];
  for (let kill = lane; kill < KILLS; kill += LANES) {
    // Most children do only what writes to the disk, since reading the language model is what takes the time.
    const mode = kill % 17 === 0 ? 'library' : 'keeper';
    // However slow the machine, every other one gets as far as to have added something.
    const from = Math.floor(kill / LANES) % 2 === 0 ? 'ready' : 'added';
    known.push(...(await runAndKill(corpus, data, mode, { from, delay: (kill * 37) % 250 })));

    const keeper = await openKeeper({ corpus });
    const trash = await keeper.trash();
    await keeper.close();
    const { articles, problems } = await loadCorpus(corpus);
    const there = contents(corpus).join('\n');
    expect(
      known.filter((name) => !there.includes(`Begin of ${name}.`) || !there.includes(`End of ${name}.`)),
    ).toEqual([]);
    for (const { text } of articles) {
      expect(text).toContain(`End of ${/^Begin of ([\w-]+)\./.exec(text)?.[1]}.`);
    }
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(trash.every(({ path }) => path !== '')).toBe(true);
    const cache = openIndexFolder(data);
    const manifest = cache?.load(corpus, 'crash')?.manifest;
    if (manifest !== undefined) expect(() => JSON.parse(Buffer.from(manifest).toString())).not.toThrow();
    cache?.close();
  }
  expect(known.length).toBeGreaterThan(LINES + 1);

  const cache = openIndexFolder(data);
  const library = await openLibrary({ corpus, ...(cache && { cache }) });
  const { articles } = await loadCorpus(corpus);
  const byId = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id).sort();
  expect(byId(library.current().articles)).toEqual(byId(articles));
  await library.close();
  cache?.close();
}
