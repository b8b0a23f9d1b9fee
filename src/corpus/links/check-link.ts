import { isIP } from 'node:net';
import { LinkError } from './link-error.ts';

/** Looks a host's name up: all of its addresses. */
type Resolve = (host: string) => Promise<readonly string[]>;

export interface Guard {
  readonly resolve: Resolve;
  /** Whether an address may be connected to. */
  readonly allow: (address: string) => boolean;
  /** Ports that may be connected to. */
  readonly ports: readonly number[];
}

/** A link that may be fetched, and the addresses that were checked: the connection must go to one of them. */
export interface CheckedLink {
  readonly url: URL;
  readonly addresses: readonly string[];
}

/** One sentence for both: whether a private name exists is nobody's business outside. */
const NOT_PUBLIC =
  'The address does not lead to the public internet, or there is no such host, so it is not fetched. Check the address.';

/**
 * Checks a link before anything is sent to it: web addresses only, no credentials, the usual ports, and every address
 * of its host public. (The parser has turned decimal, octal and hexadecimal hosts into plain addresses before.)
 * @param base the page that redirected here
 * @throws {LinkError}
 */
export async function checkLink(link: string, guard: Guard, base?: URL): Promise<CheckedLink> {
  const url = URL.parse(link, base?.href);
  if (url === null || url.hostname === '') {
    throw new LinkError('That is not a web address. Give the whole of it, beginning with https://.');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new LinkError('Only http and https addresses can be fetched.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new LinkError('The address has a name or password in it; give it without.');
  }
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  if (!guard.ports.includes(port)) {
    throw new LinkError(`Port ${port} can't be fetched from; only the web's own ports 80 and 443.`);
  }
  url.hash = '';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) === 0 ? await lookUp(host, guard.resolve) : [host];
  if (addresses.length === 0 || !addresses.every(guard.allow)) throw new LinkError(NOT_PUBLIC);
  return { url, addresses };
}

async function lookUp(host: string, resolve: Resolve): Promise<readonly string[]> {
  try {
    return await resolve(host);
  } catch (cause) {
    throw new LinkError(NOT_PUBLIC, { cause });
  }
}
