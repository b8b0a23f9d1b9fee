import type { Problem } from '../../article.ts';
import { decodeText } from '../../decode.ts';
import type { Draft } from '../../draft.ts';
import { type Laid, layOut } from '../../structure/layout.ts';
import { articleElement, wholeArticleElement } from './content.ts';
import { type DomDocument, parsePage } from './dom.ts';
import { pageMetadata } from './metadata/page-metadata.ts';
import { domOutline } from './outline.ts';

/** An article shorter than this is looked for again, with everything that the page holds. */
const TOO_SHORT = 250;

/** How far into a page its character set is looked for, in bytes: some put scripts before it. */
const CHARSET_WITHIN = 65_536;

/** Reads a saved page: what it says about itself, and its article. */
export function readHtml(bytes: Uint8Array, path: string): { drafts: Draft[]; problems: Problem[] } {
  const { text: html, problems } = decodeText(bytes, path, declaredCharset(bytes));
  const document = parsePage(html);
  const metadata = pageMetadata(document);
  const { text, blocks, sourceLines } = articleLayout(html, document);
  if (text === '') {
    const message = 'No article was found in the page.';
    const fix = 'Copy the article into a .txt file, or save the page when it has loaded completely.';
    return { drafts: [], problems: [...problems, { severity: 'error', path, message, fix }] };
  }
  const draft: Draft = { line: 1, textLine: 1, metadata, text, blocks, sourceLines, fromExport: false };
  return { drafts: [draft], problems: [...problems] };
}

/** The article of a page as lines, not yet cleaned; empty when there is none. */
export function articleText(html: string): string {
  return articleLayout(html, parsePage(html)).text;
}

/**
 * The article of a page with its blocks, not yet cleaned; without text when there is none.
 * @param document the parsed page, which is changed
 */
function articleLayout(html: string, document: DomDocument): Laid {
  const article = articleElement(document);
  const found = layOut(article ? domOutline(article) : []);
  if (found.text.length >= TOO_SHORT) return found;
  const whole = wholeArticleElement(parsePage(html));
  const more = layOut(whole ? domOutline(whole) : []);
  return more.text.length > found.text.length ? more : found;
}

/** The character set that the page names near its start, as browsers look for it, and further on. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, CHARSET_WITHIN));
  return /<meta[^>]{0,200}charset\s*=[\s"']*([\w-]{2,40})/i.exec(head)?.[1];
}
