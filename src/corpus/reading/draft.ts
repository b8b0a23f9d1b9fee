import type { Block, CalendarDate, Place, Problem } from '../article.ts';
import type { DroppedLine } from '../cleaning/clean-text.ts';

/** What a source says about its article. What it does not say is absent. */
export interface Metadata {
  readonly title?: string;
  readonly publisher?: string;
  readonly authors: readonly string[];
  readonly url?: string;
  readonly published?: CalendarDate;
  readonly tags: readonly string[];
  readonly licence?: string;
  readonly language?: string;
  /** Where its own site puts it, below the site's address (Jekyll, Hugo, Obsidian). */
  readonly permalink?: string;
}

/** An article as its format's reader hands it over: not cleaned, without an id. */
export interface Draft {
  /** Line of the source where the article starts, 1-based. */
  readonly line: number;
  /** Line of the source where `text` starts, so that dropped lines can be found again. */
  readonly textLine: number;
  readonly metadata: Metadata;
  readonly text: string;
  /** What the text is made of, when the reader knows; then the text stands as it is shown, and only lines are taken out. */
  readonly blocks?: readonly Block[];
  /** With `blocks`: for each line of the text, the line of the source it stands on, 0 when unknown. */
  readonly sourceLines?: readonly number[];
  /** With `blocks`: where the places of the source begin in the text, such as its pages. */
  readonly places?: readonly Place[];
  /** What the reader left out of the source, and why. */
  readonly dropped?: readonly DroppedLine[];
  /** What the text is made of can be seen from its shape: a plain text, whose lines its author broke. */
  readonly shaped?: true;
  /** One of many in its file (an export, a feed): its id is its address, not its path. */
  readonly fromExport: boolean;
  /** Which of the articles of its file it is, from 1; the line in a JSONL export. */
  readonly ordinal?: number;
  /** The SHA-256 of the article's own bytes, for the articles of an export. */
  readonly hash?: string;
  /** Some bytes were no valid characters; U+FFFD stands in their place. */
  readonly damaged?: boolean;
}

/** What a reader finds on its way through a source. */
export type ReadEvent =
  | { readonly draft: Draft }
  | { readonly problem: Problem }
  | { readonly bytes: number };

/** Nothing known. */
export const NO_METADATA: Metadata = { authors: [], tags: [] };
