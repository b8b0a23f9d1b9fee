import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { baseName, fileNameOf } from '../keep/writing/file-name.ts';
import { type CheckedLink, checkLink, type Guard } from './check-link.ts';
import { LinkError } from './link-error.ts';
import { isPublicAddress } from './public-address.ts';
import { request } from './request.ts';

export { LinkError } from './link-error.ts';

/** A page that was fetched, ready to be handed to the keeper: `{ kind: 'file', ...page }`. */
export interface FetchedPage {
  /** Made from the address and the content type: `storm-hits-harbour.html`, `report.pdf`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it was found in the end, after redirects. */
  readonly url: string;
}

export interface FetchOptions {
  readonly signal?: AbortSignal;
  /** For tests: another resolver, other addresses and ports. */
  readonly guard?: Partial<Guard>;
  readonly limits?: Partial<LinkLimits>;
}

interface LinkLimits {
  /** Of the page, unpacked. */
  readonly bytes: number;
  /** For everything together, redirects and all. */
  readonly milliseconds: number;
  readonly redirects: number;
}

const LINK_DEFAULTS: LinkLimits = { bytes: 5 * 1024 * 1024, milliseconds: 10_000, redirects: 5 };

const GUARD: Guard = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  allow: isPublicAddress,
  ports: [80, 443],
};

/** Content types that can be read, and the extension by which they are. */
const TYPES: ReadonlyMap<string, string> = new Map([
  ['text/html', '.html'],
  ['application/xhtml+xml', '.html'],
  ['text/plain', '.txt'],
  ['text/markdown', '.md'],
  ['application/pdf', '.pdf'],
]);

/**
 * Fetches a page of the public internet.
 * @throws {LinkError} when the link is refused or does not work, and the signal's reason
 */
export async function fetchPage(link: string, options: FetchOptions = {}): Promise<FetchedPage> {
  const { bytes, milliseconds, redirects } = { ...LINK_DEFAULTS, ...options.limits };
  const guard = { ...GUARD, ...options.guard };
  const timeout = AbortSignal.timeout(milliseconds);
  const signal = AbortSignal.any([timeout, ...(options.signal === undefined ? [] : [options.signal])]);
  try {
    return await raced(follow(link.trim(), { guard, bytes, redirects, signal }), signal);
  } catch (cause) {
    options.signal?.throwIfAborted();
    if (cause instanceof LinkError) throw cause;
    if (timeout.aborted) {
      throw new LinkError(
        `The page did not come within ${milliseconds / 1000} seconds. Try again, or save it and attach the file.`,
      );
    }
    throw new LinkError('The page could not be fetched: the connection failed. Check the address.', {
      cause,
    });
  }
}

interface Journey {
  readonly guard: Guard;
  readonly bytes: number;
  readonly redirects: number;
  readonly signal: AbortSignal;
}

async function follow(link: string, journey: Journey): Promise<FetchedPage> {
  let checked = await checkLink(link, journey.guard);
  for (let hop = 0; hop <= journey.redirects; hop++) {
    const response = await request(checked, journey.signal);
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (status < 300 || status >= 400 || location === undefined) return read(response, checked, journey);
    response.destroy();
    checked = await checkLink(location, journey.guard, checked.url);
  }
  throw new LinkError(`The address redirects more than ${journey.redirects} times.`);
}

async function read(
  response: IncomingMessage,
  { url }: CheckedLink,
  { bytes: limit }: Journey,
): Promise<FetchedPage> {
  try {
    const status = response.statusCode ?? 0;
    if (status !== 200) {
      throw new LinkError(
        `The site answers with ${status}. Open the page in a browser, save it and attach the file.`,
      );
    }
    const [type = '', ...parameters] = (response.headers['content-type'] ?? '').toLowerCase().split(';');
    const extension = TYPES.get(type.trim());
    if (extension === undefined) {
      const what = /^[\w.+-]+\/[\w.+-]+$/.test(type.trim()) ? type.trim() : 'of an unknown kind';
      throw new LinkError(`What is there is ${what}; only web pages, plain text and PDF can be read.`);
    }
    const content = await collect(unpacked(response), limit);
    const charset = /charset\s*=\s*"?([\w.:-]+)/.exec(parameters.join(';'))?.[1];
    const stem = baseName(decode(url.pathname)).replace(/\.\w{1,5}$/, '');
    return {
      name: `${fileNameOf(stem, url.hostname)}${extension}`,
      bytes: extension === '.pdf' || charset === undefined ? content : inUtf8(content, charset),
      url: url.href,
    };
  } finally {
    response.destroy();
  }
}

function unpacked(response: IncomingMessage): Readable {
  const packers = {
    gzip: createGunzip,
    'x-gzip': createGunzip,
    deflate: createInflate,
    br: createBrotliDecompress,
  };
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity') return response;
  const unpack = Object.entries(packers).find(([name]) => name === encoding)?.[1];
  if (unpack === undefined) throw new LinkError('The page is packed in a way that is not known.');
  return pipeline(response, unpack(), () => undefined);
}

async function collect(stream: Readable, limit: number): Promise<Uint8Array> {
  const blocks: Uint8Array[] = [];
  let size = 0;
  for await (const block of stream) {
    if (!(block instanceof Uint8Array)) continue;
    size += block.length;
    if (size > limit) throw new LinkError(`The page is larger than ${Math.round(limit / 1024 / 1024)} MB.`);
    blocks.push(block);
  }
  return Buffer.concat(blocks, size);
}

/** The site's word on the character set goes before the page's own; a byte order mark carries it over. */
function inUtf8(bytes: Uint8Array, charset: string): Uint8Array {
  if (/^utf-?8$/.test(charset)) return bytes;
  try {
    return Buffer.from(`\uFEFF${new TextDecoder(charset).decode(bytes)}`);
  } catch (cause) {
    // A character set that nobody knows: the reader finds out by itself.
    if (cause instanceof RangeError) return bytes;
    throw cause;
  }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Looking a name up can't be aborted; waiting for it can. */
async function raced<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  work.catch(() => undefined);
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
