import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launchChromium } from '../playground/page-chromium.ts';
import { box, inChromium, last, noChromium } from '../playground/page-harness.ts';
import { type RealBot, startRealBot } from './real-bot.ts';

describe.skipIf(noChromium)(inChromium('the real bot'), () => {
  let browser: Browser;
  let real: RealBot;
  let page: Page;
  const problems: string[] = [];
  beforeAll(async () => {
    [browser, real] = await Promise.all([launchChromium(findChromium() ?? ''), startRealBot()]);
    page = await browser.newPage({ viewport: { width: 1000, height: 900 }, colorScheme: 'dark' });
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(real.playground.url);
    await page.getByText('Mia').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await real?.close();
  });

  it('suggests a question while it is typed, and answers it with a quote and its source', async () => {
    await box(page).pressSequentially('/ask ');
    await page.keyboard.type('who is rami al');
    const suggestion = page.getByRole('option', { name: /^who is Rami/ }).first();
    await suggestion.waitFor();
    await suggestion.click();
    expect(await page.getByRole('combobox', { name: 'question' }).inputValue()).toMatch(/^who is Rami/);
    await page.keyboard.press('Enter');
    await last(page).locator('discord-quote').first().waitFor();
    const quote = (await last(page).locator('discord-quote').first().textContent()) ?? '';
    const said = quote.replace(/^\s*“/, '').replace(/”[\s…]*$/, '');
    expect(said).toContain('Shaer');
    const article = real.library.current().articles.find(({ text }) => text.includes(said));
    expect(article?.title).toBeDefined();
    await last(page)
      .getByText(article?.title ?? '', { exact: true })
      .first()
      .waitFor();
  });

  it('shows other passages, and the context to whoever wants it', async () => {
    await last(page)
      .getByRole('button', { name: /Other passages/ })
      .click();
    await last(page)
      .getByText(/^Passage 2 of/)
      .waitFor();
    await last(page).getByRole('button', { name: 'Context' }).click();
    await last(page).getByText('Only you can see this').waitFor();
  });

  it('lets a moderator, and nobody else, reload the articles, and tells what has changed', async () => {
    await box(page).fill('/corpus');
    expect(await page.getByRole('option').count()).toBe(0);
    await box(page).fill('');
    writeFileSync(
      join(real.corpus, 'lighthouse.md'),
      '---\ntitle: The lighthouse of Harbourtown\npublisher: The Harbour Post\npublished: 2021-08-05\n---\n\nThe lighthouse of Harbourtown was built by Ada Quill in 1842. It is forty metres high and stands on a rock in the middle of the bay.\n\nAda Quill was a mason from the north, and she also built the old bridge of the town.\n',
    );
    await page.getByRole('radio', { name: 'Moderator' }).check();
    await page.getByText('Morgan').first().waitFor();
    await box(page).pressSequentially('/corpus rel');
    await page.getByRole('option', { name: '/corpus reload' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await last(page)
      .getByText(/The articles are up to date/)
      .waitFor();
    const report = await last(page).textContent();
    expect(report).toContain('1 added, 0 changed, 0 removed');
    expect(report).toContain('The lighthouse of Harbourtown');
  });

  it('answers from the new article at once', async () => {
    await box(page).pressSequentially('/ask ');
    await page.keyboard.type('who built the lighthouse of Harbourtown?');
    await page.keyboard.press('Enter');
    await last(page).locator('discord-quote').getByText('Ada Quill').first().waitFor();
    expect(await last(page).textContent()).toContain('The Harbour Post');
  });

  it('without an error in the page or in the bot', () => {
    expect(problems).toEqual([]);
    expect(real.lines.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});
