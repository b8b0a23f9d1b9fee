/** Every limit of the corpus's readers, in one place. Sizes are bytes, times are milliseconds. */
export const CORPUS_LIMITS = {
  /** One article's file (any format but an export). A long book is about 2 MB of text. */
  fileBytes: 20 * 1024 * 1024,
  /** One line of a JSONL export, that is one article. */
  lineBytes: 8 * 1024 * 1024,
  /** An export after unpacking: a small `.gz` can unpack to any size. */
  unpackedBytes: 4 * 1024 * 1024 * 1024,
  /** Text of one article, in characters: a long book. */
  textLength: 2 * 1024 * 1024,
  /** One line of an article, in characters: what is longer was never written as a paragraph. */
  textLineLength: 200_000,
  /** A `.docx` after unpacking: a small archive can unpack to any size. */
  documentBytes: 100 * 1024 * 1024,
  /** Reading one file of a heavy format (HTML, PDF, Word, feeds), which is done in a thread of its own. */
  heavyMilliseconds: 4000,
  /** More time for a bigger file: a report of 300 pages is a megabyte. */
  heavyMillisecondsAMegabyte: 4000,
  /** Starting that thread and loading the format's reader, before the clock of the file runs. */
  heavyStartMilliseconds: 30_000,
  /** Memory of that thread, in megabytes. */
  heavyMegabytes: 384,
  /** How long the thread waits for another file. */
  heavyIdleMilliseconds: 30_000,
  /** Front matter: longer blocks are taken for an attack or a mistake. */
  frontMatterLength: 64 * 1024,
  /** Lists and maps within each other in front matter, and values in all. */
  frontMatterDepth: 8,
  frontMatterValues: 5000,
  /** The corpus's own list of lines to drop. */
  dropLinesBytes: 1024 * 1024,
  /** Problems of one file that are told one by one; the others are counted. */
  problemsTold: 50,
  /** After so many lines of an export that are no articles, and more of them than articles, the rest is not read. */
  badLines: 10_000,
  /** Articles of one source that is handed in, and the characters of all of their texts. */
  previewArticles: 5000,
  previewLength: 32 * 1024 * 1024,
  /** Folders within folders. */
  folderDepth: 32,
  /** Below this many characters an article is probably a failed extraction. */
  shortText: 200,
  /** A title is one line; what is longer is a paragraph. */
  titleLength: 300,
} as const;
