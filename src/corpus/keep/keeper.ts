import type { Article, Problem } from '../article.ts';
import type { DroppedLine } from '../cleaning/clean-text.ts';

/** What a moderator hands in. `by` is who did it (a Discord id), for the audit. */
export type Source =
  | {
      readonly kind: 'file';
      /** As the attachment is called; only its last part counts, and only for the format and as a fallback title. */
      readonly name: string;
      readonly bytes: Uint8Array;
      /** Where it was fetched from, when it came from a link: the article's address unless it states one. */
      readonly url?: string;
    }
  | { readonly kind: 'text'; readonly text: string; readonly facts?: Facts };

/**
 * Facts of an article as a moderator types them. Absent: as the source says. An empty string: unknown. `published` takes
 * any date that front matter takes; it is stored as YYYY-MM-DD.
 */
export interface Facts {
  readonly title?: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly url?: string;
  /** Separated by commas or semicolons. */
  readonly authors?: string;
}

export interface PreviewArticle {
  readonly article: Article;
  /** Lines that were left out, with the reason. */
  readonly dropped: readonly DroppedLine[];
  readonly problems: readonly Problem[];
}

/** What the reader made of a source. It waits as a draft (a day, also over a restart) to be saved or discarded. */
export interface Preview {
  /** 16 characters of [a-z0-9]. */
  readonly draft: string;
  /** Where `save` would put it, relative to the corpus folder. */
  readonly path: string;
  /** There is a file at `path` already: `save` needs `overwrite`. Its title when it is an article. */
  readonly existing?: { readonly path: string; readonly title: string };
  /** One for most files; many for an export or a feed, whose facts can't be edited here. */
  readonly articles: readonly PreviewArticle[];
  /** Problems that belong to no article. */
  readonly problems: readonly Problem[];
  /** Whether there is anything to save; if not, `problems` say why. */
  readonly savable: boolean;
  /** Whether `facts` can be given (a single article). */
  readonly editable: boolean;
}

/** A change that was made to the corpus's files. The corpus in memory follows with the next reload. */
export interface Change {
  readonly action: 'add' | 'overwrite' | 'edit' | 'remove' | 'restore';
  readonly by: string;
  /** Relative to the corpus folder. */
  readonly path: string;
  readonly title: string;
  /** The article's id; for a file of many articles, the file's path. */
  readonly id: string;
  /** How to get back what was there before: `restore` takes it. Absent for add and restore. */
  readonly trashed?: string;
}

/** A change as the audit log has it. */
export function describeChange({ by, action, title, path }: Change): {
  readonly by: string;
  readonly action: string;
  readonly what: string;
} {
  return { by, action, what: title === path ? path : `${title} (${path})` };
}

export interface TrashEntry {
  /** What `restore` takes. */
  readonly id: string;
  /** Where it was and will be again. */
  readonly path: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly removed: number;
  readonly by?: string;
  /** Taken out by hand, or kept because another version was written over it. */
  readonly why: 'removed' | 'replaced';
}

export type ExportResult =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly articles: number }
  /** `reason` says what is too large and what to do. */
  | { readonly ok: false; readonly reason: string };

/**
 * A change that can't be made. `message` says what is wrong and what to do, fit to be shown to a moderator; it holds no
 * path of the machine.
 */
export class KeeperError extends Error {
  override readonly name = 'KeeperError';
  readonly code: KeeperErrorCode;

  constructor(code: KeeperErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export type KeeperErrorCode =
  /** The corpus is one export file, not a folder. */
  | 'not-a-folder'
  /** The format is unknown, the file empty or too large, or nothing in it could be read. */
  | 'unreadable'
  /** A fact makes no sense (a date that can't be, an address that is none). */
  | 'bad-fact'
  /** There is a file at the path already; save again with `overwrite`, or under another title. */
  | 'exists'
  /** No such draft, article or trash entry (any more). */
  | 'not-found'
  /** The article is one of many in a feed or list, which can only be changed in the file itself. */
  | 'not-editable'
  /** The disk refused: permission, space. */
  | 'disk';

/**
 * Changes the corpus's files: each change is one atomic step on the disk, done one after the other, so that a crash
 * leaves the old or the new state and nothing half-written. Nothing is ever deleted but expired drafts: what goes, goes
 * to the trash. All methods throw {@link KeeperError}.
 */
export interface Keeper {
  /** Reads a source as the corpus would and keeps it as a draft. Ends within seconds whatever the bytes are. */
  preview(source: Source): Promise<Preview>;
  /** A draft again, with facts changed; the changes are kept with the draft. */
  revise(draft: string, facts: Facts): Promise<Preview>;
  /** The draft as it stands, for buttons after a restart. @throws `not-found` when it has expired or was saved */
  draft(draft: string): Promise<Preview>;
  /** Writes a draft into the corpus. @returns the change, with the path that was written */
  save(draft: string, options: { readonly by: string; readonly overwrite?: boolean }): Promise<Change>;
  /** Forgets a draft; it is no error when there is none. */
  discard(draft: string): Promise<void>;
  /** The facts of an article, as the form for `edit` shows them first. */
  facts(article: Article): Facts;
  /** Changes facts of an article of the corpus; its text is not touched. */
  edit(article: Article, facts: Facts, options: { readonly by: string }): Promise<Change>;
  /** Moves an article to the trash. @throws `not-found` when its file has gone */
  remove(article: Article, options: { readonly by: string }): Promise<Change>;
  /** Newest first. */
  trash(): Promise<readonly TrashEntry[]>;
  /** Puts an entry of the trash back. @throws `exists` when its place is taken */
  restore(entry: string, options: { readonly by: string }): Promise<Change>;
  /** The articles as one `.jsonl.gz` of at most `limit` bytes. */
  exportCorpus(articles: readonly Article[], limit: number): Promise<ExportResult>;
  close(): Promise<void>;
}

export interface KeeperOptions {
  /** The corpus folder. */
  readonly corpus: string;
  /** Links may lead out of it. */
  readonly followLinks?: boolean;
  /** The article of the corpus that has an id, as far as the corpus is known. */
  readonly known?: (id: string) => Pick<Article, 'path' | 'title'> | undefined;
  /** Told of every change right after it is on the disk: the audit. Its failure does not undo the change. */
  readonly onChange?: (change: Change) => void | Promise<void>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}
