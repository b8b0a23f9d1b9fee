import { readFile } from 'node:fs/promises';
import type { Article } from '../article.ts';
import type { HeavyReader } from '../formats/heavy-reader.ts';
import { isRecord } from '../metadata/front-matter.ts';
import { METADATA_KEYS } from '../metadata/metadata.ts';
import { decodeText } from '../reading/decode.ts';
import type { Metadata } from '../reading/draft.ts';
import { knownExtension } from '../reading/list-files.ts';
import { KeeperError } from './keeper.ts';
import { isPlain, readSource } from './render-draft.ts';
import { asTextFile } from './writing/as-text-file.ts';
import { withFrontMatter } from './writing/front-matter-text.ts';

/**
 * An article's file with other facts. Plain text keeps its body; of any other format the text that was read of it is
 * written as Markdown or plain text, under the same id.
 * @returns the new file, its path relative to the corpus folder
 */
export async function editedFile(
  absolute: string,
  article: Article,
  metadata: Metadata,
  heavy: HeavyReader,
): Promise<{ path: string; bytes: Uint8Array }> {
  const extension = knownExtension(article.path) ?? '';
  if (isPlain(extension)) {
    const { text } = decodeText(await readFile(absolute), article.path);
    return { path: article.path, bytes: Buffer.from(withFrontMatter(text, metadata)) };
  }
  const { drafts } = await readSource(absolute, article.path, heavy);
  const [only] = drafts;
  if (only === undefined) throw new KeeperError('unreadable', `${article.path} can't be read any more.`);
  const file = await asTextFile(only, metadata, heavy);
  const path = `${article.path.slice(0, article.path.length - extension.length)}${file.extension}`;
  return { path, bytes: file.bytes };
}

/** A line of an export with other facts; everything else in it stays. */
export function editedLine(line: Uint8Array, metadata: Metadata): Uint8Array {
  const record: unknown = JSON.parse(new TextDecoder().decode(line));
  if (!isRecord(record)) throw new KeeperError('unreadable', 'The line is not a JSON object.');
  const changed: Record<string, unknown> = { ...record };
  for (const key of METADATA_KEYS) {
    const value = metadata[key];
    if (value === undefined || value.length === 0) delete changed[key];
    else changed[key] = value;
  }
  return Buffer.from(JSON.stringify(changed));
}
