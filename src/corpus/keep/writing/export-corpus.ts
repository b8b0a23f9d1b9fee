import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import type { Article } from '../../article.ts';
import type { ExportResult } from '../keeper.ts';

/** Articles that are written between two looks at the event loop. */
const ARTICLES_A_SLICE = 20;

/**
 * Packs articles as `.jsonl.gz`, a line each: `{url, title, publisher, authors, published, tags, text}`, as an export is
 * read. What is unknown is left out.
 * @param limit in bytes; packing stops as soon as it is exceeded
 */
export async function exportArticles(articles: readonly Article[], limit: number): Promise<ExportResult> {
  const gzip = createGzip({ level: 9 });
  const blocks: Buffer[] = [];
  let size = 0;
  gzip.on('data', (block: Buffer) => {
    blocks.push(block);
    size += block.length;
  });
  const ended = once(gzip, 'end');
  for (const [i, { url, title, publisher, authors, published, tags, text }] of articles.entries()) {
    if (size > limit) break;
    const line = JSON.stringify({
      url,
      title,
      publisher,
      ...(authors.length > 0 && { authors }),
      published,
      ...(tags.length > 0 && { tags }),
      text,
    });
    if (!gzip.write(`${line}\n`)) await once(gzip, 'drain');
    if (i % ARTICLES_A_SLICE === 0) await setImmediate();
  }
  gzip.end();
  await ended;
  if (size <= limit) return { ok: true, bytes: Buffer.concat(blocks, size), articles: articles.length };
  const count = `${articles.length.toLocaleString('en-US')} article${articles.length === 1 ? '' : 's'}`;
  const reason = `The ${count} are more than ${megabytes(limit)} packed, which is the most that can be sent here. Copy the corpus folder from the machine that the bot runs on.`;
  return { ok: false, reason };
}

function megabytes(bytes: number): string {
  return `${Math.floor((bytes / 1024 / 1024) * 10) / 10} MB`;
}
