/** A day on the Gregorian calendar, `YYYY-MM-DD`, without a time or a zone. */
export type CalendarDate = `${number}-${number}-${number}`;

/** `[start, end)` in UTF-16 units of an article's text. */
export type TextSpan = readonly [start: number, end: number];

/**
 * What a block of an article is. Running text, items, rows, definitions, turns, call-outs and quotations can be quoted;
 * headings, captions, code, bibliography entries, exercises and navigation are context or nothing, never an answer.
 */
export type BlockKind =
  | 'paragraph'
  | 'item'
  | 'row'
  | 'definition'
  | 'turn'
  | 'callout'
  | 'quotation'
  | 'heading'
  | 'caption'
  | 'code'
  | 'bibliography'
  | 'exercise'
  | 'navigation';

/** A slice that a block stands under: the heading of its section, its list's lead-in, its table's head cell … */
export interface BlockContext {
  readonly role: 'heading' | 'lead-in' | 'head' | 'speaker' | 'term' | 'callout';
  readonly span: TextSpan;
}

/** A leaf of an article's structure: one paragraph, one list item, one table row, one turn … */
export interface Block {
  readonly kind: BlockKind;
  readonly start: number;
  readonly end: number;
  /** What it stands under, outermost first; for a row, one `head` a cell in the order of `cells`. */
  readonly context: readonly BlockContext[];
  /** Of a heading: 1 (outermost) to 6. */
  readonly level?: number;
  /** Of a row: its cells, slices of the text. */
  readonly cells?: readonly TextSpan[];
  /** The words in bold that open it, when more follow: "Standard plan." of "**Standard plan.** The limit is …". */
  readonly label?: TextSpan;
  /** Of an item: which list of the article it belongs to, its number when the list is numbered (steps), its depth from 0. */
  readonly list?: { readonly id: number; readonly step?: number; readonly depth: number };
}

/** From here on the text stands at that place of its source: a page ("p. 12"), a time ("00:12:04"). */
export interface Place {
  /** Offset in UTF-16 units. */
  readonly at: number;
  readonly name: string;
}

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
  /** The licence it stands under, in its publisher's words. */
  readonly licence?: string;
  /** The language it is written in, as its corpus names it. */
  readonly language?: string;
  readonly tags: readonly string[];
  /** Names that stand for each other, as the host says in `corpus.yaml`; shared by all articles of a folder. */
  readonly aliases?: readonly (readonly string[])[];
  /** The kept lines; paragraphs are separated by one empty line. Every quote is a slice of this. */
  readonly text: string;
  /** In order, without overlaps, together all of `text` but blanks. Absent: running text under the title alone. */
  readonly blocks?: readonly Block[] | undefined;
  /** In order; absent where the source has neither pages nor times. */
  readonly places?: readonly Place[] | undefined;
  /** SHA-256 of the source's bytes (the file, or the line of an export), in hexadecimal. */
  readonly hash: string;
}

/** One unit that is ranked and quoted (a sentence, an item, a row, a term with its meaning): offsets (UTF-16 units, end exclusive) into `Article.text`. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
  /** Paragraph number within the article, from 0. */
  readonly paragraph: number;
  /**
   * The (first) block it stands in, a number into `Article.blocks`; absent without blocks. A unit that begins with the
   * lead-in of its list stands in the first item.
   */
  readonly block?: number;
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
