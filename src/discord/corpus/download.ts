import type { Attachment } from 'discord.js';
import { KeeperError, type Source } from '../../corpus/keep/keeper.ts';
import { CORPUS_LIMITS } from '../../corpus/limits.ts';
import { sizeText } from '../quoting/view-lines.ts';
import type { Words } from '../words/words.ts';

const DEFAULTS = {
  /** Milliseconds that Discord has to hand an attachment over. */
  download: 30_000,
} as const;

/**
 * Fetches an attachment from Discord.
 * @throws {KeeperError} `unreadable` when it is too large, by what is stated or by what arrives, or does not come
 */
export async function download(
  { name, url, size }: Pick<Attachment, 'name' | 'url' | 'size'>,
  words: Words,
): Promise<Source> {
  const { fileBytes } = CORPUS_LIMITS;
  if (size > fileBytes) {
    const message = `The file has ${sizeText(size, words)}; at most ${sizeText(fileBytes, words)} can be read. Split it.`;
    throw new KeeperError('unreadable', message);
  }
  const response = await fetch(url, { signal: AbortSignal.timeout(DEFAULTS.download) });
  if (!response.ok) throw new KeeperError('unreadable', 'Discord did not hand the file over. Try again.');
  return { kind: 'file', name, bytes: await collect(response, fileBytes, words) };
}

/** What arrives counts, not the size that was stated. */
async function collect({ body }: Response, limit: number, words: Words): Promise<Uint8Array> {
  const blocks: Uint8Array[] = [];
  let length = 0;
  for await (const block of body ?? []) {
    length += block.length;
    if (length > limit)
      throw new KeeperError(
        'unreadable',
        `The file has more than ${sizeText(limit, words)}, which is the limit. Split it.`,
      );
    blocks.push(block);
  }
  return Buffer.concat(blocks, length);
}
