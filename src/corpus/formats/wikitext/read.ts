import type { Problem } from '../../article.ts';
import type { Draft } from '../../reading/draft.ts';
import { readMarkup } from '../markup.ts';
import { wikitextOutline } from './outline.ts';

/** Reads a page in MediaWiki's markup, with or without front matter. */
export function readWikitext(bytes: Uint8Array, path: string): { drafts: Draft[]; problems: Problem[] } {
  return readMarkup(bytes, path, wikitextOutline);
}
