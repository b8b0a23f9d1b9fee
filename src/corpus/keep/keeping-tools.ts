import { readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { HeavyReader } from '../formats/heavy-reader.ts';
import { isBelow } from '../reading/list-files.ts';
import { KeeperError } from './keeper.ts';
import { readSource } from './render-draft.ts';
import type { Trash, TrashedItem } from './trash.ts';
import { moveFile, writeFileAtomically } from './writing/write-file.ts';

/** What changing a corpus takes. */
export interface KeepingTools {
  /** The corpus folder, absolute. */
  readonly corpus: string;
  /** Links may lead out of it. */
  readonly followLinks: boolean;
  readonly trash: Trash;
  readonly heavy: HeavyReader;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export type By = { readonly by: string };

/**
 * Where a path of the corpus lies.
 * @throws {KeeperError} `disk` when a link on the way leads out of the folder
 */
export async function placeOf(
  { corpus, followLinks }: Pick<KeepingTools, 'corpus' | 'followLinks'>,
  path: string,
): Promise<string> {
  const absolute = join(corpus, path);
  for (let at = absolute; !followLinks && at !== corpus; at = dirname(at)) {
    const real = await realpath(at).catch(() => undefined);
    if (real === undefined) continue;
    if (isBelow(real, await realpath(corpus))) break;
    throw new KeeperError('disk', `${path} leads out of the corpus folder by a link; it is not touched.`);
  }
  return absolute;
}

/** Moves what is at the path into the trash and puts other bytes in its place, or beside it under `successor`. */
export async function replaceFile(
  tools: KeepingTools,
  path: string,
  bytes: Uint8Array,
  { by, title, successor = path }: By & { readonly title: string; readonly successor?: string },
): Promise<TrashedItem> {
  const absolute = await placeOf(tools, path);
  const renamed = successor !== path;
  const item = await tools.trash.prepare({
    path,
    title,
    removed: tools.now(),
    by,
    why: 'replaced',
    ...(renamed ? { successor } : {}),
  });
  if (renamed) {
    // First the new one, then the old one away: in between there are two files for one article, never none.
    await writeFileAtomically(await placeOf(tools, successor), bytes, { overwrite: false });
    await moveFile(absolute, item.content);
  } else {
    await writeFileAtomically(item.content, await readFile(absolute), { overwrite: false });
    await writeFileAtomically(absolute, bytes, { overwrite: true });
  }
  return item;
}

/** What the file at a path of the corpus is called. */
export async function titleAt({ corpus, heavy }: KeepingTools, path: string): Promise<string> {
  const { drafts } = await readSource(join(corpus, path), path, heavy);
  return drafts[0]?.metadata.title ?? path;
}
