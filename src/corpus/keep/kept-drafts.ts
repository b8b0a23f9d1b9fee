import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readRegularFile } from '../reading/regular-file.ts';
import { type Facts, KeeperError } from './keeper.ts';
import { codeOf, writeFileAtomically } from './writing/write-file.ts';

/** Hidden, so that the corpus passes it over. */
const DRAFTS_FOLDER = '.drafts';

const DRAFT_DEFAULTS = {
  /** How long a draft waits, in milliseconds. */
  age: 24 * 60 * 60 * 1000,
} as const;

const NOTE = 'draft.json';

const Note = z.object({
  at: z.number(),
  /** What the source was called; its extension says how it is read. */
  name: z.string(),
  extension: z.string(),
  url: z.string().optional(),
  facts: z
    .record(z.enum(['title', 'publisher', 'published', 'url', 'authors']), z.string().optional())
    .optional(),
});

type DraftNote = z.infer<typeof Note>;

export interface StoredDraft extends Omit<DraftNote, 'facts'> {
  readonly id: string;
  readonly facts: Facts;
  /** The file that holds the source. */
  readonly source: string;
}

/** Sources that wait to be saved, each in a folder of its own; a folder without its note is none. */
export class Drafts {
  readonly #folder: string;
  readonly #now: () => number;

  constructor(corpus: string, now: () => number) {
    this.#folder = join(corpus, DRAFTS_FOLDER);
    this.#now = now;
  }

  async add(bytes: Uint8Array, note: Omit<StoredDraft, 'id' | 'at' | 'source'>): Promise<StoredDraft> {
    const id = [...randomBytes(16)].map((byte) => (byte % 36).toString(36)).join('');
    const draft = { ...note, id, at: this.#now(), source: join(this.#folder, id, `source${note.extension}`) };
    await mkdir(join(this.#folder, id), { recursive: true });
    await writeFileAtomically(draft.source, bytes, { overwrite: false });
    await this.write(draft);
    return draft;
  }

  async write({ id, source: _, ...note }: StoredDraft): Promise<void> {
    await writeFileAtomically(join(this.#folder, id, NOTE), Buffer.from(JSON.stringify(note)), {
      overwrite: true,
    });
  }

  /** @throws {KeeperError} `not-found` when it has expired, was saved or discarded */
  async find(id: string): Promise<StoredDraft> {
    const draft = /^[a-z0-9]{16}$/.test(id) ? await this.#read(id) : undefined;
    if (draft === undefined || this.#now() - draft.at > DRAFT_DEFAULTS.age) {
      throw new KeeperError(
        'not-found',
        'This draft is gone: it was saved or cancelled, or a day has passed. Add the article again.',
      );
    }
    return draft;
  }

  async drop(id: string): Promise<void> {
    if (/^[a-z0-9]{16}$/.test(id)) await rm(join(this.#folder, id), { recursive: true, force: true });
  }

  /** Deletes what has expired, and what a crash left unfinished. */
  async sweep(): Promise<void> {
    const ids = await readdir(this.#folder).catch((cause: unknown) => {
      if (codeOf(cause) === 'ENOENT') return [];
      throw cause;
    });
    for (const id of ids) {
      const draft = await this.#read(id);
      if (draft === undefined || this.#now() - draft.at > DRAFT_DEFAULTS.age) await this.drop(id);
    }
  }

  async #read(id: string): Promise<StoredDraft | undefined> {
    const note = await readNote(join(this.#folder, id, NOTE));
    if (note === undefined) return undefined;
    const facts: Facts = Object.fromEntries(
      Object.entries(note.facts ?? {}).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    return { ...note, facts, id, source: join(this.#folder, id, `source${note.extension}`) };
  }
}

const LARGEST_NOTE = 64 * 1024;

/** `undefined` when there is no note, or one that was cut or is another program's: its draft is none. */
async function readNote(path: string): Promise<DraftNote | undefined> {
  const bytes = await readRegularFile(path, LARGEST_NOTE).catch(() => undefined);
  if (bytes === undefined) return undefined;
  try {
    return Note.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}
