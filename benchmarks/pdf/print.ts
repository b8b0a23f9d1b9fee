import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { asHtml } from './as-html.ts';
import { asOffice } from './as-office.ts';
import { documentOf, LAYOUTS, type Layout } from './documents.ts';

/** A printed document, and the sentences that stand in it. */
export interface Printed {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sentences: readonly string[];
}

const PROGRAMS = {
  chromium: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
  libreoffice: ['/usr/bin/soffice', '/usr/bin/libreoffice'],
} as const;

/**
 * Prints the documents with the programs that this machine has, into a folder; what stands there already is not printed
 * again.
 */
export async function printAll(folder: string, say: (message: string) => void): Promise<Printed[]> {
  mkdirSync(folder, { recursive: true });
  const printed: Printed[] = [];
  for (const [i, layout] of LAYOUTS.entries()) {
    const { title, pieces, sentences } = documentOf(layout, 100 + i);
    const path = join(folder, `${layout.name}.pdf`);
    const program = PROGRAMS[layout.program].find((candidate) => existsSync(candidate));
    if (!existsSync(path)) {
      if (program === undefined) {
        say(`${layout.name} left out: this machine has no ${layout.program}`);
        continue;
      }
      say(`printing ${layout.name}`);
      if (layout.program === 'chromium')
        await printPage(program, asHtml(title, pieces, layout), layout, path);
      else printOffice(program, asOffice(title, pieces, layout), folder, layout.name);
    }
    printed.push({ name: layout.name, bytes: readFileSync(path), sentences });
  }
  return printed;
}

async function printPage(program: string, html: string, layout: Layout, path: string): Promise<void> {
  const browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.setContent(html);
    const marks = layout.printMarks ? { displayHeaderFooter: true } : {};
    await page.pdf({ path, preferCSSPageSize: true, printBackground: true, ...marks });
  } finally {
    await browser.close();
  }
}

function printOffice(program: string, text: string, folder: string, name: string): void {
  const source = join(folder, `${name}.fodt`);
  writeFileSync(source, text);
  const profile = `-env:UserInstallation=file://${join(folder, '.profile')}`;
  execFileSync(program, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, source], {
    stdio: 'ignore',
  });
}
