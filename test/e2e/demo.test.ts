import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchChromium } from '../playground/page-chromium.ts';
import { inChromium, last, noChromium } from '../playground/page-harness.ts';

const PATIENCE = 60_000;

/** Two stories that have nothing to do with each other. */
const ARTICLES = {
  'a-harbour.txt':
    'Syria builds a harbour\n\nThe harbour of Syria was opened on Monday by Ada Quill. It has room for forty boats. People in Syria had waited for it since the flood.\n\nQuill said that the next wall is built in spring.',
  'b-school.txt':
    'School of Syria burns\n\nA fire destroyed the school of Syria at night. Nobody was hurt, said the fire brigade. Lessons in Syria go on in the church until a new roof is there.\n\nTeachers and children carried books out of the ashes.',
};

describe.skipIf(noChromium)(inChromium('the demonstration of feeds and alerts'), () => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-demo-test-'));
  const corpus = join(folder, 'corpus');
  let program: ChildProcess;
  let browser: Browser;
  let page: Page;
  const problems: string[] = [];
  beforeAll(async () => {
    for (const name of ['corpus', 'tmp']) mkdirSync(join(folder, name));
    for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(join(corpus, name), text);
    program = spawn(process.execPath, ['src/launch.js', 'demo'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        TMPDIR: join(folder, 'tmp'),
        CORPUS_DIR: corpus,
        DATA_DIR: join(folder, 'data'),
        PLAYGROUND_PORT: '0',
        LOG_LEVEL: 'error',
      },
    });
    browser = await launchChromium(findChromium() ?? '');
    page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(await addressOf(program));
  }, PATIENCE);
  afterAll(async () => {
    await browser?.close();
    program.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  it(
    'publishes an article by a button, which the bot reads and tells of in the channel',
    async () => {
      await page.getByRole('button', { name: 'Publish an article (2 left)' }).click();
      await last(page).getByText('New about Syria').waitFor();
      const told = (await last(page).textContent()) ?? '';
      expect(told).toContain('Syria builds a harbour');
      expect(told).toContain('The Playground Post');
      const source = page.getByRole('link', { name: 'Open the source' });
      const address = (await source.getAttribute('href')) ?? '';
      const shown = await fetch(address);
      expect([shown.status, await shown.text()]).toEqual([200, expect.stringContaining('Ada Quill')]);
    },
    PATIENCE,
  );

  it(
    'once each; what is not out yet can’t be read',
    async () => {
      const next = page.url().replace(/\/$/, '/newspaper/2');
      expect((await fetch(next)).status).toBe(404);
      await page.getByRole('button', { name: 'Publish an article (1 left)' }).click();
      await last(page).getByText('School of Syria burns').waitFor();
      const button = page.getByRole('button', { name: 'All articles are out' });
      expect(await button.isDisabled()).toBe(true);
      expect(await page.getByText('New about Syria').count()).toBe(2);
      expect((await fetch(next)).status).toBe(200);
    },
    PATIENCE,
  );

  it(
    'leaves the articles and the state alone, and nothing behind',
    async () => {
      await page.close();
      expect(problems).toEqual([]);
      program.kill('SIGTERM');
      const [code] = await once(program, 'exit');
      expect(code).toBe(0);
      expect(readdirSync(corpus).sort()).toEqual(Object.keys(ARTICLES));
      for (const [name, text] of Object.entries(ARTICLES))
        expect(readFileSync(join(corpus, name), 'utf8')).toBe(text);
      expect([existsSync(join(folder, 'data')), readdirSync(join(folder, 'tmp'))]).toEqual([false, []]);
    },
    PATIENCE,
  );
});

/** What the program says where its page is. */
async function addressOf({ stdout }: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of stdout ?? []) {
    said += String(chunk);
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error(`It ended without a page: ${said}`);
}
