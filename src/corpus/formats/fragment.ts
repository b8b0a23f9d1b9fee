import type { Problem } from '../article.ts';
import type { Draft } from '../reading/draft.ts';
import { layOut } from '../structure/lay-out.ts';
import type { OutlineNode } from '../structure/outline.ts';
import { type DomElement, parsePage } from './html/dom.ts';
import { DroppedFromPage } from './html/dropped.ts';
import { domOutline } from './html/outline.ts';
import { prepareWords } from './html/words/prepare.ts';

/** What a reader gives that has no lines of its source to tell. */
type Laid = Required<Pick<Draft, 'text' | 'blocks' | 'sourceLines' | 'dropped'>>;

/** What a piece of a page that stands in another file says: its text, what it is made of, what was left out. */
export function layOutFragment(html: string): Laid {
  const document = parsePage(`<body>${html}</body>`);
  const dropped = new DroppedFromPage();
  const outline = fragmentOutline(document.body ?? document, dropped);
  return { ...laidOut(outline), dropped: dropped.lines };
}

/** The outline of an element whose words read as they look: without marks of notes, with exponents as such. */
export function fragmentOutline(root: DomElement, dropped: DroppedFromPage): OutlineNode[] {
  prepareWords(root, dropped.drop);
  return domOutline(root);
}

/** An outline as a text whose lines stand nowhere in the source. */
export function laidOut(outline: readonly OutlineNode[]): Omit<Laid, 'dropped'> {
  const { text, blocks } = layOut(outline);
  return { text, blocks, sourceLines: text.split('\n').map(() => 0) };
}

/** Reads such a piece by itself, for readers outside of the reading thread. */
export function readFragment(bytes: Uint8Array): { drafts: Draft[]; problems: Problem[] } {
  const metadata = { authors: [], tags: [] };
  const laid = layOutFragment(new TextDecoder().decode(bytes));
  return { drafts: [{ line: 1, textLine: 1, metadata, ...laid, fromExport: true }], problems: [] };
}
