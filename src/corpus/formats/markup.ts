import type { Problem } from '../article.ts';
import { parseFrontMatter } from '../metadata/front-matter.ts';
import { decodeText } from '../reading/decode.ts';
import type { Draft } from '../reading/draft.ts';
import { titleOf } from '../structure/article-title.ts';
import { layOut } from '../structure/lay-out.ts';
import type { OutlineNode } from '../structure/outline.ts';

/**
 * Reads a text file that is marked up: its front matter, and what its text is made of.
 * @param outlineOf reads the markup behind the front matter
 */
export function readMarkup(
  bytes: Uint8Array,
  path: string,
  outlineOf: (body: string) => OutlineNode[],
): { drafts: Draft[]; problems: Problem[] } {
  const { text: source, problems, damaged = false } = decodeText(bytes, path);
  const front = parseFrontMatter(source, path);
  const outline = outlineOf(front.body);
  const title = front.metadata.title ?? titleOf(outline, path);
  const { text, blocks, sourceLines } = layOut(outline, ' | ');
  const draft: Draft = {
    line: 1,
    textLine: 1,
    metadata: { ...front.metadata, ...(title === undefined ? {} : { title }) },
    text,
    blocks,
    sourceLines: sourceLines.map((line) => (line === 0 ? 0 : line + front.bodyLine - 1)),
    fromExport: false,
    damaged,
  };
  return { drafts: [draft], problems: [...problems, ...front.problems] };
}
