import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { KeeperError, type TrashEntry } from './keeper.ts';
import { codeOf, exists, writeFileAtomically } from './writing/write-file.ts';

/** Hidden, so that the corpus passes it over. */
const TRASH_FOLDER = '.trash';

const ENTRY = 'entry.json';
const CONTENT = 'content';

const Record = z.object({
  path: z.string(),
  /** For a line of an export: which one. */
  line: z.number().optional(),
  title: z.string(),
  removed: z.number(),
  by: z.string().optional(),
  why: z.enum(['removed', 'replaced']),
  /** The file that was written in place of this one, when it is called otherwise. */
  successor: z.string().optional(),
});

/** What is remembered about something in the trash. */
export type TrashRecord = z.infer<typeof Record>;

export interface TrashedItem extends TrashRecord {
  readonly id: string;
  /** The file in the trash. */
  readonly content: string;
}

/**
 * Things that were taken out of a corpus. Each has a folder with a note about it and itself; the note is written first,
 * and a note alone is nothing, so moving the file in is the one step that counts.
 */
export class Trash {
  readonly #folder: string;

  constructor(corpus: string) {
    this.#folder = join(corpus, TRASH_FOLDER);
  }

  /** Makes room. @returns where to move the thing to */
  async prepare(record: TrashRecord): Promise<TrashedItem> {
    const id = `${new Date(record.removed).toISOString().replace(/\W/g, '')}-${randomBytes(4).toString('hex')}`;
    const folder = join(this.#folder, id);
    await mkdir(folder, { recursive: true });
    await writeFileAtomically(join(folder, ENTRY), Buffer.from(JSON.stringify(record)), { overwrite: false });
    return { ...record, id, content: join(folder, CONTENT) };
  }

  /** @throws {KeeperError} `not-found` */
  async find(id: string): Promise<TrashedItem> {
    const item = /^\w+-\w+$/.test(id) ? await this.#read(id) : undefined;
    if (item !== undefined) return item;
    throw new KeeperError(
      'not-found',
      'That is not in the trash any more; it was probably restored already.',
    );
  }

  /** Forgets an entry whose thing has been moved out. */
  async drop({ id }: TrashedItem): Promise<void> {
    await rm(join(this.#folder, id), { recursive: true, force: true });
  }

  /** Newest first. */
  async list(): Promise<TrashEntry[]> {
    const names = await readdir(this.#folder).catch((cause: unknown) => {
      if (codeOf(cause) === 'ENOENT') return [];
      throw cause;
    });
    const items = await Promise.all(
      names.filter((name) => !name.startsWith('.')).map((id) => this.#read(id)),
    );
    return items
      .filter((item) => item !== undefined)
      .map(({ id, path, title, removed, by, why }) => ({
        id,
        path,
        title,
        removed,
        ...(by === undefined ? {} : { by }),
        why,
      }))
      .sort((a, b) => b.removed - a.removed || (a.id < b.id ? 1 : -1));
  }

  async #read(id: string): Promise<TrashedItem | undefined> {
    const folder = join(this.#folder, id);
    const text = await readFile(join(folder, ENTRY), 'utf8').catch(() => undefined);
    if (text === undefined || !(await exists(join(folder, CONTENT)))) return undefined;
    const record = parse(text);
    if (record === undefined || ![record.path, record.successor].every(isInside)) return undefined;
    return { ...record, id, content: join(folder, CONTENT) };
  }
}

/** A note that a person has edited may name any path. */
function isInside(path = 'nowhere'): boolean {
  return path !== '' && !path.startsWith('/') && !path.split(/[/\\]/).includes('..');
}

function parse(text: string): TrashRecord | undefined {
  try {
    return Record.safeParse(JSON.parse(text)).data;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
