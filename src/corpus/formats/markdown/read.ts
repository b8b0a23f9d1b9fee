import type { Problem } from '../../article.ts';
import { decodeText } from '../../decode.ts';
import type { Draft } from '../../draft.ts';
import { parseFrontMatter } from '../../front-matter.ts';
import { layOut } from '../../structure/layout.ts';
import { titleOf } from '../../structure/title.ts';
import { markdownOutline } from './outline.ts';

/** Reads a Markdown file: its front matter, and what its text is made of. */
export function readMarkdown(bytes: Uint8Array, path: string): { drafts: Draft[]; problems: Problem[] } {
  const { text: source, problems, damaged = false } = decodeText(bytes, path);
  const front = parseFrontMatter(source, path);
  const outline = markdownOutline(front.body);
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
