import mammoth from 'mammoth';
import type { Problem } from '../article.ts';
import { CORPUS_LIMITS } from '../limits.ts';
import { UnreadableBytes } from '../reading/decode.ts';
import type { Draft } from '../reading/draft.ts';
import { titleOf } from '../structure/article-title.ts';
import { layOut } from '../structure/lay-out.ts';
import { parsePage, textOf } from './html/dom.ts';
import { domOutline } from './html/outline.ts';
import { unpackedSize } from './zip.ts';

/** Word's own styles beside mammoth's: what they say of a paragraph. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
];

/** Reads a Word document; its first heading is the title. Pictures, comments and formatting are left out. */
export async function readDocx(
  bytes: Uint8Array,
  path: string,
): Promise<{ drafts: Draft[]; problems: Problem[] }> {
  const size = unpackedSize(bytes, CORPUS_LIMITS.documentBytes);
  if (size === undefined)
    throw new UnreadableBytes('The file is not a Word document (.docx).', 'Save it again as .docx or .txt.');
  if (size > CORPUS_LIMITS.documentBytes) {
    throw new UnreadableBytes(
      'The document unpacks to more than 100 MB.',
      'Copy the article into a .txt file.',
    );
  }
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap: STYLES,
      includeDefaultStyleMap: true,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  const document = parsePage(value);
  const heading = document.querySelector('h1');
  const outline = domOutline(document.body ?? document);
  const { text, blocks, sourceLines } = layOut(outline);
  if (text === '') {
    const message = 'The document has no text in it.';
    return {
      drafts: [],
      problems: [{ severity: 'error', path, message, fix: 'Check that it is the right file.' }],
    };
  }
  const title = heading ? textOf(heading) : (titleOf(outline, path) ?? '');
  const metadata = { ...(title === '' ? {} : { title }), authors: [], tags: [] };
  const draft: Draft = { line: 1, textLine: 1, metadata, text, blocks, sourceLines, fromExport: false };
  return { drafts: [draft], problems: [] };
}
