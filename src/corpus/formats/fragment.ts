import type { Problem } from '../article.ts';
import type { Draft } from '../draft.ts';
import { layOut } from '../structure/layout.ts';
import { parsePage } from './html/dom.ts';
import { domOutline } from './html/outline.ts';

/** What a piece of a page that stands in another file says: its text and what it is made of. */
export function layOutFragment(html: string): Pick<Draft, 'text' | 'blocks' | 'sourceLines'> {
  const document = parsePage(`<body>${html}</body>`);
  const { text, blocks } = layOut(domOutline(document.body ?? document));
  return { text, blocks, sourceLines: text.split('\n').map(() => 0) };
}

/** Reads such a piece by itself, for readers outside of the reading thread. */
export function readFragment(bytes: Uint8Array): { drafts: Draft[]; problems: Problem[] } {
  const metadata = { authors: [], tags: [] };
  const laid = layOutFragment(new TextDecoder().decode(bytes));
  return { drafts: [{ line: 1, textLine: 1, metadata, ...laid, fromExport: true }], problems: [] };
}
