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

describe.skipIf(noChromium)(inChromium('the channel'), () => {
  const stage = setStage();

  describe('the message box', () => {
    it('lists the commands after a slash, and filters them', async () => {
      const page = await stage.open();
      await box(page).pressSequentially('/');
      const options = page.getByRole('listbox', { name: 'Commands' }).getByRole('option');
      await eventually(() => options.count()).toBe(6);
      expect(await options.first().textContent()).toContain('/card');
      await page.keyboard.type('ec');
      await eventually(() => options.count()).toBe(2);
      expect(await options.first().textContent()).toContain('/echo');
      expect(await options.first().textContent()).toContain('Says it again');
      await page.keyboard.press('Escape');
      expect(await options.first().isVisible()).toBe(false);
    });

    it('runs a command with a live suggestion, by keyboard alone', async () => {
      const page = await stage.open();
      await page.keyboard.type('/s');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Backspace');
      await page.keyboard.type('echo');
      await page.keyboard.press('Tab');
      await page.getByText('What to say').waitFor();
      await page.getByRole('option', { name: 'pear' }).waitFor();
      await page.keyboard.type('apple');
      await eventually(() => page.getByRole('option').count()).toBe(2);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await page.getByRole('combobox', { name: 'text' }).inputValue()).toBe('apple juice');
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await page.getByRole('combobox', { name: 'loud' }).inputValue()).toBe('True');
      await page.keyboard.press('Enter');
      // The choice's value was sent, not its name.
      await last(page).getByText('VALUE:APPLE JUICE').waitFor();
      expect(await last(page).textContent()).toContain('Again');
      expect(await focused(page)).toMatch(/^textarea/);
    });

    it('says what is missing or too long, and keeps what was typed', async () => {
      const page = await stage.open();
      await page.keyboard.type('/echo ');
      await page.keyboard.press('Enter');
      await page.getByText('“text” is required.').waitFor();
      await page.keyboard.type('x'.repeat(51));
      await page.keyboard.press('Enter');
      await page.getByText('“text” may have at most 50 characters.').waitFor();
      expect(await page.getByRole('combobox', { name: 'text' }).inputValue()).toBe('x'.repeat(51));
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await eventually(() => focused(page)).toMatch(/^textarea/);
    });

    it('keeps suggestions closed that come after the Escape', async () => {
      const page = await stage.open();
      const suggestions = page.getByRole('listbox', { name: 'Suggestions for text' });
      const asked = new Promise<void>((resolve) => {
        stage.bot.client.on('interactionCreate', (one) => {
          if (one.isAutocomplete() && one.options.getFocused() === 'later') resolve();
        });
      });
      await page.keyboard.type('/echo later');
      await asked;
      await page.keyboard.press('Escape');
      stage.bot.release();
      await last(page).getByText('Suggested.').waitFor();
      expect(await suggestions.isVisible()).toBe(false);
      await page.keyboard.press('Escape');
      await eventually(() => focused(page)).toMatch(/^textarea/);
    });

    it('sends plain messages and files', async () => {
      const page = await stage.open();
      await page
        .locator('#file-picker')
        .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hi') });
      await page.getByRole('button', { name: 'Remove notes.txt' }).waitFor();
      await box(page).fill('Look **here**');
      await page.keyboard.press('Enter');
      await last(page).getByText('Look here').waitFor();
      await last(page).getByRole('link', { name: 'notes.txt' }).waitFor();
    });

    it('uploads a file for an option that takes one', async () => {
      const page = await stage.open();
      // Pasted at once, as from a message of somebody who used it.
      await box(page).fill('/echo text: with a file file:');
      await page
        .locator('.command-form input[type=file]')
        .setInputFiles({ name: 'data.csv', mimeType: 'text/csv', buffer: Buffer.from('1,2') });
      await page.locator('.pill.file.busy').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Send /echo' }).click();
      await last(page).getByRole('link', { name: 'data.csv' }).waitFor();
    });
  });

  describe('the answers', () => {
    it('are changed by buttons, which keep the focus', async () => {
      const page = await stage.open();
      await echo(page, 'hello');
      await last(page).getByRole('button', { name: 'Again' }).focus();
      await page.keyboard.press('Enter');
      await last(page).getByText('hello again').waitFor();
      await last(page).getByText('(edited)').waitFor();
      await eventually(() => focused(page)).toBe('button Again');
      expect(await last(page).getByRole('button', { name: 'Closed' }).isDisabled()).toBe(true);
      const link = last(page).getByRole('link', { name: 'Source' });
      expect(await link.getAttribute('href')).toBe('https://example.org/');
      expect(await link.getAttribute('target')).toBe('_blank');
      expect(await link.getAttribute('rel')).toContain('noopener');
    });

    it('follow a select menu, by keyboard', async () => {
      const page = await stage.open();
      await echo(page, 'hello');
      await last(page).getByRole('combobox', { name: 'Pick one' }).focus();
      await page.keyboard.press('ArrowDown');
      await page.getByRole('option', { name: 'First The one before' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await last(page).getByText('You picked 2.').waitFor();
    });

    it('ask in a modal, which holds the focus and checks its fields', async () => {
      const page = await stage.open();
      await echo(page, 'hello');
      await last(page).getByRole('button', { name: 'Report' }).click();
      const dialog = page.getByRole('dialog', { name: 'Report' });
      await dialog.waitFor();
      await eventually(() => focused(page)).toMatch(/^textarea/);
      for (let i = 0; i < 8; i += 1) {
        await page.keyboard.press('Tab');
        expect(
          await page.evaluate(
            'document.activeElement === document.body || document.activeElement.closest("dialog") !== null',
          ),
        ).toBe(true);
      }
      await dialog.getByRole('textbox').fill('bad');
      await dialog.getByRole('button', { name: 'Submit' }).click();
      await dialog.getByText('Must be 5 or more in length.').waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await eventually(() => focused(page)).toBe('button Report');
      await page.keyboard.press('Enter');
      await dialog.getByRole('textbox').fill('It is wrong');
      await dialog.getByRole('button', { name: 'Submit' }).click();
      await dialog.getByText('Choose at least 1.').waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await dialog
        .locator('input[type=file]')
        .setInputFiles({ name: 'proof.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
      await dialog.getByRole('button', { name: 'Submit' }).click();
      await last(page).getByText('Thank you: It is wrong, source, proof.txt').waitFor();
      await dialog.waitFor({ state: 'detached' });
    });

    it('can be for one person only, and be dismissed by keyboard', async () => {
      const page = await stage.open();
      const other = await stage.open();
      await other.getByRole('radio', { name: 'Moderator' }).check();
      await other.getByText('Morgan').waitFor();
      await type(page, '/secret ');
      await last(page).getByText('Only you can see this').waitFor();
      await last(page).getByText('Dismiss message').focus();
      expect(await other.getByText('Do not tell.').count()).toBe(0);
      await page.keyboard.press('Enter');
      await page.getByText('Do not tell.').waitFor({ state: 'detached' });
    });

    it('are thought about first', async () => {
      const page = await stage.open();
      await type(page, '/slow ');
      await last(page).getByText('Footnote is thinking…').waitFor();
      stage.bot.release();
      await last(page).getByText('At last.').waitFor();
      expect(await page.getByText('is thinking').count()).toBe(0);
    });

    it('that never come are said to have failed', async () => {
      const page = await stage.open();
      await type(page, '/silent ');
      await last(page).getByText('The application did not respond').waitFor();
      await last(page).getByText('Dismiss message').click();
      await page.getByText('The application did not respond').waitFor({ state: 'detached' });
    });

    it('show every component', async () => {
      const page = await stage.open();
      await type(page, '/card ');
      const card = last(page).locator('.v2-container');
      await card.getByRole('heading', { name: 'A heading' }).waitFor();
      expect(await card.locator('strong').textContent()).toBe('in part bold');
      await card.getByRole('button', { name: 'Open' }).waitFor();
      await card.getByRole('link', { name: 'table.csv' }).waitFor();
      expect(await card.getByRole('separator').count()).toBe(1);
      for (const alt of ['A dot', 'Dots']) {
        const image = card.getByRole('img', { name: alt });
        await image.scrollIntoViewIfNeeded();
        await eventually(() => image.evaluate((one) => Reflect.get(one, 'naturalWidth'))).toBe(2);
      }
    });

    it('are never run as HTML', async () => {
      const page = await stage.open();
      await type(page, '/hostile ');
      await last(page).getByRole('button').first().waitFor();
      expect(await last(page).locator('script, [onerror], a[href^="javascript"]').count()).toBe(0);
      expect(await page.evaluate('window.stolen')).toBeUndefined();
      expect(await last(page).textContent()).toContain('<img src=x onerror="window.stolen=1"><script>');
    });
  });
});
