import type { Place } from '../article.ts';

/** Words of a source as its reader sees them: no markup, blank runs folded; a line break stays one. */
export interface Words {
  readonly text: string;
  /** How many characters at its start are a label in bold; more text follows them. */
  readonly label?: number;
  /** All of it leads elsewhere. */
  readonly linked?: true;
  /** The line of the source where it starts, 1-based. */
  readonly line?: number;
  /** Where the places of the source begin in `text`, such as its pages. */
  readonly places?: readonly Place[];
}

/** One row of a table; a cell may be empty. */
export interface OutlineRow {
  readonly cells: readonly Words[];
  readonly head: boolean;
}

/** The tree that every reader gives: what a source is made of, in order. */
export type OutlineNode =
  | { readonly kind: 'heading'; readonly level: number; readonly words: Words }
  | { readonly kind: 'paragraph' | 'caption' | 'code'; readonly words: Words }
  /** `start`: the first number, when the list is numbered. */
  | { readonly kind: 'list'; readonly start?: number; readonly items: readonly OutlineItem[] }
  /** `facts`: names and what is said of them, two cells a row. */
  | { readonly kind: 'table'; readonly facts?: true; readonly rows: readonly OutlineRow[] }
  | { readonly kind: 'definition'; readonly term: Words; readonly meaning: Words }
  | { readonly kind: 'callout'; readonly title?: Words; readonly children: readonly OutlineNode[] }
  | { readonly kind: 'quotation'; readonly children: readonly OutlineNode[] };

/** A list item: its own words and what stands below them. */
export interface OutlineItem {
  readonly words: Words;
  readonly children: readonly OutlineNode[];
}

/** Folds blank runs to one space and keeps line breaks, as a page shows its text. */
export function foldWords(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}
