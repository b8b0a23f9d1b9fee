import type { Problem } from '../../article.ts';
import { decodeText } from '../../reading/decode.ts';
import type { Draft } from '../../reading/draft.ts';
import { layOut } from '../../structure/lay-out.ts';
import { parsePage } from '../html/dom.ts';
import { DroppedFromPage } from '../html/dropped.ts';
import { domOutline } from '../html/outline.ts';
import { prepareWords } from '../html/words/prepare.ts';
import { entryFacts } from './entry-facts.ts';
import type { Feed } from './feed-entry.ts';
import { parseFeed } from './parse-feed.ts';

/**
 * Reads a saved feed: each entry is an article, with the words that the feed carries (often only a summary). Entities of
 * a document type are not expanded.
 */
export function readFeed(bytes: Uint8Array, path: string): { drafts: Draft[]; problems: Problem[] } {
  const { feed, problems } = decodedFeed(bytes, path);
  const error = (message: string, fix: string): Problem => ({ severity: 'error', path, message, fix });
  if (feed === undefined || feed.entries.length === 0) {
    const message = feed ? 'The feed has no entries.' : 'The file is XML, but not an RSS or Atom feed.';
    return {
      drafts: [],
      problems: [...problems, error(message, 'Save the article as .html or .txt instead.')],
    };
  }
  const drafts: Draft[] = [];
  const found: Problem[] = [...problems];
  for (const [i, entry] of feed.entries.entries()) {
    const words = readWords(entry.markup);
    if (words.text === '')
      found.push(error(`Entry ${i + 1} of the feed has no text.`, 'Remove it, or save its page instead.'));
    else
      drafts.push({
        line: 1,
        textLine: 1,
        ordinal: i + 1,
        metadata: entryFacts(entry, feed),
        ...words,
        fromExport: true,
      });
  }
  return { drafts, problems: found };
}

/**
 * Reads the list of a feed's entries, without making articles of them.
 * @param address the feed's own, which relative addresses in it count from
 */
export function readEntries(
  bytes: Uint8Array,
  address: string,
): { drafts: []; problems: readonly Problem[]; feed?: Feed } {
  const { feed, problems } = decodedFeed(bytes, address);
  return { drafts: [], problems, ...(feed !== undefined && { feed }) };
}

function decodedFeed(
  bytes: Uint8Array,
  path: string,
): { feed: Feed | undefined; problems: readonly Problem[] } {
  const declared = /^<\?xml[^>]{0,100}encoding=["']([\w-]{2,40})/.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 200)),
  );
  const { text, problems } = decodeText(bytes, path, declared?.[1]);
  return { feed: parseFeed(text, URL.canParse(path) ? path : undefined), problems };
}

function readWords(
  markup: string,
): Pick<Draft, 'blocks' | 'sourceLines' | 'dropped'> & { readonly text: string } {
  const dropped = new DroppedFromPage();
  const { body } = parsePage(markup);
  if (!body) return { text: '' };
  prepareWords(body, dropped.drop);
  const { text, blocks, sourceLines } = layOut(domOutline(body));
  return { text, blocks, sourceLines, dropped: dropped.lines };
}
