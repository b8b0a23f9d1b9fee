import type { Problem } from '../article.ts';
import type { Draft } from '../reading/draft.ts';
import type { knownExtension } from '../reading/list-files.ts';
import type { FieldNames } from '../settings/field-names.ts';
import type { Feed } from './feed/feed-entry.ts';

/** What a whole file was read as. */
export interface Parsed {
  readonly drafts: readonly Draft[];
  readonly problems: readonly Problem[];
  /** With the format `entries`: the feed. */
  readonly feed?: Feed;
}

/** The formats whose readers are big and can be made to run long: they are read in a thread of their own. */
export type HeavyFormat =
  | 'markdown'
  | 'wikitext'
  | 'html'
  | 'pdf'
  | 'docx'
  | 'feed'
  | 'entries'
  | 'json'
  | 'fragment'
  | 'odt'
  | 'rtf'
  | 'epub'
  | 'mail'
  | 'subtitles';

/** The heavy format of an extension, or `undefined` for plain text. */
export function heavyFormat(extension: ReturnType<typeof knownExtension>): HeavyFormat | undefined {
  switch (extension) {
    case '.md':
    case '.markdown':
      return 'markdown';
    case '.wiki':
    case '.mediawiki':
    case '.wikitext':
      return 'wikitext';
    case '.html':
    case '.htm':
      return 'html';
    case '.xml':
    case '.rss':
    case '.atom':
      return 'feed';
    case '.pdf':
      return 'pdf';
    case '.docx':
      return 'docx';
    case '.odt':
      return 'odt';
    case '.rtf':
      return 'rtf';
    case '.epub':
      return 'epub';
    case '.eml':
      return 'mail';
    case '.srt':
    case '.vtt':
      return 'subtitles';
    case '.json':
      return 'json';
    default:
      return undefined;
  }
}

/** Loads the reader of a heavy format. */
export async function loadHeavy(
  format: HeavyFormat,
): Promise<(bytes: Uint8Array, path: string, fields?: FieldNames) => Parsed | Promise<Parsed>> {
  switch (format) {
    case 'markdown':
      return (await import('./markdown/read.ts')).readMarkdown;
    case 'wikitext':
      return (await import('./wikitext/read.ts')).readWikitext;
    case 'html':
      return (await import('./html/read.ts')).readHtml;
    case 'pdf':
      return (await import('./pdf/read.ts')).readPdf;
    case 'docx':
      return (await import('./docx/read.ts')).readDocx;
    case 'feed':
      return (await import('./feed/read.ts')).readFeed;
    case 'entries':
      return (await import('./feed/read.ts')).readEntries;
    case 'json':
      return (await import('./json.ts')).readJson;
    case 'odt':
      return (await import('./archive/odt.ts')).readOdt;
    case 'rtf':
      return (await import('./rtf/read.ts')).readRtf;
    case 'epub':
      return (await import('./archive/epub.ts')).readEpub;
    case 'mail':
      return (await import('./mail/read.ts')).readMail;
    case 'subtitles':
      return (await import('./subtitles.ts')).readSubtitles;
    case 'fragment':
      return (await import('./fragment.ts')).readFragment;
  }
}
