import type { Page, WebSocketRoute } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  box,
  echo,
  eventually,
  focused,
  inChromium,
  last,
  noChromium,
  setStage,
  type,
} from './page-harness.ts';

describe.skipIf(noChromium)(inChromium('the window'), () => {
  const stage = setStage();

  describe('message commands', () => {
    it('run from a right click and from the button on the message', async () => {
      const page = await stage.open();
      await box(page).fill('A line to quote');
      await page.keyboard.press('Enter');
      await page.locator('discord-message').getByText('A line to quote').click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Quote it' }).click();
      await last(page).locator('discord-quote').getByText('A line to quote').waitFor();

      await page.getByRole('button', { name: /^More/ }).first().focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: 'Quote it' }).waitFor();
      expect(await focused(page)).toBe('button Quote it');
      await page.keyboard.press('Enter');
      await eventually(() => page.locator('discord-quote').count()).toBe(2);
    });

    it('stand beside deleting, which only the author and a moderator may', async () => {
      const page = await stage.open();
      await echo(page, 'to be deleted');
      const more = page.getByRole('button', { name: /^More/ }).first();
      await more.click();
      await page.getByRole('menuitem', { name: 'Quote it' }).waitFor();
      expect(await page.getByRole('menuitem', { name: 'Delete message' }).count()).toBe(0);
      await page.keyboard.press('Escape');
      await page.getByRole('radio', { name: 'Moderator' }).check();
      await page.getByText('Morgan').waitFor();
      await more.click();
      await page.getByRole('menuitem', { name: 'Delete message' }).click();
      await page.getByText('to be deleted').waitFor({ state: 'detached' });
    });
  });

  describe('the person', () => {
    it('is a member or a moderator, with other commands, also after a reload of the page', async () => {
      const page = await stage.open();
      await box(page).fill('/corpus');
      expect(await page.getByRole('option').count()).toBe(0);
      await box(page).fill('');
      await page.getByRole('radio', { name: 'Member' }).focus();
      await page.keyboard.press('ArrowRight');
      await page.getByText('Morgan').waitFor();
      await box(page).pressSequentially('/corpus rel');
      await page.getByRole('option', { name: '/corpus reload' }).waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await last(page).getByText('The articles are read again.').waitFor();
      await page.reload();
      await last(page).getByText('The articles are read again.').waitFor();
      expect(await page.getByText('Morgan').first().isVisible()).toBe(true);
    });
  });

  describe('the window', () => {
    const background = (page: Page) => page.evaluate('getComputedStyle(document.body).backgroundColor');

    it('is dark or light as the system is, until it is switched', async () => {
      expect(await background(await stage.open({ colorScheme: 'dark' }))).toBe('rgb(49, 51, 56)');
      const page = await stage.open({ colorScheme: 'light' });
      expect(await background(page)).toBe('rgb(255, 255, 255)');
      await page.getByRole('button', { name: 'Light theme' }).click();
      expect(await background(page)).toBe('rgb(49, 51, 56)');
      await page.reload();
      expect(await background(page)).toBe('rgb(49, 51, 56)');
    });

    it('needs no scrolling to the side when it is 360 pixels wide', async () => {
      const page = await stage.open({ viewport: { width: 360, height: 640 } });
      await type(page, '/card ');
      await last(page).getByRole('button', { name: 'Open' }).waitFor();
      await echo(page, 'w'.repeat(50));
      await box(page).pressSequentially('/');
      const widths = await page.evaluate(
        `['html', '#scroller', '.bottom'].map((one) => document.querySelector(one)).map((one) => one.scrollWidth - one.clientWidth)`,
      );
      expect(widths).toEqual([0, 0, 0]);
      for (const one of [box(page), page.getByText('Moderator', { exact: true })]) {
        expect(await one.isVisible()).toBe(true);
      }
    });

    it('comes back by itself when its connection drops', async () => {
      const sockets: WebSocketRoute[] = [];
      const page = await stage.open({}, (one) =>
        one.routeWebSocket('**/page', (route) => {
          sockets.push(route);
          route.connectToServer();
        }),
      );
      await echo(page, 'before');
      await sockets[0]?.close();
      await eventually(() => sockets.length).toBe(2);
      await echo(page, 'after');
      expect(await page.getByText('before', { exact: true }).count()).toBe(1);
    });

    it('says when the bot is away', async () => {
      const page = await stage.open();
      await stage.bot.client.destroy();
      await page.getByText('The bot is offline').waitFor();
    });
  });
});
