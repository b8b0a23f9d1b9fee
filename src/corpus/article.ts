/** A day on the Gregorian calendar, `YYYY-MM-DD`, without a time or a zone. */
export type CalendarDate = `${number}-${number}-${number}`;

/** One article of the corpus, as its reader kept it. What the source does not tell is absent, never guessed. */
export interface Article {
  /** Stable: the path below the corpus folder without its extension, or the address in a JSONL export. */
  readonly id: string;
  /** The file the article was read from, relative to the corpus folder, with `/` between its parts. */
  readonly path: string;
  /** The line of `path` where the article starts (1-based); more than 1 only in JSONL exports. */
  readonly line: number;
  readonly title: string;
  readonly publisher?: string;
  readonly authors: readonly string[];
  readonly url?: string;
  readonly published?: CalendarDate;
  readonly tags: readonly string[];
  /** The kept lines; paragraphs are separated by one empty line. Every quote is a slice of this. */
  readonly text: string;
  /** SHA-256 of the source's bytes (the file, or the line of an export), in hexadecimal. */
  readonly hash: string;
}

/** One sentence: offsets (UTF-16 units, end exclusive) into `Article.text`. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
  /** Paragraph number within the article, from 0. */
  readonly paragraph: number;
}

/** A mistake in the corpus's files; the rest of the corpus is loaded all the same. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** Relative to the corpus folder. */
  readonly path: string;
  readonly line?: number;
  /** What is wrong, in one sentence. */
  readonly message: string;
  /** What to do about it, in one sentence. */
  readonly fix: string;
}
