import type { Problem } from '../../article.ts';
import { decodeText } from '../../decode.ts';
import type { Draft } from '../../draft.ts';
import { articleElement, wholeArticleElement } from './content.ts';
import { type DomDocument, parsePage } from './dom.ts';
import { blockText } from './lines.ts';
import { pageMetadata } from './metadata.ts';

/** An article shorter than this is looked for again, with everything that the page holds. */
const TOO_SHORT = 250;

/** Reads a saved page: what it says about itself, and its article. */
export function readHtml(bytes: Uint8Array, path: string): { drafts: Draft[]; problems: Problem[] } {
  const { text: html, problems } = decodeText(bytes, path, declaredCharset(bytes));
  const document = parsePage(html);
  const metadata = pageMetadata(document);
  const text = articleText(html, document);
  if (text === '') {
    const message = 'No article was found in the page.';
    const fix = 'Copy the article into a .txt file, or save the page when it has loaded completely.';
    return { drafts: [], problems: [...problems, { severity: 'error', path, message, fix }] };
  }
  return { drafts: [{ line: 1, textLine: 1, metadata, text, fromExport: false }], problems: [...problems] };
}

/**
 * The article of a page as lines, not yet cleaned; empty when there is none.
 * @param document the parsed page, which is changed
 */
export function articleText(html: string, document: DomDocument = parsePage(html)): string {
  const article = articleElement(document);
  const text = article ? blockText(article) : '';
  if (text.length >= TOO_SHORT) return text;
  const whole = wholeArticleElement(parsePage(html));
  const more = whole ? blockText(whole) : '';
  return more.length > text.length ? more : text;
}

/** The character set that the page names in its first kilobytes, as browsers look for it. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return /<meta[^>]{0,200}charset\s*=[\s"']*([\w-]{2,40})/i.exec(head)?.[1];
}
