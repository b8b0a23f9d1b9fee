import { randomUUID } from 'node:crypto';
import type { Keyv } from 'keyv';
import { z } from 'zod';
import { readAll } from './rows/read-all.ts';

const Entry = z.object({
  at: z.number(),
  by: z.string(),
  action: z.string(),
  what: z.string(),
  place: z.string().exactOptional(),
});

/**
 * Who did what to the corpus or to a server's settings, and when: `at` in milliseconds since 1970, `by` a Discord id or
 * "watch", `action` in a word (add, edit, remove, restore, reload, settings, …), `what` as a person reads it (a title, a
 * path, a count), `place` the server whose business alone it is.
 */
export type AuditEntry = Readonly<z.infer<typeof Entry>>;

export const AUDIT_DEFAULTS = {
  /** How long an entry is kept, in milliseconds. */
  age: 2 * 365 * 24 * 60 * 60 * 1000,
  /** Characters of `what` that are kept. */
  length: 300,
} as const;

/** The log of changes. Entries are only ever added; they expire after two years. */
export interface Audit {
  /** Writes an entry with the present time. Entries of one moment are all kept, in order. */
  append(entry: Omit<AuditEntry, 'at'>): Promise<AuditEntry>;
  /** The latest entries, newest first: those of the corpus, or those of one server's own. */
  recent(limit: number, own?: { readonly place: string }): Promise<readonly AuditEntry[]>;
}

export interface AuditOptions {
  /** Must be able to iterate. */
  readonly store: Keyv<unknown>;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export function createAudit({ store, now = () => Date.now() }: AuditOptions): Audit {
  return {
    async append(said) {
      const { name, entry } = timed(said, now());
      await store.set(name, entry, AUDIT_DEFAULTS.age);
      return entry;
    },
    async recent(limit, own) {
      const entries = await readAll(store, Entry);
      return entries
        .filter(([, { place }]) => place === own?.place)
        .sort(([a], [b]) => (a < b ? 1 : -1))
        .slice(0, limit)
        .map(([, entry]) => entry);
    },
  };
}

/** An entry as a row of the store, for whoever writes it within a transaction of their own. @param at milliseconds since 1970 */
export function auditRow(said: Omit<AuditEntry, 'at'>, at: number) {
  const { name, entry } = timed(said, at);
  const value = JSON.stringify({ value: entry });
  return { store: 'audit', key: `audit:${name}`, value, expires: at + AUDIT_DEFAULTS.age };
}

/** The count tells entries of one moment apart, and keeps them in order; the rest those of different processes. */
function timed({ what, ...rest }: Omit<AuditEntry, 'at'>, at: number) {
  const moment = String(at).padStart(15, '0');
  const name = `${moment}-${String(process.hrtime.bigint()).padStart(20, '0')}-${randomUUID().slice(0, 8)}`;
  const entry: AuditEntry = {
    at,
    ...rest,
    what: what.slice(0, AUDIT_DEFAULTS.length).toWellFormed(),
  };
  return { name, entry };
}
