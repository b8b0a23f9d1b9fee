import type { Article } from '../article.ts';
import { isExport, lineOf, mustBeAlone } from './article-in-file.ts';
import type { Change } from './keeper.ts';
import { type KeepingTools, placeOf } from './keeping-tools.ts';
import { replaceExportLine } from './writing/export-line.ts';
import { moveFile, writeFileAtomically } from './writing/write-file.ts';

/**
 * Puts an article into the trash: its file, or its line of an export.
 * @throws {KeeperError} when it can't be taken out by itself, or is not what was read
 */
export async function removeArticle(tools: KeepingTools, article: Article, by: string): Promise<Change> {
  const { path, line, title, id } = article;
  const record = { path, title, removed: tools.now(), by, why: 'removed' as const };
  if (isExport(article)) {
    const bytes = await lineOf(tools, article);
    const item = await tools.trash.prepare({ ...record, line });
    await writeFileAtomically(item.content, bytes, { overwrite: false });
    await replaceExportLine(await placeOf(tools, path), line, new Uint8Array());
    return { action: 'remove', by, path, title, id, trashed: item.id };
  }
  await mustBeAlone(tools, article);
  const item = await tools.trash.prepare(record);
  await moveFile(await placeOf(tools, path), item.content);
  return { action: 'remove', by, path, title, id, trashed: item.id };
}
