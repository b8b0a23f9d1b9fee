import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Writes files into a new folder that lives as long as the test. Returns its path. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-corpus-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** A body that is long enough not to be reported as suspiciously short. */
export const BODY = [
  'The harbour of Vellmark was closed on Monday after the northern pier gave way in a storm.',
  'Mayor Ilse Brandt said that the repairs would take until the autumn and cost four million crowns.',
  'Fishing boats have been sent to the neighbouring town of Osterby for the time being.',
].join('\n\n');
