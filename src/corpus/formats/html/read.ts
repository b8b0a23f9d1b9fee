import type { Problem } from '../../article.ts';
import type { DroppedLine } from '../../clean.ts';
import { decodeText } from '../../decode.ts';
import type { Draft } from '../../draft.ts';
import { type Laid, layOut } from '../../structure/layout.ts';
import { type FindContent, findArticle, findWholeArticle } from './content.ts';
import { type DomDocument, parsePage } from './dom.ts';
import { DroppedFromPage } from './dropped.ts';
import { withHeadline } from './headline.ts';
import { blockText } from './lines.ts';
import { pageMetadata } from './metadata/page-metadata.ts';
import { domOutline } from './outline.ts';
import { withoutRepeats } from './repeats.ts';
import { prepareWords } from './words/prepare.ts';

/** An article shorter than this is looked for again, with everything that the page holds. */
const TOO_SHORT = 250;
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
  tellOutside(shown, laid.text, dropped);
  return { ...laid, dropped: dropped.lines };
}

/** What the page shows, and neither the article holds nor was told as dropped. */
function tellOutside(shown: readonly string[], text: string, dropped: DroppedFromPage): void {
  if (text === '') return;
  const known = new Set([...text.split(/[\n\t]/), ...dropped.lines.map((line) => line.text)]);
  for (const line of new Set(shown)) if (!known.has(line)) dropped.tell(line, 'outside the article');
}

/** The character set that the page names near its start, as browsers look for it, and further on. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, CHARSET_WITHIN));
  return /<meta[^>]{0,200}charset\s*=[\s"']*([\w-]{2,40})/i.exec(head)?.[1];
}
