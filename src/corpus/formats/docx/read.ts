import mammoth from 'mammoth';
import type { Problem } from '../../article.ts';
import { CORPUS_LIMITS } from '../../limits.ts';
import { UnreadableBytes } from '../../reading/decode.ts';
import type { Draft } from '../../reading/draft.ts';
import { titleOf } from '../../structure/article-title.ts';
import { layOut } from '../../structure/lay-out.ts';
import { type DomDocument, parsePage, textOf } from '../html/dom.ts';
import { DroppedFromPage } from '../html/dropped.ts';
import { domOutline } from '../html/outline.ts';
import { prepareWords } from '../html/words/prepare.ts';
import { soleArticle } from '../sole-article.ts';
import { unpackedSize } from '../zip.ts';
import { shownDocument } from './shown-document.ts';

/** Word's own styles beside mammoth's: what they say of a paragraph. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Caption'] => figcaption:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
];

/**
 * Reads a Word document as it is shown: hidden, deleted and struck-out words go, notes stand below their paragraph. Its
 * title or first heading is the title. Pictures, comments and formatting are left out.
 */
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
  const shown = await shownDocument(bytes);
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(shown.bytes) },
    {
      styleMap: STYLES,
      includeDefaultStyleMap: true,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  );
  const dropped = new DroppedFromPage();
  for (const { text, reason } of shown.hidden) dropped.tell(text, reason);
  const document = parsePage(value);
  if (document.body) {
    placeNotes(document);
    prepareWords(document.body, dropped.drop);
  }
  const heading = document.querySelector('h1');
  const outline = domOutline(document.body ?? document);
  const title = heading ? textOf(heading) : (titleOf(outline, path) ?? '');
  const metadata = { ...(title === '' ? {} : { title }), authors: [], tags: [] };
  return soleArticle(path, { metadata, ...layOut(outline), dropped: dropped.lines });
}

/** Mammoth puts the notes to the end of the document; they belong below the paragraph that points to them. */
function placeNotes(document: DomDocument): void {
  for (const note of [...document.querySelectorAll('li[id^="footnote-"], li[id^="endnote-"]')]) {
    const mark = document.querySelector(`a[href="#${note.getAttribute('id')}"]`);
    let block = mark?.parentElement;
    while (block && !/^(?:p|li|td|th|h[1-6]|blockquote)$/.test(block.localName)) block = block.parentElement;
    if (!block || note.contains(block)) continue;
    const place = /^(?:li|td|th)$/.test(block.localName) ? 'append' : 'after';
    block[place](...[...note.childNodes]);
    note.remove();
  }
}
