import { baseName, fileNameOf } from '../keep/writing/file-name.ts';
import { type FetchOptions, fetchResource, type Resource } from './fetch-resource.ts';
import { LinkError } from './link-error.ts';

export type { FetchOptions } from './fetch-resource.ts';
export { LinkError } from './link-error.ts';

/** A page that was fetched, ready to be handed to the keeper: `{ kind: 'file', ...page }`. */
export interface FetchedPage {
  /** Made from the address and the content type: `storm-hits-harbour.html`, `report.pdf`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where it was found in the end, after redirects. */
  readonly url: string;
}

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
  return pageOf(await fetchResource(link, { ...options, onAnswer: checkReadable }));
}

/** What was fetched, as a page. @throws {LinkError} when it is none that can be read */
export function pageOf(resource: Resource): FetchedPage {
  const { extension, charset } = checkReadable(resource);
  const { pathname, hostname } = new URL(resource.url);
  const stem = baseName(decode(pathname)).replace(/\.\w{1,5}$/, '');
  const { bytes } = resource;
  return {
    name: `${fileNameOf(stem, hostname)}${extension}`,
    bytes: extension === '.pdf' || charset === undefined ? bytes : inUtf8(bytes, charset),
    url: resource.url,
  };
}

/** Tells whether what comes is a page, before it has come. @throws {LinkError} when it is none that can be read */
export function checkReadable({ status, headers }: Pick<Resource, 'status' | 'headers'>): {
  readonly extension: string;
  readonly charset: string | undefined;
} {
  if (status !== 200) {
    throw new LinkError(
      `The site answers with ${status}. Open the page in a browser, save it and attach the file.`,
    );
  }
  const [type = '', ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const extension = TYPES.get(type.trim());
  if (extension === undefined) {
    const what = /^[\w.+-]+\/[\w.+-]+$/.test(type.trim()) ? type.trim() : 'of an unknown kind';
    throw new LinkError(`What is there is ${what}; only web pages, plain text and PDF can be read.`);
  }
  return { extension, charset: /charset\s*=\s*"?([\w.:-]+)/.exec(parameters.join(';'))?.[1] };
}

/**
 * The site's word on the character set goes before the page's own; a byte order mark carries it over.
 * @param charset as the header names it
 */
export function inUtf8(bytes: Uint8Array, charset: string): Uint8Array {
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
