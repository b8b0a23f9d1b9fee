import type { Problem } from '../../article.ts';
import { isWebAddress } from '../../metadata/metadata.ts';
import { parseCalendarDate } from '../../metadata/parse-day.ts';
import { decodeText } from '../../reading/decode.ts';
import type { Draft, Metadata } from '../../reading/draft.ts';
import { layOut } from '../../structure/lay-out.ts';
import { type DomElement, parsePage, textOf } from '../html/dom.ts';
import { DroppedFromPage } from '../html/dropped.ts';
import { blockText } from '../html/html-lines.ts';
import { personNames } from '../html/metadata/authors.ts';
import { domOutline } from '../html/outline.ts';
import { prepareWords } from '../html/words/prepare.ts';
import { parseXml } from '../parse-xml.ts';
import { child, children, childText, markupOf } from './entry-parts.ts';

/** Where an entry's words stand, the fullest first. */
const CONTENT = ['content:encoded', 'content', 'description', 'summary', 'itunes:summary'];
const DATES = [
  'pubdate',
  'published',
  'issued',
  'dc:date',
  'dcterms:issued',
  'dcterms:created',
  'dcterms:date',
  'prism:publicationdate',
  'updated',
];

/**
 * Reads a saved feed, RSS 0.9x to 2.0 or Atom: each entry is an article, with the words that the feed carries (often
 * only a summary). Entities of a document type are not expanded.
 */
export function readFeed(bytes: Uint8Array, path: string): { drafts: Draft[]; problems: Problem[] } {
  const declared = /^<\?xml[^>]{0,100}encoding=["']([\w-]{2,40})/.exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 200)),
  );
  const { text: xml, problems } = decodeText(bytes, path, declared?.[1]);
  const document = parseXml(xml);
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
  const publisher = channel ? plain(childText(channel, 'title')) : '';
  const drafts: Draft[] = [];
  const found: Problem[] = [...problems];
  for (const [i, entry] of entries.entries()) {
    const words = readWords(entry);
    if (words.text === '')
      found.push(error(`Entry ${i + 1} of the feed has no text.`, 'Remove it, or save its page instead.'));
    else
      drafts.push({
        line: 1,
        textLine: 1,
        ordinal: i + 1,
        metadata: entryMetadata(entry, channel, publisher),
        ...words,
        fromExport: true,
      });
  }
  return { drafts, problems: found };
}

function readWords(entry: DomElement): Pick<Draft, 'blocks' | 'sourceLines' | 'dropped'> & { text: string } {
  const dropped = new DroppedFromPage();
  const { body } = parsePage(markupOf(entry, CONTENT));
  if (!body) return { text: '' };
  prepareWords(body, dropped.drop);
  const { text, blocks, sourceLines } = layOut(domOutline(body));
  return { text, blocks, sourceLines, dropped: dropped.lines };
}

function entryMetadata(entry: DomElement, channel: DomElement | null, feed: string): Metadata {
  const title = plain(childText(entry, 'title'));
  const links = children(entry, 'link');
  const alternate = links.find((link) => (link.getAttribute('rel') ?? 'alternate') === 'alternate');
  const url = [
    alternate?.getAttribute('href') ?? '',
    alternate ? textOf(alternate) : '',
    childText(entry, 'guid', 'id'),
  ].find(isWebAddress);
  const published = DATES.map((name) => parseCalendarDate(childText(entry, name))).find((date) => date.ok);
  const source = child(entry, 'source');
  const publisher = plain(source ? childText(source, 'title') || textOf(source) : '') || feed;
  const authors = [entry, source, channel].map((holder) =>
    holder ? personNames(authorsOf(holder), publisher) : [],
  );
  return {
    ...(title === '' ? {} : { title }),
    ...(publisher === '' ? {} : { publisher }),
    authors: authors.find((names) => names.length > 0) ?? [],
    ...(url === undefined ? {} : { url }),
    ...(published?.ok ? { published: published.date } : {}),
    tags: [],
  };
}

/** Who an entry, its source or its feed names as its authors. */
function authorsOf(holder: DomElement): string[] {
  const people = children(holder, 'author').map((author) => childText(author, 'name') || textOf(author));
  const creators = ['dc:creator', 'itunes:author'].flatMap((name) => children(holder, name).map(textOf));
  return (
    people.some((name) => /\p{L}/u.test(name.replace(/\S{1,64}@\S{1,80}/gu, '')))
      ? people
      : [...people, ...creators]
  ).map(plain);
}

function plain(html: string): string {
  return blockText(parsePage(html)).replace(/\s+/gu, ' ');
}
