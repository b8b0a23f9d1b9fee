import { readFile } from 'node:fs/promises';
import { KeeperError } from './keeper.ts';
import { type KeepingTools, placeOf, replaceFile, titleAt } from './keeping-tools.ts';
import type { TrashedItem } from './trash.ts';
import { readExportLine, replaceExportLine } from './writing/export-line.ts';
import { exists, moveFile, PathTaken, writeFileAtomically } from './writing/write-file.ts';

/**
 * Puts a file of the trash back. One that another version took the place of takes its place again, and that version goes
 * to the trash.
 * @throws {PathTaken}
 */
export async function restoreFile(tools: KeepingTools, item: TrashedItem, by: string): Promise<void> {
  const absolute = await placeOf(tools, item.path);
  if (item.why === 'removed') {
    await moveFile(item.content, absolute);
    return;
  }
  if (item.successor !== undefined) {
    if (await exists(absolute)) throw new PathTaken();
    await moveFile(item.content, absolute);
    const successor = await placeOf(tools, item.successor);
    if (!(await exists(successor))) return;
    const record = {
      path: item.successor,
      title: item.title,
      removed: tools.now(),
      by,
      why: 'replaced' as const,
    };
    await moveFile(successor, (await tools.trash.prepare({ ...record, successor: item.path })).content);
    return;
  }
  const bytes = await readFile(item.content);
  if (await exists(absolute))
    await replaceFile(tools, item.path, bytes, { by, title: await titleAt(tools, item.path) });
  else await writeFileAtomically(absolute, bytes, { overwrite: false });
}

/**
 * Puts a line of an export back to where it stood.
 * @throws {PathTaken} when there is another article on that line
 */
export async function restoreLine(tools: KeepingTools, item: TrashedItem, line: number): Promise<void> {
  const absolute = await placeOf(tools, item.path);
  const bytes = await readFile(item.content);
  const now = (await exists(absolute)) ? await readExportLine(absolute, line) : undefined;
  if (now === undefined) {
    throw new KeeperError(
      'not-found',
      `Line ${line} of ${item.path} is not there any more; the export has changed.`,
    );
  }
  if (Buffer.compare(now, bytes) === 0) return;
  if (item.why === 'removed' && Buffer.from(now).toString().trim() !== '') throw new PathTaken();
  await replaceExportLine(absolute, line, bytes);
}
