import { extname } from 'node:path';
import type { ApiAttachment, Snowflake } from '../shapes/message-shapes.ts';
import { imageSize } from './image-size.ts';

/** A file on its way in: from the bot's multipart body, or from a user. */
export interface IncomingFile {
  name: string;
  /** MIME type, empty when unknown. */
  type: string;
  bytes: Uint8Array;
}

interface StoredFile {
  attachment: ApiAttachment;
  bytes: Uint8Array;
}

/** Everything that can be downloaded from the playground, in memory. */
export interface FileStore {
  /** Keeps a file and returns Discord's description of it. */
  add(file: IncomingFile, extra?: { description?: string; title?: string }): ApiAttachment;
  get(id: Snowflake): StoredFile | undefined;
  remove(id: Snowflake): void;
}

const TYPES: Readonly<Record<string, string>> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.pdf': 'application/pdf',
};

/** A file name as Discord keeps it: no folders, only letters, digits, `_`, `-` and `.`. */
export function normalizeFileName(name: string): string {
  const base = name.normalize('NFKD').replace(/\p{M}/gu, '').split(/[/\\]/).at(-1) ?? '';
  const clean = base
    .replace(/[^\w.-]+/g, '_')
    .slice(-255)
    .replace(/^[._]+(?=\w)/, '');
  return /[^._]/.test(clean) ? clean : 'unknown';
}

/**
 * @param makeId Makes ids.
 * @param address Where a file will be found, given its id and name.
 */
export function createFileStore(
  makeId: () => Snowflake,
  address: (id: Snowflake, name: string) => string,
): FileStore {
  const files = new Map<Snowflake, StoredFile>();
  return {
    add({ name, type, bytes }, extra = {}) {
      const id = makeId();
      const filename = normalizeFileName(name);
      const url = address(id, filename);
      const known = type !== '' && type !== 'application/octet-stream';
      const contentType = known ? type : TYPES[extname(filename).toLowerCase()];
      const size = imageSize(bytes);
      const attachment: ApiAttachment = {
        id,
        filename,
        size: bytes.length,
        url,
        proxy_url: url,
        ...(contentType === undefined ? {} : { content_type: contentType }),
        ...(size ?? {}),
        ...extra,
      };
      files.set(id, { attachment, bytes });
      return attachment;
    },
    get: (id) => files.get(id),
    remove(id) {
      files.delete(id);
    },
  };
}
