import { Tokenize } from 'rtf-stream-parser';
import type { Problem } from '../../article.ts';
import { UnreadableBytes } from '../../reading/decode.ts';
import type { Draft } from '../../reading/draft.ts';
import { titleOf } from '../../structure/article-title.ts';
import { fragmentOutline, laidOut } from '../fragment.ts';
import { parsePage } from '../html/dom.ts';
import { DroppedFromPage } from '../html/dropped.ts';
import { documentMetadata, soleArticle } from '../sole-article.ts';
import { RtfPage } from './rtf-page.ts';
import { isToken } from './rtf-token.ts';

/** Reads rich text (`.rtf`): the tokens are a library's, what they mean becomes a page, which is read as all pages are. */
export async function readRtf(
  bytes: Uint8Array,
  path: string,
): Promise<{ drafts: Draft[]; problems: Problem[] }> {
  if (!new TextDecoder('latin1').decode(bytes.subarray(0, 64)).trimStart().startsWith('{\\rtf'))
    throw new UnreadableBytes('The file is not rich text (.rtf).', 'Save it again, or as .txt.');
  const tokenizer = new Tokenize();
  const written = new RtfPage();
  const tokens: AsyncIterable<unknown> = tokenizer;
  tokenizer.end(Buffer.from(bytes));
  for await (const token of tokens) if (isToken(token)) written.take(token);
  const page = parsePage(`<body>${written.html()}</body>`);
  const dropped = new DroppedFromPage();
  const outline = fragmentOutline(page.body ?? page, dropped);
  const { title: stated = '', author = '', day = '' } = written.info();
  const title = stated === '' ? (titleOf(outline, path) ?? '') : stated;
  const metadata = documentMetadata(title, author, day);
  return soleArticle(path, { metadata, ...laidOut(outline), dropped: dropped.lines });
}
