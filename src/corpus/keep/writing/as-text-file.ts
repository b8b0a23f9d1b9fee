import type { HeavyReader } from '../../formats/heavy-reader.ts';
import type { Draft, Metadata } from '../../reading/draft.ts';
import { readBytes } from '../../reading/read-file.ts';
import { withFrontMatter } from './front-matter-text.ts';
import { markdownBlocks } from './markdown-blocks.ts';

/** An article as a text file of ours. */
export interface TextFile {
  readonly extension: '.md' | '.txt';
  readonly bytes: Uint8Array;
}

/**
 * The text of a page or document as a file that is read as the same text: Markdown when it is known what the text is
 * made of, plain text when it isn't, or when its words would not survive Markdown.
 */
export async function asTextFile(
  { text, blocks }: Pick<Draft, 'text' | 'blocks'>,
  metadata: Metadata,
  heavy: Pick<HeavyReader, 'read'>,
): Promise<TextFile> {
  const plain = { extension: '.txt', body: text } as const;
  const lines = { extension: '.md', body: markdownBlocks(text, linesOf(text)) } as const;
  const shaped =
    blocks === undefined ? [] : [{ extension: '.md', body: markdownBlocks(text, blocks) } as const];
  const files = [...shaped, plain, lines].map(({ extension, body }) => ({
    extension,
    // Their words are never front matter, whatever they look like.
    bytes: Buffer.from(withFrontMatter(`---\n---\n${body}`, metadata)),
  }));
  for (const file of files) {
    const { drafts } = await readBytes(file.bytes, `text${file.extension}`, heavy);
    const [read] = drafts;
    if (drafts.length === 1 && read !== undefined && isSame(read.text, text)) return file;
  }
  return { extension: '.txt', bytes: Buffer.from(withFrontMatter(`---\n---\n${text}`, metadata)) };
}

function linesOf(text: string): { kind: 'paragraph'; start: number; end: number; context: [] }[] {
  return [...text.matchAll(/\S[^\n]*/g)].map((line) => ({
    kind: 'paragraph',
    start: line.index,
    end: line.index + line[0].length,
    context: [],
  }));
}

/** But for blanks; cells that stood apart by a tab stand apart by a bar in Markdown. */
function isSame(kept: string, text: string): boolean {
  return [text, text.replace(/\t/g, ' | ')].some((each) => folded(each) === folded(kept));
}

function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
