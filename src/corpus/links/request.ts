import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { CheckedLink } from './check-link.ts';

/** Of one request, in lower case. */
export type RequestHeaders = Readonly<Record<string, string>>;

const HEADERS = {
  accept: 'text/html, application/xhtml+xml, text/plain, text/markdown, application/pdf',
  'accept-encoding': 'gzip, deflate, br',
  'accept-language': 'en, *;q=0.5',
  'user-agent': 'Footnote (a Discord bot; asked by a moderator)',
} as const;

/**
 * Sends one GET to a link, over a connection to an address that was checked and no other: its name is not looked up a
 * second time, since the second answer could be another. No cookies, no proxy, no connection that is used again.
 * @param headers beside or in place of the usual ones
 * @throws the network's error
 */
export function request(
  { url, addresses }: CheckedLink,
  headers: RequestHeaders,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const options = {
    headers: { ...HEADERS, ...headers },
    signal,
    agent: false as const,
    lookup: pinned(addresses),
  };
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const sent =
    url.protocol === 'https:' ? httpsRequest(url, options, resolve) : httpRequest(url, options, resolve);
  sent.on('error', reject);
  sent.end();
  return promise;
}

function pinned(addresses: readonly string[]): LookupFunction {
  const all = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_, options, callback) => {
    const [first] = all;
    if (options.all === true) callback(null, all);
    else if (first !== undefined) callback(null, first.address, first.family);
  };
}
