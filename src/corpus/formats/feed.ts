import { DOMParser } from 'linkedom';
import type { Problem } from '../article.ts';
import { isWebAddress } from '../metadata/metadata.ts';
import { parseCalendarDate } from '../metadata/parse-day.ts';
import { decodeText } from '../reading/decode.ts';
import type { Draft, Metadata } from '../reading/draft.ts';
import { type DomElement, type DomRoot, parsePage, textOf } from './html/dom.ts';
import { blockText } from './html/html-lines.ts';

/**
 * Reads a saved feed, RSS 0.9x to 2.0 or Atom: each entry is an article, with the words that the feed carries (often
 * only a summary). Entities of a document type are not expanded.
 */
export function readFeed(bytes: Uint8Array, path: string): { drafts: Draft[]; problems: Problem[] } {
  const declared = /^<\?xml[^>]{0,100}encoding=["']([\w-]{2,40})/.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 200)),
  );
  const { text: xml, problems } = decodeText(bytes, path, declared?.[1]);
  const document: DomRoot = new DOMParser().parseFromString(xml, 'text/xml');
  const entries = [...document.querySelectorAll('item, entry')];
  const error = (message: string, fix: string): Problem => ({ severity: 'error', path, message, fix });
  if (entries.length === 0) {
    const isFeed = /<(?:rss|feed|rdf:RDF)\b/.test(xml.slice(0, 4096));
    const message = isFeed ? 'The feed has no entries.' : 'The file is XML, but not an RSS or Atom feed.';
    return {
      drafts: [],
      problems: [...problems, error(message, 'Save the article as .html or .txt instead.')],
    };
  }
  const channel = document.querySelector('channel, feed');
  const publisher = channel ? childText(channel, 'title') : '';
  const drafts: Draft[] = [];
  const found: Problem[] = [...problems];
  for (const [i, entry] of entries.entries()) {
    const html = childText(entry, 'content:encoded', 'content', 'description', 'summary');
    const text = blockText(parsePage(html));
    if (text === '')
      found.push(error(`Entry ${i + 1} of the feed has no text.`, 'Remove it, or save its page instead.'));
    else
      drafts.push({
        line: 1,
        textLine: 1,
        ordinal: i + 1,
        metadata: entryMetadata(entry, publisher),
        text,
        fromExport: true,
      });
  }
  return { drafts, problems: found };
}

function entryMetadata(entry: DomElement, publisher: string): Metadata {
  const title = plain(childText(entry, 'title'));
  const links = [...entry.children].filter((child) => child.localName === 'link');
  const alternate = links.find((link) => (link.getAttribute('rel') ?? 'alternate') === 'alternate');
  const url = [
    alternate?.getAttribute('href') ?? '',
    alternate ? textOf(alternate) : '',
    childText(entry, 'guid', 'id'),
  ].find(isWebAddress);
  const published = parseCalendarDate(childText(entry, 'pubDate', 'published', 'dc:date', 'updated'));
  const author = child(entry, 'author');
  const name =
    (author ? childText(author, 'name') : '') ||
    childText(entry, 'dc:creator') ||
    (author ? textOf(author) : '');
  return {
    ...(title === '' ? {} : { title }),
    ...(publisher === '' ? {} : { publisher: plain(publisher) }),
    authors: name === '' ? [] : [plain(name)],
    ...(url === undefined ? {} : { url }),
    ...(published.ok ? { published: published.date } : {}),
    tags: [],
  };
}

function child(parent: DomElement, name: string): DomElement | undefined {
  return [...parent.children].find((element) => element.nodeName.toLowerCase() === name.toLowerCase());
}

/** The text of the first child with one of the names, in the order of the names. */
function childText(parent: DomElement, ...names: string[]): string {
  for (const name of names) {
    const element = child(parent, name);
    const text = element?.textContent?.trim() ?? '';
    if (text !== '') return text;
  }
  return '';
}

function plain(html: string): string {
  return blockText(parsePage(html)).replace(/\s+/gu, ' ');
}
