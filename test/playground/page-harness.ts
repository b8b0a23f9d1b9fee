import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Playground } from '../../src/playground/playground-types.ts';
import { startPlayground } from '../../src/playground/server.ts';
import { type PageBot, startPageBot } from './page-bot.ts';
import { findChromium, launchChromium } from './page-chromium.ts';

/** Milliseconds that a page has to do what it should; a machine may be busy. */
const PATIENCE = 10_000;

const chromium = findChromium();

/** Whether to pass the browser tests over. */
export const noChromium = chromium === undefined;

/** The name of a group of browser tests, which says so when they do not run. */
export function inChromium(what: string): string {
  if (!noChromium) return `${what} in Chromium`;
  console.warn(`Not run: ${what} in Chromium. None was found; set CHROMIUM_PATH or install one.`);
  return `${what} in Chromium (NOT RUN: none was found; set CHROMIUM_PATH or install one)`;
}

/** What the tests drive: new for every test, apart from the browser. */
export interface Stage {
  readonly bot: PageBot;
  /** Opens the page, and waits until it knows who it is. */
  open: (options?: BrowserContextOptions, before?: (page: Page) => Promise<void>) => Promise<Page>;
}

/** Starts a playground, a real bot and a browser around each test, and fails it for any error in the page's console. */
export function setStage(): Stage {
  let browser: Browser;
  let playground: Playground;
  let bot: PageBot;
  let problems: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium(chromium ?? '');
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    problems = [];
    playground = await startPlayground();
    bot = await startPageBot(playground);
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await bot.client.destroy();
    await playground.close();
    // Nothing that the page does may fail, or be refused by its own policy.
    expect(problems).toEqual([]);
  });

  return {
    get bot() {
      return bot;
    },
    open: async (options = {}, before) => {
      const viewport = { width: 1000, height: 800 };
      const context = await browser.newContext({ viewport, colorScheme: 'dark', ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE);
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
      });
      await before?.(page);
      await page.goto(playground.url);
      await page.getByText('Mia').or(page.getByText('Morgan')).first().waitFor();
      return page;
    },
  };
}

/** Asks again until the expectation is met. */
export const eventually = <Value>(read: () => Value) => expect.poll(read, { timeout: PATIENCE });

/** The message box. */
export const box = (page: Page): Locator => page.getByRole('combobox', { name: 'Message #' });

/** The newest message. */
export const last = (page: Page): Locator => page.locator('discord-message').last();

/** What has the focus, inside the components too: its element and its words. */
export const focused = (page: Page): Promise<unknown> =>
  page.evaluate(`(() => {
    let one = document.activeElement;
    while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
    const words = [one?.getAttribute('aria-label'), one?.textContent, one?.getRootNode()?.host?.textContent];
    return [one?.localName, words.find((text) => text?.trim())?.trim()].join(' ').trim();
  })()`);

/** Types a slash command and sends it. */
export async function type(page: Page, command: string): Promise<void> {
  await box(page).pressSequentially(command);
  await page.keyboard.press('Enter');
}

/** Has the bot say a text. */
export async function echo(page: Page, text: string): Promise<void> {
  await type(page, `/echo ${text}`);
  await last(page).getByText(text, { exact: true }).waitFor();
}
