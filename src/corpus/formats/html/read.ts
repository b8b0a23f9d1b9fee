import type { Problem } from '../../article.ts';
import type { DroppedLine } from '../../cleaning/clean-text.ts';
import { isWebAddress } from '../../metadata/metadata.ts';
import { decodeText } from '../../reading/decode.ts';
import type { Draft, Metadata } from '../../reading/draft.ts';
import { type Laid, layOut } from '../../structure/lay-out.ts';
import { type FindContent, findArticle, findWholeArticle } from './content.ts';
import { type DomDocument, parsePage } from './dom.ts';
import { DroppedFromPage } from './dropped.ts';
import { withHeadline } from './headline.ts';
import { blockText } from './html-lines.ts';
import { pageMetadata } from './metadata/page-metadata.ts';
import { domOutline } from './outline.ts';
import { postsOf } from './posts.ts';
import { plain, withoutRepeats } from './repeats.ts';
import { prepareWords } from './words/prepare.ts';

/** An article shorter than this is looked for again, with everything that the page holds. */
const TOO_SHORT = 250;
/** Words that are shorter than this, in characters, are looked for as whole lines only. */
const MAY_STAND_BY_CHANCE = 24;
/** How far into a page its character set is looked for, in bytes: some put scripts before it. */
const CHARSET_WITHIN = 65_536;

/** An article as it is laid out, and what its page holds beside it. */
interface LaidArticle extends Laid {
  readonly dropped: readonly DroppedLine[];
}

/** Reads a saved page: what it says about itself, and its article. */
export function readHtml(bytes: Uint8Array, path: string): { drafts: Draft[]; problems: Problem[] } {
  const { text: html, problems } = decodeText(bytes, path, declaredCharset(bytes));
  const document = parsePage(html);
  const metadata = pageMetadata(document);
  const posts = postDrafts(document, metadata);
  if (posts.length > 0) return { drafts: posts, problems: [...problems] };
  const { text, blocks, sourceLines, dropped } = articleLayout(html, document, metadata.title ?? '');
  if (text === '') {
    const message = 'No article was found in the page.';
    const fix = 'Copy the article into a .txt file, or save the page when it has loaded completely.';
    return { drafts: [], problems: [...problems, { severity: 'error', path, message, fix }] };
  }
  const draft: Draft = {
    line: 1,
    textLine: 1,
    metadata,
    text,
    blocks,
    sourceLines,
    dropped,
    fromExport: false,
  };
  return { drafts: [draft], problems: [...problems] };
}

/** The posts of a live blog, or the articles of a page that shows several, each with its own day. */
function postDrafts(document: DomDocument, page: Metadata): Draft[] {
  return postsOf(document).map(({ element, published, heading, address }, i): Draft => {
    const dropped = new DroppedFromPage();
    prepareWords(element, dropped.drop);
    const { text, blocks } = layOut(withoutRepeats(domOutline(element), dropped));
    const title = heading ?? page.title;
    const url = postAddress(page.url, address, i + 1);
    const metadata = {
      ...page,
      published,
      ...(title === undefined ? {} : { title }),
      ...(url === undefined ? {} : { url }),
    };
    const sourceLines = text.split('\n').map(() => 0);
    return {
      line: 1,
      textLine: 1,
      ordinal: i + 1,
      metadata,
      text,
      blocks,
      sourceLines,
      dropped: dropped.lines,
      fromExport: true,
    };
  });
}

/** An address of its own for each post: the one it leads to, or its place on the page. */
function postAddress(
  page: string | undefined,
  address: string | undefined,
  ordinal: number,
): string | undefined {
  if (page === undefined) return address !== undefined && isWebAddress(address) ? address : undefined;
  return URL.canParse(address ?? '', page)
    ? new URL(address ?? `#${ordinal}`, page).href
    : `${page}#${ordinal}`;
}

/** The article of a page as lines, not yet cleaned; empty when there is none. */
export function articleText(html: string): string {
  const document = parsePage(html);
  return articleLayout(html, document, pageMetadata(document).title ?? '').text;
}

/**
 * The article of a page with its blocks, not yet cleaned; without text when there is none.
 * @param document the parsed page, which is changed
 */
function articleLayout(html: string, document: DomDocument, title: string): LaidArticle {
  const found = layOutArticle(document, title, findArticle);
  if (found.text.length >= TOO_SHORT) return found;
  const whole = layOutArticle(parsePage(html), title, findWholeArticle);
  return whole.text.length > found.text.length ? whole : found;
}

function layOutArticle(document: DomDocument, title: string, find: FindContent): LaidArticle {
  const dropped = new DroppedFromPage();
  if (document.body) prepareWords(document.body, dropped.drop);
  const shown = document.body ? blockText(document.body).split('\n') : [];
  const content = find(document, title, dropped.drop);
  const nodes = content ? domOutline(content.element) : [];
  const laid = layOut(withoutRepeats(withHeadline(nodes, content?.headline, dropped), dropped));
  tellOutside(shown, title, laid.text, dropped);
  return { ...laid, dropped: dropped.lines };
}

/** What the page shows, and neither the article holds nor was told as dropped. */
function tellOutside(shown: readonly string[], title: string, text: string, dropped: DroppedFromPage): void {
  if (text === '') return;
  const kept = plain(text);
  const known = new Set(
    [...text.split('\n'), ...text.split('\t'), ...dropped.lines.map((line) => line.text)].map(plain),
  );
  for (const line of new Set(shown)) {
    const words = plain(line);
    if (words === '' || known.has(words)) continue;
    known.add(words);
    if (words === plain(title)) dropped.tell(line, 'title');
    // A short line, such as "Share", may well stand in the text by chance.
    else if (words.length < MAY_STAND_BY_CHANCE || !kept.includes(words))
      dropped.tell(line, 'outside the article');
  }
}

/** The character set that the page names near its start, as browsers look for it, and further on. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, CHARSET_WITHIN));
  return /<meta[^>]{0,200}charset\s*=[\s"']*([\w-]{2,40})/i.exec(head)?.[1];
}
