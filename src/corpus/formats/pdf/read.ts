import { getDocumentProxy, getMeta } from 'unpdf';
import type { Problem } from '../../article.ts';
import { UnreadableBytes } from '../../reading/decode.ts';
import type { Draft } from '../../reading/draft.ts';
import { titleOf } from '../../structure/article-title.ts';
import { layOut } from '../../structure/lay-out.ts';
import { columnsOf } from './columns.ts';
import { PDF_DEFAULTS } from './defaults.ts';
import { withDropCaps } from './drop-caps.ts';
import { outlineOf } from './flow.ts';
import { pageText } from './fragments.ts';
import { vocabularyOf } from './join-lines.ts';
import { linesOf } from './lines.ts';
import { marginals } from './margins.ts';
import { paragraphsOf, type Usual } from './paragraphs.ts';
import { dayOnFirstPage, printedFrom, propertiesOf } from './properties.ts';
import { withTables } from './tables.ts';
import type { Line, PageText, Paragraph } from './types.ts';
import { usualOf, usualSize } from './usual.ts';

/**
 * Reads the text layer of a PDF: Mozilla's PDF.js gives the pieces of text and their places; lines, columns, paragraphs,
 * tables and notes are told by the geometry of the page. A scan has no text layer; pictures are not read.
 */
export async function readPdf(
  bytes: Uint8Array,
  path: string,
): Promise<{ drafts: Draft[]; problems: Problem[] }> {
  if (!new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-'))
    throw new UnreadableBytes(
      'The file is not a PDF.',
      'Give it the right extension, or save its text as .txt.',
    );
  const document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 });
  const pages: PageText[] = [];
  for (let number = 1; number <= Math.min(document.numPages, PDF_DEFAULTS.pages); number++) {
    const page = await document.getPage(number);
    pages.push(await pageText(page, number));
    page.cleanup();
  }
  const problems = emptyPages(pages, document.numPages, path);
  if (pages.every(({ fragments }) => fragments.length === 0)) return { drafts: [], problems };

  const size = usualSize(pages.flatMap(({ fragments }) => fragments));
  const lines = pages.map((page) => linesOf({ ...page, fragments: withDropCaps(page.fragments, size) }));
  const marginal = marginals(
    lines,
    pages.map(({ height }) => height),
    size,
  );
  const outside = new Set(marginal.map(({ line }) => line));
  const text = lines.map((page) => page.filter((line) => !outside.has(line)));
  const usual = usualOf(text.flat(), size);
  const paragraphs = text.flatMap((page) =>
    columnsOf(page, size).flatMap((column) => columnParagraphs(column, usual)),
  );
  const outline = outlineOf(paragraphs, vocabularyOf(text.flat()));
  const { info } = await getMeta(document);
  const stated = propertiesOf(info);
  const title = stated.title ?? titleOf(outline, path);
  const published = dayOnFirstPage(paragraphs) ?? stated.published;
  const marks = marginal.filter(({ reason }) => reason === 'print mark').map(({ line }) => line.text);
  const url = printedFrom(marks);
  const dropped = marginal.map(({ line, reason }) => ({
    line: 0,
    text: `${line.text} (p. ${line.page})`,
    reason,
  }));
  const metadata = {
    ...(title === undefined ? {} : { title }),
    authors: stated.authors,
    ...(published === undefined ? {} : { published }),
    ...(url === undefined ? {} : { url }),
    tags: [],
  };
  return {
    drafts: [{ line: 1, textLine: 1, metadata, ...layOut(outline), dropped, fromExport: false }],
    problems,
  };
}

/** A column's running text, and its tables among it. */
function columnParagraphs(column: readonly Line[], usual: Usual): Paragraph[] {
  return withTables(column).flatMap((stretch): Paragraph[] => {
    if (!('table' in stretch)) return paragraphsOf(stretch.lines, usual);
    const { table, lines } = stretch;
    return [{ kind: 'table', lines, table, size: usual.size, font: '', indented: false, open: false }];
  });
}

/** Pages without text are pictures; that is said, since nothing of them can be found. */
function emptyPages(pages: readonly PageText[], count: number, path: string): Problem[] {
  const empty = pages.filter(({ fragments }) => fragments.length === 0).map(({ page }) => page);
  const fix = 'Run it through text recognition (OCR), or copy the article into a .txt file.';
  if (empty.length === pages.length)
    return [{ severity: 'error', path, message: 'The PDF has no text in it; it is probably a scan.', fix }];
  const problems: Problem[] = [];
  if (count > pages.length) {
    const message = `Only the first ${pages.length} of the ${count} pages are read.`;
    problems.push({ severity: 'warning', path, message, fix: 'Split the document.' });
  }
  if (empty.length >= Math.max(2, pages.length / 4)) {
    const message = `${empty.length} of ${pages.length} pages have no text in them (from page ${empty[0]} on); they are probably scans.`;
    problems.push({ severity: 'warning', path, message, fix });
  }
  return problems;
}
