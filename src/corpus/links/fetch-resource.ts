import { lookup } from 'node:dns/promises';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { checkLink, type Guard } from './check-link.ts';
import { LinkError } from './link-error.ts';
import { isPublicAddress } from './public-address.ts';
import { type RequestHeaders, request } from './request.ts';

/** What an address gave in the end. */
export interface Resource {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Where it was found, after redirects. */
  readonly url: string;
  /** Where it says that it is to be looked for from now on: behind the redirects that are for good. */
  readonly permanent: string;
  /** Unpacked; empty unless the status is 200. */
  readonly bytes: Uint8Array;
}

export interface FetchOptions {
  readonly signal?: AbortSignal;
  /** For tests: another resolver, other addresses and ports. */
  readonly guard?: Partial<Guard>;
  readonly limits?: Partial<LinkLimits>;
  /** Beside or in place of the usual ones. */
  readonly headers?: RequestHeaders;
  /** Told each answer before its content is read; throws a `LinkError` when that is not worth reading. */
  readonly onAnswer?: (answer: Omit<Resource, 'bytes'>) => void;
  /** Told where a redirect leads before it is followed, and may have it wait, or refuse it with a `LinkError`. */
  readonly onRedirect?: (to: URL) => Promise<void>;
}

interface LinkLimits {
  /** Of the content, unpacked. */
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

/** Redirects that are for good. Source: RFC 9110, 15.4. */
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);

/**
 * Fetches what an address of the public internet gives, whatever its status and kind.
 * @throws {LinkError} when the link is refused or nothing comes, and the signal's reason
 */
export async function fetchResource(link: string, options: FetchOptions = {}): Promise<Resource> {
  const limits = { ...LINK_DEFAULTS, ...options.limits };
  const guard = { ...GUARD, ...options.guard };
  const { milliseconds } = limits;
  const timeout = AbortSignal.timeout(milliseconds);
  const signal = AbortSignal.any([timeout, ...(options.signal === undefined ? [] : [options.signal])]);
  try {
    return await raced(follow(link.trim(), { ...options, guard, limits, signal }), signal);
  } catch (cause) {
    options.signal?.throwIfAborted();
    if (cause instanceof LinkError) throw cause;
    if (timeout.aborted) {
      throw new LinkError(
        `The page did not come within ${milliseconds / 1000} seconds. Try again, or save it and attach the file.`,
        { temporary: true },
      );
    }
    throw new LinkError('The page could not be fetched: the connection failed. Check the address.', {
      cause,
      temporary: true,
    });
  }
}

interface Journey extends Omit<FetchOptions, 'guard' | 'limits' | 'signal'> {
  readonly guard: Guard;
  readonly limits: LinkLimits;
  readonly signal: AbortSignal;
}

async function follow(link: string, journey: Journey): Promise<Resource> {
  const { guard, limits, headers = {}, onRedirect } = journey;
  let checked = await checkLink(link, guard);
  let permanent = checked.url.href;
  let forGood = true;
  for (let hop = 0; hop <= limits.redirects; hop++) {
    const response = await request(checked, headers, journey.signal);
    const status = response.statusCode ?? 0;
    const { location } = response.headers;
    if (status < 300 || status >= 400 || location === undefined)
      return read(response, { url: checked.url.href, permanent }, journey);
    response.destroy();
    checked = await checkLink(location, guard, checked.url);
    forGood &&= PERMANENT.has(status);
    if (forGood) permanent = checked.url.href;
    await onRedirect?.(checked.url);
  }
  throw new LinkError(`The address redirects more than ${limits.redirects} times.`);
}

async function read(
  response: IncomingMessage,
  place: Pick<Resource, 'url' | 'permanent'>,
  { limits, onAnswer }: Journey,
): Promise<Resource> {
  try {
    const answer = { status: response.statusCode ?? 0, headers: response.headers, ...place };
    onAnswer?.(answer);
    const bytes = answer.status === 200 ? await collect(unpacked(response), limits.bytes) : new Uint8Array();
    return { ...answer, bytes };
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
