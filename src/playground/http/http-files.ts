import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Actions } from '../people/action-types.ts';
import { readBytes } from '../rest/body.ts';
import { ApiError } from '../shapes/api-error.ts';
import { MESSAGE_LIMITS } from '../validate/message.ts';
import type { FileStore } from '../world/attached-files.ts';

/** Where attachments are: `/attachments/<channel>/<id>/<name>`. */
const ATTACHMENT = /^\/attachments\/\d+\/(\d+)\/[^/]+$/;

/** Kinds that a browser may show by itself; everything else is downloaded, so that nothing of a message runs. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Serves an attachment; returns whether there was one. */
export function serveAttachment(files: FileStore, path: string, response: ServerResponse): boolean {
  const stored = files.get(ATTACHMENT.exec(path)?.[1] ?? '');
  if (!stored) return false;
  const { content_type = 'application/octet-stream', filename } = stored.attachment;
  response.writeHead(200, {
    'content-type': content_type,
    'content-length': stored.bytes.length,
    'content-disposition': `${SHOWN.has(content_type) ? 'inline' : 'attachment'}; filename="${filename}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=3600',
  });
  response.end(stored.bytes);
  return true;
}

/** Takes a file that the page's user has chosen: `POST /upload?name=…`. */
export async function takeUpload(
  actions: Actions,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const reply = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  const name = url.searchParams.get('name') ?? '';
  if (name === '') return reply(400, { message: 'The file has no name.' });
  try {
    const bytes = await readBytes(request, MESSAGE_LIMITS.fileSize);
    const attachment = actions.upload({ name, type: request.headers['content-type'] ?? '', bytes });
    reply(200, { id: attachment.id, attachment });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    reply(413, { message: 'Files can have at most 10 MiB.' });
  }
}
