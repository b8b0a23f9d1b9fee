import { extractText, getDocumentProxy, getMeta } from 'unpdf';
import type { Problem } from '../article.ts';
import { UnreadableBytes } from '../decode.ts';
import type { Draft } from '../draft.ts';
import { isRecord } from '../front-matter.ts';

/** Reads the text layer of a PDF (by Mozilla's PDF.js). A scan has none; pictures are not read. */
export async function readPdf(
  bytes: Uint8Array,
  path: string,
): Promise<{ drafts: Draft[]; problems: Problem[] }> {
  if (!new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')) {
    throw new UnreadableBytes(
      'The file is not a PDF.',
      'Give it the right extension, or save its text as .txt.',
    );
  }
  const document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 });
  const { text: pages } = await extractText(document, { mergePages: false });
  const text = joinPages(pages);
  if (text.trim() === '') {
    const message = 'The PDF has no text in it; it is probably a scan.';
    const fix = 'Run it through text recognition (OCR), or copy the article into a .txt file.';
    return { drafts: [], problems: [{ severity: 'error', path, message, fix }] };
  }
  const { info } = await getMeta(document);
  const stated = (key: string) => {
    const value = isRecord(info) ? info[key] : undefined;
    return typeof value === 'string' ? value.replace(/\s+/gu, ' ').trim() : '';
  };
  const title = stated('Title');
  const author = stated('Author');
  const usable = title !== '' && !/\.\w{2,5}$|^(?:microsoft word|untitled|document\d*$)/i.test(title);
  const metadata = { ...(usable ? { title } : {}), authors: author === '' ? [] : [author], tags: [] };
  return { drafts: [{ line: 1, textLine: 1, metadata, text, fromExport: false }], problems: [] };
}

/**
 * One text of all pages: running heads and page numbers (the same first or last line on most pages, but for its
 * digits) are left out, words divided at a line's end are put together.
 */
export function joinPages(pages: readonly string[]): string {
  const split = pages.map((page) => page.split(/\r?\n/).filter((line) => line.trim() !== ''));
  const heads = repeated(split.map((lines) => lines[0]));
  const feet = repeated(split.map((lines) => lines.at(-1)));
  const kept = split.map((lines) =>
    lines.filter((line, i) => {
      const head = i === 0 && heads.has(shape(line));
      const foot = i === lines.length - 1 && feet.has(shape(line));
      return !head && !foot;
    }),
  );
  return kept
    .map((lines) => lines.join('\n'))
    .join('\n')
    .replace(/(\p{Ll})[-\u00AD]\n(\p{Ll})/gu, '$1$2');
}

function repeated(lines: readonly (string | undefined)[]): Set<string> {
  const counts = new Map<string, number>();
  for (const line of lines)
    if (line !== undefined) counts.set(shape(line), (counts.get(shape(line)) ?? 0) + 1);
  return new Set(
    [...counts].filter(([, count]) => count >= 3 && count > lines.length / 2).map(([line]) => line),
  );
}

function shape(line: string): string {
  return line.replace(/\d+/g, '0').replace(/\s+/gu, ' ').trim();
}
