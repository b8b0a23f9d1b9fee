import { join } from 'node:path';
import type { Problem } from '../article.ts';
import { CORPUS_LIMITS } from '../limits.ts';
import { reason } from '../reading/list-files.ts';
import { readRegularFile } from '../reading/regular-file.ts';

/** The corpus's own list of lines to drop, in the corpus folder. */
export const DROP_LINES_FILE = '.drop-lines.txt';

export interface DropLines {
  /** Blank space folded. */
  readonly lines: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/**
 * Reads the list: one line of text each, dropped wherever it stands as a whole line; `#` and a blank begin a comment.
 * A corpus without the file has no such lines.
 */
export async function readDropLines(folder: string): Promise<DropLines> {
  try {
    const bytes = await readRegularFile(join(folder, DROP_LINES_FILE), CORPUS_LIMITS.dropLinesBytes);
    const text = new TextDecoder().decode(bytes);
    const lines = text.split(/\r?\n/).map((line) => line.replace(/\s+/gu, ' ').trim());
    return { lines: new Set(lines.filter((line) => line !== '' && !/^#(?: |$)/.test(line))), problems: [] };
  } catch (cause) {
    const why = reason(cause);
    if (why === 'it does not exist' || why === 'ENOTDIR') return { lines: new Set(), problems: [] };
    const message = `The list cannot be read: ${why}.`;
    const fix = 'Check that the bot may read it, or remove it.';
    return { lines: new Set(), problems: [{ severity: 'error', path: DROP_LINES_FILE, message, fix }] };
  }
}
