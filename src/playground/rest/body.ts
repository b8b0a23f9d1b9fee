import type { IncomingMessage } from 'node:http';
import { ApiError, invalidJson, tooLarge } from '../shapes/api-error.ts';
import type { IncomingFile } from '../world/attached-files.ts';
import type { IncomingFiles } from '../world/message-files.ts';

/** Bytes of a whole request: ten files of 10 MiB and their description. */
const LARGEST_BODY = 101 * 1024 * 1024;

/**
 * Reads a request's body to its end.
 *
 * @throws {ApiError} 413 when it is larger than `limit` bytes.
 */
export async function readBytes(
  request: IncomingMessage,
  limit = LARGEST_BODY,
): Promise<Buffer<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.length;
    if (size <= limit) chunks.push(chunk);
  }
  if (size > limit) throw tooLarge();
  return Buffer.concat(chunks);
}

/**
 * Reads a REST body: JSON, or multipart with `payload_json` and `files[n]`.
 *
 * @throws {ApiError} 400 when it can't be parsed.
 */
export async function readBody(request: IncomingMessage): Promise<{ body: unknown; files: IncomingFiles }> {
  const bytes = await readBytes(request);
  const type = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return { body: {}, files: new Map() };
  if (type.startsWith('multipart/form-data')) return readMultipart(bytes, type);
  if (!type.startsWith('application/json')) {
    throw new ApiError(400, 50035, `Expected "Content-Type" header to be one of {'application/json'}.`);
  }
  return { body: parseJson(bytes.toString('utf8')), files: new Map() };
}

async function readMultipart(
  bytes: Buffer<ArrayBuffer>,
  type: string,
): Promise<{ body: unknown; files: IncomingFiles }> {
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch((cause) => {
    throw new ApiError(400, 50035, `The multipart body cannot be read: ${String(cause)}`);
  });
  const files = new Map<string, IncomingFile>();
  let body: unknown = {};
  for (const [field, value] of form) {
    if (field === 'payload_json') {
      body = parseJson(typeof value === 'string' ? value : await value.text());
      continue;
    }
    const number = /^files?\[(\d+)\]$/.exec(field)?.[1];
    if (number === undefined || typeof value === 'string') continue;
    files.set(number, {
      name: value.name,
      type: value.type,
      bytes: new Uint8Array(await value.arrayBuffer()),
    });
  }
  return { body, files };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidJson();
  }
}
