import type { Problem } from '../article.ts';
import type { Draft } from '../draft.ts';
import type { knownExtension } from '../files.ts';
import type { FieldNames } from '../settings/field-names.ts';

/** What a whole file was read as. */
export interface Parsed {
  readonly drafts: readonly Draft[];
  readonly problems: readonly Problem[];
}

/** The formats whose readers are big and can be made to run long: they are read in a thread of their own. */
export type HeavyFormat = 'markdown' | 'wikitext' | 'html' | 'pdf' | 'docx' | 'feed' | 'json' | 'fragment';

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
      return (await import('./docx.ts')).readDocx;
    case 'feed':
      return (await import('./feed.ts')).readFeed;
    case 'json':
      return (await import('./json.ts')).readJson;
    case 'fragment':
      return (await import('./fragment.ts')).readFragment;
  }
}
