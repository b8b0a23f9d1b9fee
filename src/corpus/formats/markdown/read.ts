import type { Problem } from '../../article.ts';
import type { Draft } from '../../reading/draft.ts';
import { readMarkup } from '../markup.ts';
import { markdownOutline } from './outline.ts';

/** Reads a Markdown file. */
export function readMarkdown(bytes: Uint8Array, path: string): { drafts: Draft[]; problems: Problem[] } {
  return readMarkup(bytes, path, markdownOutline);
}
