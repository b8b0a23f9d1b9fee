import type { CalendarDate } from '../../src/corpus/article.ts';
import type { SplitArticle } from '../../src/search/segment.ts';

/** A question as it is put to a peer. */
export interface Asked {
  readonly text: string;
  /** The day that "this week" counts from; only Footnote reads it. */
  readonly day?: CalendarDate;
}

/** The same sentences for everyone; a sentence's number is its place in `sentences`. */
export interface Corpus {
  readonly sentences: readonly string[];
  /** The articles that the sentences come from, in order. */
  readonly articles: readonly SplitArticle[];
}

/** A corpus that a peer has indexed. */
export interface Index {
  /** Numbers of the k best sentences, best first; sentences that the peer does not find are left out. */
  search(asked: Asked, k: number): readonly number[] | Promise<readonly number[]>;
  /** Bytes on disk, for a peer that keeps its index there. */
  diskBytes?(): number;
  close?(): void | Promise<void>;
}

export interface BuildOptions {
  readonly stopWords: StopWords;
  /** An empty folder for a peer's files. */
  readonly folder: string;
  /** The file of weights for Footnote; absent: those that come with it. */
  readonly model?: string;
}

export type StopWords = 'dropped' | 'kept';

/** A search library, set up as its documentation advises for questions in English. */
export interface Peer {
  readonly name: string;
  /** What can be varied; a peer with a fixed handling of stop words has one entry. */
  readonly stopWords: readonly StopWords[];
  readonly build: (corpus: Corpus, options: BuildOptions) => Index | Promise<Index>;
}

/** For peers that bring no list of stop words of their own. */
export function contentWords(text: string, stopWords: ReadonlySet<string>): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !stopWords.has(word));
}
