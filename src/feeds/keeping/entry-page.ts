import type { HeavyReader } from '../../corpus/formats/heavy-reader.ts';
import { checkReadable, LinkError, pageOf } from '../../corpus/links/fetch-page.ts';
import type { Draft } from '../../corpus/reading/draft.ts';
import { readBytes } from '../../corpus/reading/read-file.ts';
import { FEED_DEFAULTS } from '../feed-defaults.ts';
import type { Fetcher } from '../fetching/fetcher.ts';

/** The page of an entry, read. */
export interface EntryPage {
  readonly draft: Draft;
  /** The address that the page states as its own, or else where it was found. */
  readonly canonical: string;
}

/** `never`: there is none that can be read; `later`: the site is in trouble. */
export type PageOutcome = EntryPage | 'never' | 'later';

/**
 * Fetches the page of an entry and reads it.
 * @throws the signal's reason
 */
export async function readEntryPage(
  address: string,
  {
    fetch,
    heavy,
    signal,
  }: {
    readonly fetch: Fetcher;
    readonly heavy: Pick<HeavyReader, 'read'>;
    readonly signal?: AbortSignal | undefined;
  },
): Promise<PageOutcome> {
  let answered: number | undefined;
  try {
    const resource = await fetch(address, {
      accept: 'text/html, application/xhtml+xml, application/pdf;q=0.8, text/plain;q=0.5',
      bytes: FEED_DEFAULTS.pageBytes,
      signal,
      onAnswer: (answer) => {
        answered = answer.status;
        checkReadable(answer);
      },
    });
    const { name, bytes, url } = pageOf(resource);
    const { drafts } = await readBytes(bytes, name, heavy);
    const [draft] = drafts;
    if (draft === undefined || drafts.length > 1) return 'never';
    return { draft, canonical: canonicalOf(draft.metadata.url, url) };
  } catch (cause) {
    if (!(cause instanceof LinkError)) throw cause;
    const isInTrouble = answered === 429 || (answered ?? 0) >= 500;
    return cause.temporary || isInTrouble ? 'later' : 'never';
  }
}

/** A page may say what it likes of its address; only one of its own site is believed. */
function canonicalOf(stated: string | undefined, found: string): string {
  const [own, there] = [URL.parse(stated ?? ''), new URL(found)];
  const site = ({ hostname }: URL) => hostname.split('.').slice(-2).join('.');
  // A page that names its front page as its own address would make one article of all.
  const isPage = own !== null && /^https?:$/.test(own.protocol) && own.pathname !== '/';
  return isPage && (site(own) === site(there) || /ampproject|google/.test(there.hostname)) ? own.href : found;
}
