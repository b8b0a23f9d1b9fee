import { posix } from 'node:path';
import type { Problem } from '../../article.ts';
import { parseCalendarDate } from '../../metadata/parse-day.ts';
import { UnreadableBytes } from '../../reading/decode.ts';
import type { Draft, Metadata } from '../../reading/draft.ts';
import { peopleIn } from '../../stated-facts/people.ts';
import type { OutlineNode } from '../../structure/outline.ts';
import { fragmentOutline, laidOut } from '../fragment.ts';
import { type DomElement, type DomRoot, parsePage, textOf } from '../html/dom.ts';
import { DroppedFromPage } from '../html/dropped.ts';
import { parseXml } from '../parse-xml.ts';
import { soleArticle } from '../sole-article.ts';
import { archiveEntries, type Entries, entryText } from './entries.ts';

/** Reads an e-book: its chapters in reading order, each under its heading. */
export function readEpub(bytes: Uint8Array, path: string): { drafts: Draft[]; problems: Problem[] } {
  const entries = archiveEntries(bytes, 'an e-book (.epub)', (name) =>
    /\.(?:xml|opf|ncx|x?html?)$/i.test(name),
  );
  const container = parseXml(entryText(entries, 'META-INF/container.xml') ?? '');
  const place = container.querySelector('rootfile')?.getAttribute('full-path') ?? '';
  const source = entryText(entries, place);
  if (source === undefined)
    throw new UnreadableBytes('The file is not an e-book (.epub).', 'Save it again, or as .txt.');
  const book = parseXml(source);
  const items = [...book.querySelectorAll('manifest > item')];
  const pathOf = (item: DomElement) =>
    posix.join(posix.dirname(place), decode(item.getAttribute('href') ?? ''));
  const labels = chapterLabels(items, entries, pathOf);
  const dropped = new DroppedFromPage();
  const outline: OutlineNode[] = [];
  for (const ref of book.querySelectorAll('spine > itemref')) {
    const item = items.find((candidate) => candidate.getAttribute('id') === ref.getAttribute('idref'));
    if (item === undefined || (item.getAttribute('properties') ?? '').split(' ').includes('nav')) continue;
    const chapter = pathOf(item);
    outline.push(...chapterOutline(entryText(entries, chapter) ?? '', labels.get(chapter), dropped));
  }
  const laid = { metadata: bookMetadata(book), ...laidOut(outline), dropped: dropped.lines };
  return soleArticle(path, laid, 'The e-book has no text in it; its pages may be pictures.');
}

/** Pages of a book that are not its text. */
const FRONT = /(?:^|\s)(?:cover|titlepage|toc|landmarks|page-list|copyright-page|imprint)(?:\s|$)/;
/** Names that programs give chapters which have none. */
const NAMELESS = /^(?:section|chapter|part)[\s\d.]*$/i;

/** A chapter under the name that the table of contents has for it, when it has no heading itself. */
function chapterOutline(source: string, label: string | undefined, dropped: DroppedFromPage): OutlineNode[] {
  const page = parsePage(source.replace(/^\s*<\?xml[^>]{0,200}\?>/, ''));
  const body = page.body ?? page;
  const [only] = body.children;
  const kinds = [body, only].map((element) => element?.getAttribute('epub:type') ?? '');
  if (kinds.some((kind) => FRONT.test(kind))) return [];
  for (const back of [...body.querySelectorAll('[role="doc-backlink"], .footnote-back')]) back.remove();
  const nodes = fragmentOutline(body, dropped);
  const [first] = nodes;
  if (
    first === undefined ||
    label === undefined ||
    NAMELESS.test(label) ||
    nodes.some(({ kind }) => kind === 'heading')
  )
    return nodes;
  const heading: OutlineNode = { kind: 'heading', level: 1, words: { text: label } };
  const repeats = first.kind === 'paragraph' && first.words.text === label;
  return [heading, ...(repeats ? nodes.slice(1) : nodes)];
}

/** The names of the chapters by their files, from the book's table of contents (of version 3, or of version 2). */
function chapterLabels(
  items: readonly DomElement[],
  entries: Entries,
  pathOf: (item: DomElement) => string,
): Map<string, string> {
  const labels = new Map<string, string>();
  const tell = (from: string, to: string | null, words: string) => {
    const file = posix.join(posix.dirname(from), decode((to ?? '').split('#')[0] ?? ''));
    if (words !== '' && !labels.has(file)) labels.set(file, words);
  };
  for (const item of items) {
    const file = pathOf(item);
    if ((item.getAttribute('properties') ?? '').includes('nav')) {
      const page = parsePage(entryText(entries, file) ?? '');
      for (const link of page.querySelectorAll('nav a')) tell(file, link.getAttribute('href'), textOf(link));
    } else if (file.endsWith('.ncx')) {
      for (const point of parseXml(entryText(entries, file) ?? '').querySelectorAll('navPoint')) {
        const label = point.querySelector('navLabel');
        tell(
          file,
          point.querySelector('content')?.getAttribute('src') ?? null,
          label === null ? '' : textOf(label),
        );
      }
    }
  }
  return labels;
}

function bookMetadata(book: DomRoot): Metadata {
  const metadata = book.querySelector('metadata');
  const all = (name: string) =>
    [...(metadata?.children ?? [])]
      .filter((child) => child.nodeName.toLowerCase() === name)
      .map(textOf)
      .filter((text) => text !== '');
  const [[title], [publisher], [date = ''], [language]] = [
    all('dc:title'),
    all('dc:publisher'),
    all('dc:date'),
    all('dc:language'),
  ];
  const published = parseCalendarDate(date);
  return {
    ...(title === undefined ? {} : { title }),
    ...(publisher === undefined ? {} : { publisher }),
    authors: all('dc:creator').flatMap(peopleIn),
    ...(published.ok ? { published: published.date } : {}),
    tags: all('dc:subject'),
    ...(language === undefined ? {} : { language }),
  };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (cause) {
    if (cause instanceof URIError) return path;
    throw cause;
  }
}
